using GraphGen;

// 784-300-100-10 with He's first weights, six times: three optimizers, plain with ReLU, or batch-normalised with ELU. One example of the notes
// normalises the logits too, and so do these: on the validation rows it is worth 0.2 to 0.4 points. Hence no GG3007 here.
#pragma warning disable GG3007

/// <summary>Gradient descent.</summary>
[Input(784), Defaults(Init.He, Act.Relu)]
[Dense(300)] [Dense(100)] [Dense(10)]
[SoftmaxCrossEntropy]
[Sgd]
internal partial class PlainSgd;

/// <summary>Gradient descent with batch normalisation.</summary>
[Input(784), Defaults(Init.He, Act.Elu, Bias = false)]
[Dense(300)] [BatchNorm] [Dense(100)] [BatchNorm] [Dense(10)] [BatchNorm]
[SoftmaxCrossEntropy]
[Sgd]
internal partial class NormalizedSgd;

/// <summary>Nesterov's accelerated gradient.</summary>
[Input(784), Defaults(Init.He, Act.Relu)]
[Dense(300)] [Dense(100)] [Dense(10)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
internal partial class PlainNag;

/// <summary>Nesterov's accelerated gradient with batch normalisation.</summary>
[Input(784), Defaults(Init.He, Act.Elu, Bias = false)]
[Dense(300)] [BatchNorm] [Dense(100)] [BatchNorm] [Dense(10)] [BatchNorm]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
internal partial class NormalizedNag;

/// <summary>Adam.</summary>
[Input(784), Defaults(Init.He, Act.Relu)]
[Dense(300)] [Dense(100)] [Dense(10)]
[SoftmaxCrossEntropy]
[Adam]
internal partial class PlainAdam;

/// <summary>Adam with batch normalisation.</summary>
[Input(784), Defaults(Init.He, Act.Elu, Bias = false)]
[Dense(300)] [BatchNorm] [Dense(100)] [BatchNorm] [Dense(10)] [BatchNorm]
[SoftmaxCrossEntropy]
[Adam]
internal partial class NormalizedAdam;
