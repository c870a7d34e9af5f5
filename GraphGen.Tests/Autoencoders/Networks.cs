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
