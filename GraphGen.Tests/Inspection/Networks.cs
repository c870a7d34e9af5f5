namespace GraphGen.Tests.Inspection;

[Input(5)]
[Dense(17, Act.Tanh)] [Dense(4)]
[SoftmaxCrossEntropy]
internal partial class Classes;

[Input(5)]
[Dense(17, Act.Tanh, Bias = false)] [Dense(4)]
[SoftmaxCrossEntropy(LabelSmoothing = 0.1)]
internal partial class SmoothClasses;

[Input(5)]
[Dense(17, Act.Tanh)] [Dense(4)]
[SoftmaxCrossEntropy] [SampleWeights]
internal partial class WeightedClasses;

[Input(5)]
[Dense(17, Act.Tanh)] [Dense(3)]
[BinaryCrossEntropy]
internal partial class Findings;

[Input(5)]
[Dense(17, Act.Tanh)] [Dense(1)]
[BinaryCrossEntropy]
internal partial class YesOrNo;

[Input(5)]
[Dense(17, Act.Tanh)] [Dense(3)]
[MeanAbsoluteError]
internal partial class AbsoluteCurve;

[Input(5)]
[Dense(17, Act.Tanh)] [Dense(3)]
[Huber(0.4)]
internal partial class HuberCurve;

/// <summary>Two layers with the weights of a third.</summary>
[Input(5)]
[Dense(17, Act.Tanh)] [Dense(5, Act.Elu, TiedTo = "dense1")] [Dense(17)] [Dense(5, TiedTo = "dense1")] [Dense(3)]
[MeanSquaredError]
internal partial class TiedCurve;

/// <summary>Batch normalisation after an activation and before one.</summary>
[Input(5)]
[Dense(17, Act.Elu)] [BatchNorm]
[Dense(6)] [BatchNorm(Epsilon = 1e-3)] [Activation(Act.Relu)]
[Dense(4)] [BatchNorm]
[SoftmaxCrossEntropy]
internal partial class NormalizedClasses;

/// <summary>Everything that draws at random, and a frozen layer.</summary>
[Input(5)]
[Dense(8, Act.RRelu)] [Dropout(0.5)]
[Dense(6, Act.Selu, Frozen = true)] [AlphaDropout(0.3)]
[Dense(4)]
[SoftmaxCrossEntropy]
internal partial class DrawingClasses;

/// <summary>Small enough for weights made by hand.</summary>
[Input(2)]
[Dense(4, Act.Relu)] [Dense(2, Act.Sigmoid)] [Dense(1)]
[MeanSquaredError]
internal partial class ByHand;

/// <summary>As <see cref="ByHand"/>, with units that leak and units with two bounds around zero.</summary>
[Input(2)]
[Dense(4, Act.LeakyRelu)] [Dense(2, Act.Tanh)] [Dense(1)]
[MeanSquaredError]
internal partial class LeakyByHand;

/// <summary>Small slopes multiply to a gradient that vanishes.</summary>
[Input(5)]
[Dense(20, Init.Normal, Act.Sigmoid, InitScale = 0.01)] [Dense(20, Init.Normal, Act.Sigmoid, InitScale = 0.01)] [Dense(20, Init.Normal, Act.Sigmoid, InitScale = 0.01)] [Dense(3)]
[MeanSquaredError]
internal partial class Vanishing;

/// <summary>Large weights multiply to a gradient that explodes.</summary>
[Input(5)]
[Dense(20, Init.Normal, InitScale = 10)] [Dense(20, Init.Normal, InitScale = 10)] [Dense(20, Init.Normal, InitScale = 10)] [Dense(20, Init.Normal, InitScale = 10)] [Dense(3)]
[MeanSquaredError]
internal partial class Exploding;
