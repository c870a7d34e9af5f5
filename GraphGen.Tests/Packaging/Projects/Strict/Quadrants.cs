using GraphGen;

namespace Company.Product;

/// <summary>Which quadrants a point lies in: 1 for the first and third, 0 for the others.</summary>
[Input(2)]
[Dense(16, Act.Elu)]
[BatchNorm]
[Dense(2)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
internal sealed partial class Quadrants;
