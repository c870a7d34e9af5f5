using GraphGen;

// The same layers four times: what is copied finds its place by the names. Dropout stands behind the hidden layers alone, because nothing can be cached behind it.

/// <summary>Tells 0 to 4 apart: what is reused.</summary>
[Input(784)]
[Dense(300, Act.Relu, Name = "hidden1")]
[Dense(100, Act.Relu, Name = "hidden2")] [Dropout(0.5)]
[Dense(5, Name = "output")]
[SoftmaxCrossEntropy]
[Adam]
internal partial class LowDigits;

/// <summary>Tells 5 to 9 apart.</summary>
[Input(784)]
[Dense(300, Act.Relu, Name = "hidden1")]
[Dense(100, Act.Relu, Name = "hidden2")] [Dropout(0.5)]
[Dense(5, Name = "output")]
[SoftmaxCrossEntropy]
[Adam]
internal partial class HighDigits;

/// <summary>The same with the first hidden layer frozen.</summary>
[Input(784)]
[Dense(300, Act.Relu, Name = "hidden1")]
[Dense(100, Act.Relu, Name = "hidden2")] [Dropout(0.5)]
[Dense(5, Name = "output")]
[SoftmaxCrossEntropy]
[Adam]
[FreezeUpTo("hidden1")]
internal partial class HighDigitsTop;

/// <summary>The same with both hidden layers frozen.</summary>
[Input(784)]
[Dense(300, Act.Relu, Name = "hidden1")]
[Dense(100, Act.Relu, Name = "hidden2")] [Dropout(0.5)]
[Dense(5, Name = "output")]
[SoftmaxCrossEntropy]
[Adam]
[FreezeUpTo("hidden2")]
internal partial class HighDigitsHead;
