namespace GraphGen.Model;

/// <summary>GG2003: SELU behind weights whose variance is not LeCun's, <c>1 / fan-in</c>.</summary>
internal static class SeluWithoutLeCunRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network) => UnsuitableInit.Check(network, RuleIds.SeluWithoutLeCun, Concerns);

    /// <summary>Whether the dense layer at <paramref name="position"/> is such a one. Weights of no variance at all are another rule's.</summary>
    public static bool Concerns(DeclaredNetwork network, int position) =>
        UnsuitableInit.IsJudged(network, position)
        && network.ActivationOf(position) == Act.Selu
        && network.Dense(position).Init is not (Init.LeCun or Init.LeCunUniform or Init.Orthogonal)
        && InitialVariance.Of(network.Dense(position), network.FanIn(position)) * network.FanIn(position) is { } sum and > 0
        && Math.Abs(sum - 1) > SaidWeights.Tolerance;
}
