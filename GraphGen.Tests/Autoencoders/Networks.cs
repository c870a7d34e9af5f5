namespace GraphGen.Tests.Autoencoders;

[Input(20)]
[Dense(12, Act.Tanh)] [Dense(3, Act.Sigmoid, Name = "code")] [Dense(12, Act.Tanh)] [Dense(20)]
[Reconstruction]
[Adam]
internal partial class Digester;

/// <summary>The code is what the normalisation behind the narrowest layer leaves.</summary>
[Input(20)]
[Dense(8)] [BatchNorm] [Activation(Act.Elu)] [Dropout(0.1)] [Dense(20, TiedTo = "dense1")]
[Reconstruction(ReconstructionLoss.CrossEntropy)] [SampleWeights]
[Adam]
internal partial class NormalizedDigester;

/// <summary>Small enough for a kernel that predicts a single row.</summary>
[Input(4)]
[Dense(2, Act.Tanh)] [Dense(4, TiedTo = "dense1")]
[Reconstruction]
internal partial class TinyDigester;

[Input(20)] [GaussianNoise(0.1)] [Dense(9, Act.Tanh)] [Dense(20, TiedTo = "dense1")] [Reconstruction] [Adam]
internal partial class FirstCoder;

[Input(9)] [Dense(5, Act.Sigmoid)] [Sparsity(0.2, 0.1)] [Dense(9)] [Reconstruction] [Adam]
internal partial class SecondCoder;

[Input(20)] [Dense(9, Act.Tanh)] [Dropout(0.1)] [Dense(5, Act.Sigmoid)] [Dense(3, Bias = false, Name = "head")] [SoftmaxCrossEntropy] [Adam]
internal partial class StackedClassifier;

[Input(5)] [Dense(3, Bias = false)] [SoftmaxCrossEntropy]
internal partial class HeadAlone;

[Input(20)] [Dense(9, Act.Tanh)] [Dense(6, Act.Sigmoid)] [Dense(3)] [SoftmaxCrossEntropy]
internal partial class WrongClassifier;

/// <summary>Learns rows that are no whole numbers, whose cross-entropy never falls to 0.</summary>
[Input(4)] [Dense(16, Act.Tanh)] [Dense(4)] [Reconstruction(ReconstructionLoss.CrossEntropy)] [Adam]
internal partial class SoftDigester;

/// <summary>Takes the codes of <see cref="FirstCoder"/> into a layer with another activation, and averages.</summary>
[Input(20)] [Dense(9, Act.Relu)] [Dense(3)] [SoftmaxCrossEntropy] [AverageWeights(0.9)]
internal partial class AveragedClassifier;

/// <summary>A regression with as many outputs as inputs.</summary>
[Input(4)] [Dense(4)] [MeanSquaredError]
internal partial class Square;

/// <summary>With the identity for weights, the loss of a step tells how much noise there was.</summary>
[Input(50)] [GaussianNoise(0.3)] [Dense(50, Bias = false)] [Reconstruction]
internal partial class NoisyRows;

[Input(30)] [Dense(20, Act.Sigmoid)] [Sparsity(0.05, 1)] [Dense(30)] [Reconstruction] [Adam]
internal partial class SparseCoder;

[Input(30)] [Dense(20, Act.Sigmoid)] [Dense(30)] [Reconstruction] [Adam]
internal partial class DenseCoder;

[Input(30)] [Dense(20, Act.Relu)] [ActivityRegularization(0.05)] [Dense(30)] [Reconstruction] [Adam]
internal partial class SilentCoder;
