namespace GraphGen.Model;

/// <summary>What the rules about initialisers that do not suit an activation have in common.</summary>
internal static class UnsuitableInit
{
    /// <summary>One problem for each place that says a wrong initialiser, be it for one layer or, in <c>[Defaults]</c>, for several.</summary>
    /// <param name="network">The network.</param>
    /// <param name="ruleId">The rule.</param>
    /// <param name="isWrong">Whether the initialiser of the dense layer at a position does not suit its activation.</param>
    public static IEnumerable<Problem> Check(DeclaredNetwork network, string ruleId, Func<DeclaredNetwork, int, bool> isWrong) =>
        from position in network.DensePositions
        where isWrong(network, position)
        group position by network.At(position, "init", network.Arguments(position).Init) into positions
        select ProblemOf(network, ruleId, positions.Key, [.. positions]);

    /// <summary>
    /// Whether somebody says the initialiser of a layer with an activation. What stands on outputs whose loss takes logits is a mistake of
    /// its own: without it every initialiser suits.
    /// </summary>
    public static bool IsJudged(DeclaredNetwork network, int position) =>
        SaidWeights.IsSaid(network.Arguments(position).Init.Source)
        && !(position == network.OutputPosition && network.Network.Loss.CountsHits);

    private static Problem ProblemOf(DeclaredNetwork network, string ruleId, Place place, int[] positions)
    {
        int first = positions[0];
        Resolved<Init> said = network.Arguments(first).Init;
        Act activation = network.ActivationOf(first);
        string better = $"{nameof(Init)}.{InTheFormOf(said.Value, AutomaticInit.For(activation))}";
        double ratio = SaidWeights.RatioOf(network, first) ?? 0;
        return Problem.Of(
                ruleId, place, network.Layers[first].Name, said.Value.ToString(), activation.ToString(), better, Figure.Of(ratio))
            .MendedBy($"Use {better}", [.. EditsOf(network, positions, better)]);
    }

    private static IEnumerable<Edit> EditsOf(DeclaredNetwork network, int[] positions, string better)
    {
        Resolved<Init> said = network.Arguments(positions[0]).Init;
        bool changesDefaults = said.Source == ArgumentSource.Defaults
            && network.DefaultsMayChange(positions, position => network.Arguments(position).Init.Source);
        if (changesDefaults)
        {
            yield return new Edit.SetArgument(said.Attribute!.Value, "init", better);
        }

        foreach (int position in positions)
        {
            if (!changesDefaults)
            {
                yield return new Edit.SetArgument(network.AttributeOf(position), "init", better);
            }

            // It was there to make up for the other initialiser.
            if (network.Arguments(position).Gain is { Source: ArgumentSource.Layer, Value: not BuiltIn.Gain })
            {
                yield return new Edit.RemoveArgument(network.AttributeOf(position), "Gain");
            }
        }
    }

    /// <summary>The uniform form of <paramref name="better"/> in the place of a uniform initialiser.</summary>
    private static Init InTheFormOf(Init said, Init better)
    {
        bool isUniform = said is Init.Uniform or Init.HeUniform or Init.GlorotUniform or Init.XavierUniform or Init.LeCunUniform;
        return (better, isUniform) switch
        {
            (Init.He, true) => Init.HeUniform,
            (Init.LeCun, true) => Init.LeCunUniform,
            (Init.Glorot, true) => Init.GlorotUniform,
            _ => better,
        };
    }
}
