namespace GraphGen.Model;

/// <summary>GG2006: sigmoid or tanh in many hidden layers, and no batch normalisation among these.</summary>
internal static class DeepSaturationRule
{
    /// <summary>
    /// The number of such layers from which on the rule speaks. A sigmoid's slope is at most 1/4, so that four of them leave a gradient
    /// less than a 250th.
    /// </summary>
    private const int Deep = 4;

    public static IEnumerable<Problem> Check(DeclaredNetwork network)
    {
        int[] saturating = [.. Saturating(network)];
        return IsDeep(network, saturating)
            ? [Problem.Of(
                RuleIds.DeepSaturation,
                network.AtFunction(saturating[0]),
                network.FunctionAt(saturating[0]).ToString(),
                Text.Count(saturating.Length))]
            : [];
    }

    /// <summary>Whether the rule speaks of the network.</summary>
    public static bool Concerns(DeclaredNetwork network) => IsDeep(network, [.. Saturating(network)]);

    private static bool IsDeep(DeclaredNetwork network, int[] saturating)
    {
        return saturating.Length >= Deep && !Between().Any(layer => layer is BatchNormSpec);

        IEnumerable<LayerSpec> Between() =>
            network.Layers.Skip(network.DensePositions[0]).Take(network.OutputPosition - network.DensePositions[0]);
    }

    /// <summary>The positions that apply the function in each hidden layer where it saturates.</summary>
    private static IEnumerable<int> Saturating(DeclaredNetwork network) =>
        network.HiddenPositions
            .Select(position => network.ActivationPosition(position) ?? position)
            .Where(applied => network.FunctionAt(applied) is Act.Sigmoid or Act.Tanh);
}
