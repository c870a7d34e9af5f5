using GraphGen;

/// <summary>Nine measures and grades of a diamond in, its price out. The weights that are evaluated are moving averages of those that are trained.</summary>
[Input(9)]
[Dense(128, Act.Swish)]
[Dense(64, Act.Swish)]
[Dense(32, Act.Swish)]
[Dense(1)]
[MeanSquaredError]
[Adam]
[AverageWeights(0.999)]
public partial class DiamondPrices;
