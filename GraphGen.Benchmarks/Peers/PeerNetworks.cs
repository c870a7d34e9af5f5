namespace GraphGen.Benchmarks.Peers;

// Beside these, the command measures two of the networks of `steps`. No dropout: its masks are drawn differently by each library, and
// losses could not be compared.

/// <summary>An MNIST network with narrow layers, trained with Nesterov momentum.</summary>
[Input(784)]
[Dense(100, Act.Relu)]
[Dense(100, Act.Relu)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
internal sealed partial class NarrowDigits;

/// <summary>A regression so small that the calls around the arithmetic count.</summary>
[Input(4)]
[Dense(32, Act.Tanh)]
[Dense(32, Act.Tanh)]
[Dense(1)]
[MeanSquaredError]
[Adam]
internal sealed partial class TanhRegression;

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
