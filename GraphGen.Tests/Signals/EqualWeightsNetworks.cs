namespace GraphGen.Tests.Signals;

[Input(4)] [Dense(6, Init.Zeros, Act.Relu)] [Dense(2)] [MeanSquaredError] [Sgd]
internal partial class ZerosAndRelu;

[Input(4)]
[Dense(6, Init.Constant, Act.Tanh, InitScale = 0.3)]
[Dense(5, Init.Constant, Act.Tanh, InitScale = 0.2)]
[Dense(2)]
[MeanSquaredError]
[Adam]
internal partial class EqualBehindEqual;

[Input(4)] [Dense(6, Init.Constant, Act.Tanh, InitScale = 0.3)] [Dense(1)] [MeanSquaredError] [Sgd]
internal partial class EqualInFrontOfRandom;

[Input(4)] [Dense(6, Act.Tanh)] [Dense(2, Init.Zeros)] [MeanSquaredError] [Sgd]
internal partial class ZerosAtTheOutput;
