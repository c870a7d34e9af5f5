namespace GraphGen.Tests.Boltzmann;

[Rbm(4, 3)]
[Sgd]
internal sealed partial class TinyMachine;

[Rbm(4, 3, Visible = VisibleUnits.Gaussian)]
[Sgd]
internal sealed partial class TinyGaussianMachine;

[Rbm(64, 40)]
[Momentum(0.5, WeightDecay = 0.0002)]
internal sealed partial class DigitMachine;
