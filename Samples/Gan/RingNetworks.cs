using GraphGen;

/// <summary>Makes points of a plane.</summary>
[Input(8)]
[Dense(64, Act.Relu)]
[Dense(64, Act.Relu)]
[Dense(2)]
[ExternalLoss]
[Adam(0.5)]
internal partial class RingPainter;

/// <summary>Tells which of them lie on the ring.</summary>
[Input(2)]
[Dense(64, Act.LeakyRelu, Alpha = 0.2)]
[Dense(64, Act.LeakyRelu, Alpha = 0.2)]
[Dense(1)]
[BinaryCrossEntropy]
[InputGradients]
[Adam(0.5)]
internal partial class RingCritic;
