namespace GraphGen;

/// <summary>What one layer is and what it costs.</summary>
/// <param name="Name">The layer's name, such as <c>dense1</c>.</param>
/// <param name="Description">What was declared, such as <c>Dense(300, He, Elu)</c>.</param>
/// <param name="Outputs">Features in a row of its output, whose shape is [rows, outputs].</param>
/// <param name="Parameters">The number of its weights, biases, scales and shifts, trained or frozen.</param>
/// <param name="MovingStatistics">The number of its moving means and variances, which no gradient changes.</param>
/// <param name="FlopsPerRow">Floating-point operations of a prediction of one row; a multiplication and an addition are two.</param>
public sealed record LayerInfo(string Name, string Description, int Outputs, long Parameters, long MovingStatistics, long FlopsPerRow);
