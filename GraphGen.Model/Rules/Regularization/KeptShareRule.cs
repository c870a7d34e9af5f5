namespace GraphGen.Model;

/// <summary>
/// GG3010: the momentum of batch normalisation and the decay of averaged weights are the shares of the OLD numbers that a step keeps. A small
/// one was meant in PyTorch's convention, where momentum is the share of the new.
/// </summary>
internal static class KeptShareRule
{
    /// <summary>Below it a step forgets more than it keeps, and the average is none.</summary>
    private const double LowestShare = 0.5;

    public static IEnumerable<Problem> Check(DeclaredNetwork network)
    {
        for (int position = 0; position < network.Layers.Count; position++)
        {
            if (network.Layers[position] is BatchNormSpec { Momentum: < LowestShare and var momentum, Name: var name })
            {
                yield return Found(network.AttributeOf(position), "Momentum", $"'{name}'", momentum, "statistics");
            }
        }

        foreach (int attribute in network.Declaration.IndicesWhere(kind => kind == AttributeKind.AverageWeights))
        {
            if (network.Network.AverageDecay < LowestShare)
            {
                yield return Found(attribute, "decay", "[AverageWeights]", network.Network.AverageDecay, "average");
            }
        }
    }

    private static Problem Found(int attribute, string argument, string of, double share, string what)
    {
        double complement = (double)(1 - (decimal)share);
        bool isShare = (float)complement < 1;
        string meant = isShare ? Text.Literal(complement) : "a share from 0.9 to 0.999";
        var problem = Problem.Of(
            RuleIds.InvertedMomentum, new Place.OnAttribute(attribute, argument), argument, of, Text.Number(share), what, meant);
        return isShare
            ? problem.MendedBy($"Set {argument} to {meant}", new Edit.SetArgument(attribute, argument, meant))
            : problem;
    }
}
