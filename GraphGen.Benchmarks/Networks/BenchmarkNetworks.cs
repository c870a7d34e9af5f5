namespace GraphGen.Benchmarks.Networks;

/// <summary>An MNIST network with batch normalisation, trained with Nesterov momentum.</summary>
[Input(784)]
[Dense(300, Init.He, Act.Elu)] [BatchNorm]
[Dense(100, Init.He, Act.Elu)] [BatchNorm]
[Dense(10)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
internal sealed partial class NormalizedDigits;

/// <summary>An MNIST network without batch normalisation, trained with Adam.</summary>
[Input(784)]
[Dense(300, Init.He, Act.Elu)]
[Dense(100, Init.He, Act.Elu)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Adam]
internal sealed partial class PlainDigits;

/// <summary>An MNIST network with narrow layers, trained with Nesterov momentum.</summary>
[Input(784)]
[Dense(100, Act.Relu)]
[Dense(100, Act.Relu)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
internal sealed partial class NarrowDigits;

/// <summary>The same with dropout.</summary>
[Input(784)]
[Dense(100, Act.Relu)] [Dropout(0.2)]
[Dense(100, Act.Relu)] [Dropout(0.2)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
internal sealed partial class NarrowDropoutDigits;

/// <summary>Five layers of 100 units with batch normalisation.</summary>
[Input(64)]
[Dense(100, Init.He, Act.Elu)] [BatchNorm]
[Dense(100, Init.He, Act.Elu)] [BatchNorm]
[Dense(100, Init.He, Act.Elu)] [BatchNorm]
[Dense(100, Init.He, Act.Elu)] [BatchNorm]
[Dense(100, Init.He, Act.Elu)] [BatchNorm]
[Dense(10)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
internal sealed partial class DeepDigits;

/// <summary>The same with dropout.</summary>
[Input(64)]
[Dense(100, Init.He, Act.Elu)] [BatchNorm] [Dropout(0.2)]
[Dense(100, Init.He, Act.Elu)] [BatchNorm] [Dropout(0.2)]
[Dense(100, Init.He, Act.Elu)] [BatchNorm] [Dropout(0.2)]
[Dense(100, Init.He, Act.Elu)] [BatchNorm] [Dropout(0.2)]
[Dense(100, Init.He, Act.Elu)] [BatchNorm] [Dropout(0.2)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
internal sealed partial class DeepDropoutDigits;

/// <summary>A regression so small that the calls around the arithmetic count.</summary>
[Input(4)]
[Dense(32, Act.Tanh)]
[Dense(32, Act.Tanh)]
[Dense(1)]
[MeanSquaredError]
[Adam]
internal sealed partial class TanhRegression;

/// <summary>A small regression to be trained on all rows at once.</summary>
[Input(4)]
[Dense(32, Act.Tanh)]
[Dense(16, Act.Tanh)]
[Dense(4)]
[MeanSquaredError]
[Adam]
internal sealed partial class FullBatchRegression;
