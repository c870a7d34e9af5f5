namespace GraphGen.Model;

/// <summary>
/// GG4007: accumulated gradients are those of a larger batch, but batch normalisation still takes its statistics from each mini-batch
/// (Ioffe, 2017, on what small ones do to it).
/// </summary>
internal static class AccumulatedStatisticsRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network)
    {
        int batches = network.Network.AccumulatedBatches;
        int[] normalizations = batches < 2
            ? []
            : [.. Enumerable.Range(0, network.Layers.Count).Where(position => network.Layers[position] is BatchNormSpec { Frozen: false })];
        return from attribute in network.Declaration.IndicesWhere(kind => kind == AttributeKind.AccumulateGradients)
               where normalizations.Length > 0
               select Problem.Of(
                   RuleIds.NormalizedAccumulation,
                   new Place.OnAttribute(attribute, null),
                   network.Names(normalizations),
                   Text.Count(batches));
    }
}
