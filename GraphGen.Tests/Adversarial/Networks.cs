namespace GraphGen.Tests.Adversarial;

[Input(3)] [Dense(20, Act.Tanh)] [Dense(2)] [ExternalLoss] [Adam(0.5)]
internal partial class Painter;

[Input(2)] [Dense(20, Act.LeakyRelu)] [Dense(1)] [BinaryCrossEntropy] [InputGradients] [Adam(0.5)]
internal partial class Critic;

/// <summary>What differs between training and prediction.</summary>
[Input(5)] [Dense(24, Bias = false)] [BatchNorm] [Activation(Act.Elu)] [Dropout(0.2)] [Dense(70, Act.Tanh, L2 = 0.01)] [Dense(6, Act.Tanh)]
[ExternalLoss] [Nag]
internal partial class NoisyPainter;

/// <summary>With labels or targets, and everything that a prediction leaves out.</summary>
[Input(6)] [GaussianNoise(0.1)] [Dense(80, Act.Swish, L2 = 0.1)] [BatchNorm] [Dropout(0.3)] [Dense(9, Act.Sigmoid)] [Sparsity(0.1, 0.5)] [Dense(1)]
[BinaryCrossEntropy] [InputGradients] [Adam] [AccumulateGradients(2)]
internal partial class NoisyCritic;

/// <summary>The gradient goes through layers that training never differentiates.</summary>
[Input(6)] [Dense(10, Act.Elu, Frozen = true)] [BatchNorm(Frozen = true)] [Dense(4)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1)] [InputGradients] [SampleWeights]
internal partial class FrozenCritic;

[Input(6)] [Dense(4, Act.Tanh)] [Dense(6, TiedTo = "dense1")] [Reconstruction] [InputGradients]
internal partial class CriticOfItself;

/// <summary>Large enough for its matrices to be shared by columns.</summary>
[Input(70)] [Dense(130, Act.Elu)] [Dense(80, Act.Softmax)] [Dense(3)] [MeanSquaredError] [InputGradients]
internal partial class WideCritic;

[Input(3)] [Dense(9, Act.Tanh)] [Dense(2)] [ExternalLoss] [Adam(0.5)] [AverageWeights(0.9)]
internal partial class AveragedPainter;

/// <summary>The weights say nothing: what a row counts is part of its gradient.</summary>
[Input(5)] [Dense(24, Bias = false)] [BatchNorm] [Activation(Act.Elu)] [Dropout(0.2)] [Dense(70, Act.Tanh, L2 = 0.01)] [Dense(6, Act.Tanh)]
[ExternalLoss] [Nag] [SampleWeights]
internal partial class WeightedPainter;

/// <summary>Makes rows that no critic here takes.</summary>
[Input(3)] [Dense(4)] [ExternalLoss]
internal partial class WrongPainter;
