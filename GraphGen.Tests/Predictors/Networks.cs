using GraphGen.Execution;

namespace GraphGen.Tests.Predictors;

/// <summary>Nothing to fold: the predictor runs the network's own kernels. A single output, so the last layer is a dot product.</summary>
[Input(4)]
[Dense(32, Act.Tanh)]
[Dense(21, Act.Swish)] [Dropout(0.2)]
[Dense(1)]
[BinaryCrossEntropy]
internal partial class Plain
{
    /// <summary>Claims the network as a step on another thread would.</summary>
    public NetworkMemory.Claim BeginStep() => generatedMemory.Begin();
}

/// <summary>Batch normalisation in every position from which it folds, in a network small enough for straight-line code.</summary>
[Input(5)]
[BatchNorm]
[Dense(18, Act.Elu)] [BatchNorm] [Dropout(0.1)] [BatchNorm]
[Dense(9, Bias = false)] [BatchNorm] [Activation(Act.Tanh)]
[Dense(7)] [BatchNorm]
[Dense(4)] [BatchNorm] [BatchNorm]
[SoftmaxCrossEntropy]
[Nag(0.9)]
internal partial class Foldable;

/// <summary>Batch normalisation that folds beside some that does not, in a network with panels of several column blocks.</summary>
[Input(40)]
[Dense(70, Act.Selu)] [BatchNorm] [Activation(Act.Relu)]
[Dense(50, Bias = false)] [BatchNorm]
[Dense(3, Act.Tanh)] [BatchNorm]
[MeanSquaredError]
internal partial class PartlyFoldable;

/// <summary>Batch normalisation alone stands where it cannot be folded.</summary>
[Input(6)]
[Dense(3, Act.Sigmoid)] [BatchNorm]
[MeanSquaredError]
internal partial class Unfoldable;

/// <summary>Logistic regression: the whole network is one dot product, whose weights have no transposed copy.</summary>
[Input(7)]
[Dense(1)]
[BinaryCrossEntropy]
internal partial class Logistic;
