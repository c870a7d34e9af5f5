using GraphGen;

/// <summary>
/// A plain dense classifier of 28 x 28 pixels with most of what the notes teach: He's first weights, ReLU behind batch normalisation, dropout,
/// smoothed labels, AdamW and the moving average of the weights. Augmentation and 1cycle stand in <see cref="Best"/>, where it is trained.
/// </summary>
[Input(784), Defaults(Init.He, Bias = false)]
[Dense(800)] [BatchNorm] [Activation(Act.Relu)] [Dropout(0.05)]
[Dense(500)] [BatchNorm] [Activation(Act.Relu)] [Dropout(0.05)]
[Dense(500)] [BatchNorm] [Activation(Act.Relu)] [Dropout(0.05)]
[Dense(300)] [BatchNorm] [Activation(Act.Relu)] [Dropout(0.05)]
[Dense(10, Bias = true)]
[SoftmaxCrossEntropy(LabelSmoothing = 0.05)]
[AdamW(weightDecay: 0.1)]
[AverageWeights(decay: 0.999)]
internal partial class BestDigits;
