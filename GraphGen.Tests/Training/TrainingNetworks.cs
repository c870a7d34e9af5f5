namespace GraphGen.Tests.Training;

/// <summary>Everything that training may change, in one network.</summary>
[Input(4)]
[Dense(16, Act.Tanh)] [BatchNorm] [Dropout(0.1)]
[Dense(3)]
[SoftmaxCrossEntropy]
[Adam]
[AverageWeights(0.9)]
[AccumulateGradients(3)]
internal partial class Patient;

/// <summary>A softmax regression whose rows have weights.</summary>
[Input(4)]
[Dense(3)]
[SoftmaxCrossEntropy]
[SampleWeights]
internal partial class Weighted;
