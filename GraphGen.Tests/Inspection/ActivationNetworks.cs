namespace GraphGen.Tests.Inspection;

// One network for each activation, with a layer that has it and a layer that it is.

[Input(5)]
[Dense(19, Act.Sigmoid)] [Dense(6)] [Activation(Act.Sigmoid)] [Dense(3)]
[MeanSquaredError]
internal partial class SigmoidCurve;

[Input(5)]
[Dense(19, Act.Tanh)] [Dense(6)] [Activation(Act.Tanh)] [Dense(3)]
[MeanSquaredError]
internal partial class TanhCurve;

[Input(5)]
[Dense(19, Act.Relu)] [Dense(6)] [Activation(Act.Relu)] [Dense(3)]
[MeanSquaredError]
internal partial class ReluCurve;

[Input(5)]
[Dense(19, Act.LeakyRelu, Alpha = 0.2)] [Dense(6)] [Activation(Act.LeakyRelu, Alpha = 0.2)] [Dense(3)]
[MeanSquaredError]
internal partial class LeakyReluCurve;

[Input(5)]
[Dense(19, Act.Elu, Alpha = 0.7)] [Dense(6)] [Activation(Act.Elu, Alpha = 0.7)] [Dense(3)]
[MeanSquaredError]
internal partial class EluCurve;

[Input(5)]
[Dense(19, Act.Selu)] [Dense(6)] [Activation(Act.Selu)] [Dense(3)]
[MeanSquaredError]
internal partial class SeluCurve;

[Input(5)]
[Dense(19, Act.Swish)] [Dense(6)] [Activation(Act.Swish)] [Dense(3)]
[MeanSquaredError]
internal partial class SwishCurve;

[Input(5)]
[Dense(19, Act.PRelu, Alpha = 0.3)] [Dense(6)] [Activation(Act.PRelu, Alpha = 0.3)] [Dense(3)]
[MeanSquaredError]
internal partial class PReluCurve;

[Input(5)]
[Dense(19, Act.Gelu)] [Dense(6)] [Activation(Act.Gelu)] [Dense(3)]
[MeanSquaredError]
internal partial class GeluCurve;

[Input(5)]
[Dense(19, Act.Mish)] [Dense(6)] [Activation(Act.Mish)] [Dense(3)]
[MeanSquaredError]
internal partial class MishCurve;

[Input(5)]
[Dense(19, Act.Softplus)] [Dense(6)] [Activation(Act.Softplus)] [Dense(3)]
[MeanSquaredError]
internal partial class SoftplusCurve;

[Input(5)]
[Dense(19, Act.HardSwish)] [Dense(6)] [Activation(Act.HardSwish)] [Dense(3)]
[MeanSquaredError]
internal partial class HardSwishCurve;

[Input(5)]
[Dense(19, Act.Softmax)] [Dense(6)] [Activation(Act.Softmax)] [Dense(3)]
[MeanSquaredError]
internal partial class SoftmaxCurve;

[Input(5)]
[Dense(19, Act.RRelu, Alpha = 0.1, UpperAlpha = 0.3)] [Dense(6)] [Activation(Act.RRelu, Alpha = 0.1, UpperAlpha = 0.3)] [Dense(3)]
[MeanSquaredError]
internal partial class RReluCurve;
