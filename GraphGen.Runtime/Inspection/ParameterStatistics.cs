namespace GraphGen;

/// <summary>How the values and the gradient of a parameter are distributed.</summary>
/// <param name="Name">The parameter's name, such as <c>dense1.weight</c>.</param>
/// <param name="Values">Its values.</param>
/// <param name="Gradients">The gradient of the mean loss by it, without penalties; null for a moving statistic, which has none.</param>
public sealed record ParameterStatistics(string Name, TensorStatistics Values, TensorStatistics? Gradients);
