namespace GraphGen.Tests.Techniques;

[Input(16)] [Dense(16, Act.Selu)] [AlphaDropout(0.2)] [Dense(16)] [MeanSquaredError]
internal partial class SelfNormalizingNetwork;
