using GraphGen;

/// <summary>Four measurements in, three species out. These attributes are the whole network; the build writes its code.</summary>
[Input(4)]
[Dense(16, Act.Relu)]
[Dense(16, Act.Relu)]
[Dense(3)]
[SoftmaxCrossEntropy]
[Adam]
public partial class Iris;
