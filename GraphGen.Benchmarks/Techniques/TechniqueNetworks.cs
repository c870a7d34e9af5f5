namespace GraphGen.Benchmarks.Techniques;

/// <summary>An MNIST network, trained by gradient descent.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [Sgd]
internal sealed partial class SgdDigits;

/// <summary>An MNIST network, trained by momentum.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [Momentum]
internal sealed partial class MomentumDigits;

/// <summary>An MNIST network, trained by Nesterov momentum.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [Nag]
internal sealed partial class NagDigits;

/// <summary>An MNIST network, trained by AdaGrad.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [AdaGrad]
internal sealed partial class AdaGradDigits;

/// <summary>An MNIST network, trained by RMSProp.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [RmsProp]
internal sealed partial class RmsPropDigits;

/// <summary>An MNIST network, trained by Adam.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [Adam]
internal sealed partial class AdamDigits;

/// <summary>An MNIST network, trained by AdamW.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [AdamW]
internal sealed partial class AdamWDigits;

/// <summary>An MNIST network, trained by AdaMax.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [AdaMax]
internal sealed partial class AdaMaxDigits;

/// <summary>An MNIST network, trained by Nadam.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [Nadam]
internal sealed partial class NadamDigits;

/// <summary>An MNIST network, trained by Nesterov momentum with gradients clipped by value.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [Nag] [ClipGradientValue(1)]
internal sealed partial class ClippedValueDigits;

/// <summary>An MNIST network, trained by Nesterov momentum with gradients clipped by norm.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [Nag] [ClipGradientNorm(1)]
internal sealed partial class ClippedNormDigits;

/// <summary>An MNIST network, trained by Nesterov momentum with gradients of four mini-batches added up.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [Nag] [AccumulateGradients(4)]
internal sealed partial class AccumulatedDigits;

/// <summary>An MNIST network, trained by Nesterov momentum with averaged weights.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [Nag] [AverageWeights(0.999)]
internal sealed partial class AveragedDigits;

/// <summary>An MNIST network, trained by Nesterov momentum with decoupled weight decay.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(100, Act.Elu)] [Dense(10)]
[SoftmaxCrossEntropy] [Nag(WeightDecay = 1e-4)]
internal sealed partial class DecayedDigits;

/// <summary>An MNIST network, trained by Nesterov momentum with L1 and L2 penalties.</summary>
[Input(784)]
[Defaults(Act.Elu, L1 = 1e-5, L2 = 1e-4)]
[Dense(300)] [Dense(100)] [Dense(10)]
[SoftmaxCrossEntropy] [Nag]
internal sealed partial class PenalizedDigits;

/// <summary>An MNIST network, trained by Nesterov momentum with limited norms.</summary>
[Input(784)]
[Defaults(Act.Elu, MaxNorm = 3)]
[Dense(300)] [Dense(100)] [Dense(10)]
[SoftmaxCrossEntropy] [Nag]
internal sealed partial class LimitedDigits;
