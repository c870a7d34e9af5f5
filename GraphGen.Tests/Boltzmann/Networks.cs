namespace GraphGen.Tests.Boltzmann;

[Rbm(4, 3)]
[Sgd]
internal sealed partial class TinyMachine;

[Rbm(4, 3, Steps = 25)]
[Sgd]
internal sealed partial class PatientMachine;

[Rbm(4, 3, Visible = VisibleUnits.Gaussian, Steps = 25)]
[Sgd]
internal sealed partial class GaussianMachine;

[Rbm(784, 64)]
[Sgd]
internal sealed partial class DigitMachine;

[Rbm(784, 64, PersistentChains = 10)]
[Sgd]
internal sealed partial class PersistentDigitMachine;

[Rbm(20, 9)]
[Momentum(0.5, WeightDecay = 0.001)]
internal sealed partial class FirstMachine;

[Rbm(9, 5, Steps = 2)]
[Momentum(0.5)]
internal sealed partial class SecondMachine;

[Input(20)] [Dense(9, Act.Sigmoid)] [Dense(5, Act.Sigmoid)] [Dense(3)] [SoftmaxCrossEntropy] [Adam]
internal sealed partial class StackedClassifier;

[Rbm(4, 3, PersistentChains = 500)]
[Sgd]
internal sealed partial class PersistentMachine;

[Rbm(20, 9, PersistentChains = 16)]
[Momentum(0.5)]
internal sealed partial class PersistentFirstMachine;
