namespace GraphGen.Reporting.Tests.Html;

/// <summary>Tells four kinds of bars in images of 8 x 8 pixels apart.</summary>
[Input(64)]
[Dense(24, Act.Relu)]
[BatchNorm]
[Dense(12, Act.Sigmoid)]
[Dropout(0.1)]
[Dense(4)]
[SoftmaxCrossEntropy]
[Adam]
public partial class Bars;

/// <summary>Yes or no, with one output.</summary>
[Input(64)]
[Dense(8, Act.Relu)]
[Dense(1)]
[BinaryCrossEntropy]
[Adam]
public partial class YesOrNo;

/// <summary>Two values.</summary>
[Input(64)]
[Dense(8, Act.Tanh)]
[Dense(2)]
[MeanSquaredError]
[Adam]
public partial class Values;
