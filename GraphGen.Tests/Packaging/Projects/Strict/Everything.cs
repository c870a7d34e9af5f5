using GraphGen;

namespace Company.Product;

/// <summary>A network that has code emitted for as much as one declaration can ask for.</summary>
[Input(20)]
[Dense(48, Act.PRelu, L1 = 1e-5, L2 = 1e-4, MaxNorm = 3, Name = "wide")]
[BatchNorm(Momentum = 0.99)]
[Dense(48, Act.Gelu, RateMultiplier = 0.5)]
[Dropout(0.2)]
[Dense(32, Act.RRelu)]
[Dense(32)]
[BatchNorm]
[Activation(Act.Mish)]
[Dense(5)]
[Huber]
[SampleWeights]
[RmsProp(WeightDecay = 1e-4)]
[ClipGradientNorm(1)]
[AccumulateGradients(2)]
[AverageWeights]
internal sealed partial class Everything;
