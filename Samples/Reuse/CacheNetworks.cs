using GraphGen;

// One network, of which more and more is frozen.

/// <summary>All of it is trained.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(200, Act.Elu)] [Dense(100, Act.Elu)] [Dropout(0.2)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Nag]
internal partial class NothingFrozen;

/// <summary>The first layer is frozen.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(200, Act.Elu)] [Dense(100, Act.Elu)] [Dropout(0.2)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Nag]
[FreezeUpTo("dense1")]
internal partial class OneFrozen;

/// <summary>Two layers are frozen.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(200, Act.Elu)] [Dense(100, Act.Elu)] [Dropout(0.2)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Nag]
[FreezeUpTo("dense2")]
internal partial class TwoFrozen;

/// <summary>All hidden layers are frozen.</summary>
[Input(784)]
[Dense(300, Act.Elu)] [Dense(200, Act.Elu)] [Dense(100, Act.Elu)] [Dropout(0.2)]
[Dense(10)]
[SoftmaxCrossEntropy]
[Nag]
[FreezeUpTo("dense3")]
internal partial class HeadOnly;
