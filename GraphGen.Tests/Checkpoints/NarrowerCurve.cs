namespace GraphGen.Tests.Checkpoints;

/// <summary>As <see cref="EndToEnd.Curve"/>, but for the width of its second layer.</summary>
[Input(4)]
[Dense(32, Act.Tanh)]
[Dense(16, Act.Tanh)]
[Dense(1)]
[MeanSquaredError]
[Adam]
internal partial class NarrowerCurve;
