namespace GraphGen.Tests.Reuse;

/// <summary>Everything may be trained.</summary>
[Input(20)]
[Dense(24, Act.Elu, Name = "hidden1")] [BatchNorm(Name = "norm1")]
[Dense(18, Act.Tanh, Name = "hidden2")] [Dropout(0.3)]
[Dense(12, Act.Elu, Name = "hidden3")] [BatchNorm(Name = "norm3")]
[Dense(4, Name = "output")]
[SoftmaxCrossEntropy] [Nag(0.9)]
public partial class TrainedStack;

/// <summary>The same with its lower half compiled out of training.</summary>
[Input(20)]
[Dense(24, Act.Elu, Name = "hidden1")] [BatchNorm(Name = "norm1")]
[Dense(18, Act.Tanh, Name = "hidden2")] [Dropout(0.3)]
[Dense(12, Act.Elu, Name = "hidden3")] [BatchNorm(Name = "norm3")]
[Dense(4, Name = "output")]
[SoftmaxCrossEntropy] [Nag(0.9)]
[FreezeUpTo("hidden2")]
public partial class HalfFrozenStack;

/// <summary>The same with a norm frozen in the middle, behind layers that are trained.</summary>
[Input(20)]
[Dense(24, Act.Elu, Name = "hidden1")] [BatchNorm(Name = "norm1", Frozen = true)]
[Dense(18, Act.Tanh, Name = "hidden2")] [Dropout(0.3)]
[Dense(12, Act.Elu, Name = "hidden3")] [BatchNorm(Name = "norm3")]
[Dense(4, Name = "output")]
[SoftmaxCrossEntropy] [Nag(0.9)]
public partial class FrozenNormStack;

/// <summary>A regression behind frozen layers, with all that a step may do besides: clipping, accumulation, weights of rows, averages, penalties.</summary>
[Input(20)]
[BatchNorm(Name = "inputs", Frozen = true)] [Dense(40, Act.Relu, Name = "hidden1", Frozen = true)] [Activation(Act.PRelu, Name = "slopes")]
[Dense(9, Act.Swish, L2 = 1e-3, Name = "hidden2")]
[Dense(3, Name = "output")]
[MeanSquaredError] [AdamW(0.01)] [ClipGradientNorm(0.5)] [AccumulateGradients(2)] [AverageWeights(0.9)] [SampleWeights]
public partial class FrozenRegression;

/// <summary>Noise in front of what is frozen.</summary>
[Input(20)]
[Dropout(0.2)] [Dense(24, Act.Elu, Frozen = true)] [Dense(4)]
[SoftmaxCrossEntropy] [Sgd]
public partial class NoisyFrozenStack;

/// <summary>Only a norm of the inputs is frozen.</summary>
[Input(20)]
[BatchNorm(Frozen = true)] [Dense(24, Act.Elu)] [Dense(4)]
[SoftmaxCrossEntropy] [Adam]
public partial class NormalizedInputs;

/// <summary>A frozen norm of sums whose bias is trained.</summary>
[Input(20)]
[Dense(8)] [BatchNorm(Frozen = true)] [Activation(Act.Tanh)] [Dense(4)]
[SoftmaxCrossEntropy] [Sgd]
public partial class FrozenSumNorm;

/// <summary>A layer with the transposed weights of a frozen one.</summary>
[Input(5)]
[Dense(3, Act.Tanh, Name = "code", Frozen = true)] [Dense(5, Act.Tanh, TiedTo = "code", Name = "wide")] [Dense(2, Name = "output")]
[MeanSquaredError] [Sgd]
public partial class TiedToFrozen;

/// <summary>Behind frozen layers, rows that count by their classes.</summary>
[Input(20)]
[Dense(14, Act.Tanh, Name = "hidden1", Frozen = true)] [Dense(8, Act.Elu, Name = "hidden2")] [Dense(4, Name = "output")]
[SoftmaxCrossEntropy] [Adam] [SampleWeights]
internal partial class WeighedBehindFrozen;

/// <summary>What is compared with its own inputs.</summary>
[Input(20)]
[Dense(9, Act.Tanh, Frozen = true)] [Dense(20)]
[Reconstruction]
internal partial class FrozenCoder;

/// <summary>In front of what is frozen nothing is in the way but the second layer, which is trained.</summary>
[Input(20)]
[Activation(Act.Tanh)] [Dense(9, Act.Tanh, Name = "trained")] [Dense(8, Act.Tanh, Frozen = true)] [Dense(4)]
[SoftmaxCrossEntropy] [Sgd]
internal partial class FrozenBehindTrained;

/// <summary>The frozen layer itself draws its slopes.</summary>
[Input(20)]
[Dense(9, Act.RRelu, Name = "sloping", Frozen = true)] [Dense(4)]
[SoftmaxCrossEntropy] [Sgd]
internal partial class FrozenDraws;

/// <summary>What comes in is penalised in every step.</summary>
[Input(20)]
[ActivityRegularization(0.01)] [Dense(9, Act.Tanh, Frozen = true)] [Dense(4)]
[SoftmaxCrossEntropy] [Sgd]
internal partial class PenalisedInputs;

/// <summary>A network that averages its parameters.</summary>
[Input(5)]
[Dense(4, Act.Tanh, Name = "hidden")] [Dense(2, Name = "output")]
[MeanSquaredError] [Sgd] [AverageWeights(0.9)]
public partial class AveragedPair;
