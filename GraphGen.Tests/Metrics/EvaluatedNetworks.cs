namespace GraphGen.Tests.Metrics;

/// <summary>One class of three.</summary>
[Input(2)]
[Dense(8, Act.Tanh)]
[Dense(3)]
[SoftmaxCrossEntropy]
[Adam]
internal partial class Chooser;

/// <summary>Yes or no.</summary>
[Input(2)]
[Dense(1)]
[BinaryCrossEntropy]
[Adam]
internal partial class Decider;

/// <summary>Two questions.</summary>
[Input(2)]
[Dense(2)]
[BinaryCrossEntropy]
[Adam]
internal partial class Tagger;

/// <summary>Two values.</summary>
[Input(2)]
[Dense(2)]
[MeanSquaredError]
[Adam]
internal partial class Estimator;
