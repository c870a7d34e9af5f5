namespace GraphGen.Benchmarks.Reuse;

/// <summary>An MNIST network, all of it trained.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [BatchNorm] [Dense(200, Act.Elu)] [BatchNorm] [Dense(100, Act.Elu)] [Dropout(0.2)] [Dense(10)]
[SoftmaxCrossEntropy] [Nag]
internal sealed partial class WholeDigits;

/// <summary>The same with the first layer frozen.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [BatchNorm] [Dense(200, Act.Elu)] [BatchNorm] [Dense(100, Act.Elu)] [Dropout(0.2)] [Dense(10)]
[SoftmaxCrossEntropy] [Nag] [FreezeUpTo("batchnorm1")]
internal sealed partial class OneFrozenDigits;

/// <summary>The same with two layers frozen.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [BatchNorm] [Dense(200, Act.Elu)] [BatchNorm] [Dense(100, Act.Elu)] [Dropout(0.2)] [Dense(10)]
[SoftmaxCrossEntropy] [Nag] [FreezeUpTo("batchnorm2")]
internal sealed partial class TwoFrozenDigits;

/// <summary>The same with everything but the output frozen.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [BatchNorm] [Dense(200, Act.Elu)] [BatchNorm] [Dense(100, Act.Elu)] [Dropout(0.2)] [Dense(10)]
[SoftmaxCrossEntropy] [Nag] [FreezeUpTo("dense3")]
internal sealed partial class HeadDigits;
