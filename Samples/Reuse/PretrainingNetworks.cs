using GraphGen;

// Each encoder is one hidden layer of the classifier that it begins. Autoencoders see their rows with half of the numbers left out.

/// <summary>A classifier as one would declare it today.</summary>
[Input(784)] [Dropout(0.2)]
[Dense(400, Act.Relu)] [Dropout(0.5)]
[Dense(200, Act.Relu)] [Dropout(0.5)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Adam]
internal partial class ReluDigits;

/// <summary>Learns its first hidden layer.</summary>
[Input(784)] [Dropout(0.5)]
[Dense(400, Act.Relu, Name = "code")]
[Dense(784, TiedTo = "code")]
[Reconstruction(ReconstructionLoss.CrossEntropy)]
[Adam]
internal partial class ReluEncoder1;

/// <summary>Learns its second hidden layer.</summary>
[Input(400)] [Dropout(0.5)]
[Dense(200, Act.Relu, Name = "code")]
[Dense(400, TiedTo = "code")]
[Reconstruction]
[Adam]
internal partial class ReluEncoder2;

/// <summary>A classifier with the hidden layers that machines can begin.</summary>
[Input(784)]
[Dense(400, Act.Sigmoid)] [Dropout(0.2)]
[Dense(200, Act.Sigmoid)] [Dropout(0.2)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Adam]
internal partial class SigmoidDigits;

/// <summary>Learns its first hidden layer.</summary>
[Input(784)] [Dropout(0.5)]
[Dense(400, Act.Sigmoid, Name = "code")]
[Dense(784, TiedTo = "code")]
[Reconstruction(ReconstructionLoss.CrossEntropy)]
[Adam]
internal partial class SigmoidEncoder1;

/// <summary>Learns its second hidden layer.</summary>
[Input(400)] [Dropout(0.5)]
[Dense(200, Act.Sigmoid, Name = "code")]
[Dense(400, TiedTo = "code")]
[Reconstruction(ReconstructionLoss.CrossEntropy)]
[Adam]
internal partial class SigmoidEncoder2;

/// <summary>The machine for the first hidden layer.</summary>
[Rbm(visible: 784, hidden: 400)]
[Momentum(0.5, WeightDecay = 0.0002)]
internal partial class Machine1;

/// <summary>The machine for the second hidden layer.</summary>
[Rbm(visible: 400, hidden: 200)]
[Momentum(0.5, WeightDecay = 0.0002)]
internal partial class Machine2;
