using GraphGen;

namespace Faulty;

/// <summary>Four mistakes that the project's settings have turned into suggestions.</summary>
[Input(8)]
[Dense(16, Init.He, Act.Tanh)] // saturates
[Dense(12)] [BatchNorm] [Activation(Act.Relu)]
[Dense(6, Act.Selu)] [Dropout(0.1)]
[Dense(3, Act.Softmax)]
[SoftmaxCrossEntropy]
[Adam]
public partial class Signals;
