namespace GraphGen.Model;

/// <summary>GG2011: an activation of an activation, with no dense layer between.</summary>
internal static class RepeatedActivationRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network)
    {
        int? former = null;
        for (int position = 0; position < network.Layers.Count; position++)
        {
            if (network.Layers[position] is DenseSpec)
            {
                former = null;
            }

            if (network.FunctionAt(position) == Act.Linear || IsOnLogits(network, position))
            {
                continue;
            }

            if (former is { } first)
            {
                yield return Problem.Of(
                    RuleIds.RepeatedActivation,
                    network.AtFunction(position),
                    network.FunctionAt(position).ToString(),
                    network.FunctionAt(first).ToString(),
                    network.Layers[first].Name).MendedByRemoving(network, position);
            }

            former = position;
        }
    }

    /// <summary>Whether <see cref="LogitRule"/> speaks of each activation here.</summary>
    private static bool IsOnLogits(DeclaredNetwork network, int position) =>
        position >= network.OutputPosition && network.Network.Loss.CountsHits;
}
