using GraphGen;

/// <summary>Handwritten digits: 28 x 28 pixels in, ten classes out. These attributes are the whole network; the build writes its code.</summary>
[Input(784)]
[Dense(300, Init.He, Act.Elu)] [BatchNorm]
[Dense(100, Init.He, Act.Elu)] [BatchNorm] [Dropout(0.2)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
public partial class Digits;
