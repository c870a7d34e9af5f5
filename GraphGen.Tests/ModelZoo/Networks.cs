namespace GraphGen.Tests.ModelZoo;

[Input(4)]
[Dense(5, Act.Tanh, Name = "hidden")] [BatchNorm]
[Dense(3)]
[SoftmaxCrossEntropy]
[Adam]
internal partial class Weather;

/// <summary>Has the same parameters in the same shapes, and computes something else.</summary>
[Input(4)]
[Dense(5, Act.Relu, Name = "hidden")] [BatchNorm]
[Dense(3)]
[SoftmaxCrossEntropy]
[Adam]
internal partial class RectifiedWeather;

[Input(4)]
[Dense(6, Act.Tanh, Name = "hidden")] [BatchNorm]
[Dense(3)]
[SoftmaxCrossEntropy]
[Adam]
internal partial class WiderWeather;

/// <summary>Has weights that are far larger than all else that is written of it.</summary>
[Input(256)]
[Dense(256, Act.Relu)]
[Dense(256, Act.Relu)]
[Dense(256, Act.Relu)]
[Dense(256, Act.Relu)]
[Dense(256, Act.Relu)]
[Dense(256, Act.Relu)]
[MeanSquaredError]
[Sgd]
internal partial class LargeWeather;
