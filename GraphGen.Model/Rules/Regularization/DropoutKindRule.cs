namespace GraphGen.Model;

/// <summary>
/// GG3004: behind SELU alpha dropout, which keeps mean and variance. GG3005: alpha dropout nowhere else, as it drops to SELU's lowest value
/// (Klambauer et al., 2017). On the inputs of a SELU layer either may stand: they have no lowest value, but a variance to keep.
/// Dropout of outputs is GG3006's matter.
/// </summary>
internal static class DropoutKindRule
{
    public static IEnumerable<Problem> CheckDropout(DeclaredNetwork network) =>
        from position in Enumerable.Range(0, network.OutputPosition)
        where network.Layers[position] is DropoutSpec { Rate: > 0 }

        // A preset that adds batch normalisation, too, has GG3003 speak for both.
        where !network.IsAdded(position) || network.Declaration.Has(AttributeKind.BatchNorm)
        let dense = network.DenseInFrontOf(position)
        where dense is not null && network.ActivationOf(dense.Value) == Act.Selu
        select PlainBehindSelu(network, position, dense.Value);

    public static IEnumerable<Problem> CheckAlphaDropout(DeclaredNetwork network) =>
        from position in Enumerable.Range(0, network.OutputPosition)
        where network.Layers[position] is AlphaDropoutSpec { Rate: > 0 }
        let dense = network.DenseInFrontOf(position) ?? network.DensePositions[0]
        let activation = network.ActivationOf(dense)
        where activation != Act.Selu
        select AlphaElsewhere(network, position, dense, activation);

    private static Problem PlainBehindSelu(DeclaredNetwork network, int position, int dense)
    {
        bool isAdded = network.IsAdded(position);
        var problem = Problem.Of(
            RuleIds.SeluWithDropout,
            isAdded ? network.AtFunction(network.ActivationPosition(dense)!.Value) : network.At(position),
            network.Layers[position].Name,
            network.Layers[dense].Name,
            Text.Number(network.RateOf(position)));
        return isAdded ? problem : Renamed(problem, network, position, AttributeKind.AlphaDropout);
    }

    private static Problem AlphaElsewhere(DeclaredNetwork network, int position, int dense, Act activation) => Renamed(
        Problem.Of(
            RuleIds.AlphaDropoutWithoutSelu,
            network.At(position),
            network.Layers[position].Name,
            network.Layers[dense].Name,
            activation == Act.Linear ? "no activation" : $"Act.{activation}",
            Text.Number(network.RateOf(position))),
        network,
        position,
        AttributeKind.Dropout);

    private static Problem Renamed(Problem problem, DeclaredNetwork network, int position, AttributeKind kind) =>
        problem.MendedBy($"Use {kind}", new Edit.RenameAttribute(network.AttributeOf(position), kind));
}
