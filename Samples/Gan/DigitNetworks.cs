using GraphGen;

/// <summary>Makes digits of 14 x 14 pixels in [-1, 1].</summary>
[Input(64)]
[Dense(128, Bias = false)] [BatchNorm] [Activation(Act.Relu)]
[Dense(256, Bias = false)] [BatchNorm] [Activation(Act.Relu)]
[Dense(196, Act.Tanh)]
[ExternalLoss]
[Adam(0.5)]
internal partial class DigitPainter;

/// <summary>Tells which of them somebody has written.</summary>
[Input(196)]
[Dense(256, Act.LeakyRelu, Alpha = 0.2)] [Dropout(0.3)]
[Dense(128, Act.LeakyRelu, Alpha = 0.2)]
[Dense(1)]
[BinaryCrossEntropy]
[InputGradients]
[Adam(0.5)]
internal partial class DigitCritic;

/// <summary>Reads digits: what counts the classes among those that were made.</summary>
[Input(196)]
[Dense(100, Act.Relu)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Adam]
internal partial class DigitReader;
