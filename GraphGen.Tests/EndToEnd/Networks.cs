namespace GraphGen.Tests.EndToEnd;

/// <summary>The network of the README.</summary>
[Input(784)]
[Dense(300, Init.He, Act.Elu)] [BatchNorm]
[Dense(100, Init.He, Act.Elu)] [BatchNorm] [Dropout(0.2)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
internal partial class Digits;

/// <summary>A regression whose products are straight-line code.</summary>
[Input(4)]
[Dense(32, Act.Tanh)]
[Dense(32, Act.Tanh)]
[Dense(1)]
[MeanSquaredError]
[Adam]
internal partial class Curve;

/// <summary>Three findings, each with its own probability.</summary>
[Input(6)]
[Dense(5, Act.Relu)]
[Dense(3)]
[BinaryCrossEntropy]
internal partial class Findings;

/// <summary>So wide that the workspace of a single row does not fit the stack, with penalty, limit and a frozen layer.</summary>
[Input(70)]
[Dense(600, Act.Relu, L2 = 1e-4, Frozen = true)] [Dropout(0.1)]
[Dense(700, Act.Swish, L2 = 1e-4, MaxNorm = 2.5)] [BatchNorm]
[Dense(600, Act.LeakyRelu)]
[Dense(3)]
[BinaryCrossEntropy]
internal partial class Wide;

/// <summary>A classifier of more classes than a vector has lanes, without anything that differs between training and prediction.</summary>
[Input(7)]
[Dense(20, Act.Tanh)]
[Dense(19)]
[SoftmaxCrossEntropy]
internal partial class Sorter;
