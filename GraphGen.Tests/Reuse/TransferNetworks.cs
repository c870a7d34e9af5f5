namespace GraphGen.Tests.Reuse;

/// <summary>What others take their layers from.</summary>
[Input(6)]
[Dense(8, Act.Tanh, Name = "hidden1")] [BatchNorm] [Dropout(0.2)]
[Dense(7, Act.Elu, Name = "hidden2")]
[Dense(3, Name = "output")]
[SoftmaxCrossEntropy]
[Adam]
internal partial class Teacher;

/// <summary>The lower layers of <see cref="Teacher"/>, one of them under another activation, with a head for another task.</summary>
[Input(6)]
[Dense(8, Act.Tanh, Name = "hidden1")] [BatchNorm]
[Dense(7, Act.Relu, Name = "hidden2")]
[Dense(1, Name = "output")]
[BinaryCrossEntropy]
[Adam]
internal partial class Student;

/// <summary>Other names, another kind at one of them, and a layer without bias.</summary>
[Input(6)]
[Dense(8, Act.Tanh, Name = "encoder1")]
[Dense(7, Act.Elu, Bias = false, Name = "hidden2")]
[Dense(8, Name = "batchnorm1")]
[MeanSquaredError]
internal partial class Stranger;

/// <summary>Predicts as <see cref="Teacher"/> does from the same parameters, but learns otherwise.</summary>
[Input(6)]
[Dense(8, Init.LeCun, Act.Tanh, Name = "hidden1", L2 = 1e-3, RateMultiplier = 0.5)] [BatchNorm(Momentum = 0.5)]
[Dense(7, Act.Elu, Name = "hidden2", MaxNorm = 2)] [AlphaDropout(0.3)]
[Dense(3, Name = "output")]
[SoftmaxCrossEntropy(LabelSmoothing = 0.1)]
[Nag]
internal partial class TeacherTrainedOtherwise;

/// <summary>Every activation that has numbers.</summary>
[Input(5)]
[Dense(4, Act.LeakyRelu, Alpha = 0.2)] [Activation(Act.RRelu)]
[Dense(4, Act.PRelu, Alpha = 0.1, Bias = false)] [BatchNorm(Epsilon = 1e-3)]
[Dense(2)]
[Huber(0.5)]
internal partial class Slopes;

/// <summary>Layers that cannot be trained, and a head that cannot.</summary>
[Input(6)]
[Dense(8, Act.Tanh, Name = "hidden1", Frozen = true)]
[Dense(7, Act.Elu, Name = "hidden2")]
[Dense(3, Name = "output", Frozen = true)]
[SoftmaxCrossEntropy]
internal partial class FrozenHead;

/// <summary>An autoencoder whose decoder shares the encoder's weights.</summary>
[Input(5)]
[Dense(3, Act.Tanh, Name = "code")]
[Dense(5, Name = "decoder", TiedTo = "code")]
[MeanSquaredError]
internal partial class Tied;

/// <summary>Between layers with weights of their own one that borrows them.</summary>
[Input(6)]
[Dense(4, Act.Tanh, Name = "hidden1")] [Dense(3, Act.Tanh, Name = "code")]
[Dense(4, Act.Tanh, TiedTo = "code", Name = "wide")]
[Dense(3, Name = "output")]
[SoftmaxCrossEntropy]
internal partial class TiedMiddle;

/// <summary>Two layers that fit where <see cref="Student"/> has one.</summary>
[Input(6)]
[Dense(6, Act.Tanh, Name = "hidden1")] [Dense(8, Act.Tanh, Name = "second")]
[Dense(2, Name = "output")]
[MeanSquaredError]
internal partial class TwoCandidates;

/// <summary>A network before and after somebody declares its lower layer frozen: without state of the optimizer files of both hold the same tensors.</summary>
[Input(6)]
[Dense(5, Act.Tanh, Name = "hidden")] [Dense(3, Name = "output")]
[SoftmaxCrossEntropy] [Sgd]
internal partial class Thawed;

[Input(6)]
[Dense(5, Act.Tanh, Name = "hidden", Frozen = true)] [Dense(3, Name = "output")]
[SoftmaxCrossEntropy] [Sgd]
internal partial class Frosted;

/// <summary>The twin of <c>make_fine_tuning_golden.py</c>.</summary>
[Input(6)]
[Dense(8, Act.Tanh, Name = "hidden1")] [BatchNorm]
[Dense(7, Act.Tanh, Name = "hidden2")]
[Dense(3, Name = "output")]
[SoftmaxCrossEntropy]
[Adam(0.8, 0.95, 1e-3)]
internal partial class Tuned;
