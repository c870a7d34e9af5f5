namespace GraphGen.Benchmarks.Steps;

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

/// <summary>A regression so small that the call around the arithmetic counts.</summary>
[Input(4)]
[Dense(32, Act.Relu)]
[Dense(32, Act.Relu)]
[Dense(1)]
[MeanSquaredError]
[Adam]
internal sealed partial class SmallRegression;
