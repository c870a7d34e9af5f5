namespace GraphGen;

/// <summary>What an inspection found at one layer.</summary>
/// <param name="Name">The layer's name, such as <c>dense1</c>.</param>
/// <param name="Kind">The attribute that declared it, such as <c>Dense</c>.</param>
/// <param name="Sums">What its activation works on, of shape [rows, units]; null for a layer without an activation.</param>
/// <param name="Outputs">Its outputs, of shape [rows, units]: the activations, or the logits of a last layer whose loss takes logits.</param>
/// <param name="Gradients">The gradient of the mean loss by its outputs, without penalties.</param>
/// <param name="Parameters">Its parameters and moving statistics, in their order; empty for a layer without any.</param>
/// <param name="DeadUnits">
/// The share of its units, in [0, 1], through which nothing can be learned from these rows: the derivative of the activation is exactly zero in
/// every row. For ReLU that is a unit whose output is zero in every row; a leaky unit dies only where its slope is zero, and a bounded one or ELU where every
/// output has reached the end of the range by rounding. NaN for a layer without an activation.
/// </param>
/// <param name="SaturatedShare">
/// The share of its outputs, in [0, 1], that lie within 1 % of an end of the activation's range, measured by the range's width: of a sigmoid
/// below 0.01 or above 0.99, of a tanh below -0.98 or above 0.98. NaN for other activations.
/// </param>
public sealed record LayerStatistics(
    string Name,
    string Kind,
    TensorStatistics? Sums,
    TensorStatistics Outputs,
    TensorStatistics Gradients,
    IReadOnlyList<ParameterStatistics> Parameters,
    float DeadUnits,
    float SaturatedShare)
{
    /// <summary>The weights of a dense layer, of shape [inputs, units]; null for other layers.</summary>
    public TensorStatistics? Weights => Weight?.Values;

    /// <summary>The gradient of the mean loss by the weights of a dense layer, without penalties; null for other layers.</summary>
    public TensorStatistics? WeightGradients => Weight?.Gradients;

    private ParameterStatistics? Weight => Parameters.FirstOrDefault(parameter => parameter.Name.EndsWith(".weight", StringComparison.Ordinal));

    /// <summary>The layer and its outputs in one line, the same in every culture.</summary>
    public override string ToString() => $"{Kind} '{Name}': {Outputs}";
}
