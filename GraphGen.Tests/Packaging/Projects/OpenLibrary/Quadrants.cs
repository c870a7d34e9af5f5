using GraphGen;

namespace Shapes;

[Input(2)]
[Dense(16, Act.Elu)] [BatchNorm]
[Dense(2)]
[SoftmaxCrossEntropy]
[Nag(momentum: 0.9)]
public partial class Quadrants;

[Input(2)]
[Dense(1)]
[MeanSquaredError]
internal partial class Plane;
