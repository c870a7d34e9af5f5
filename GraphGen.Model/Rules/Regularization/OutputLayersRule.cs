namespace GraphGen.Model;

/// <summary>
/// GG3006: no dropout of the network's outputs. GG3007: no batch normalisation of them, be they logits or a regression's values.
/// A preset adds neither there.
/// </summary>
internal static class OutputLayersRule
{
    public static IEnumerable<Problem> CheckDropout(DeclaredNetwork network) =>
        from position in BehindOutput(network)
        where network.RateOf(position) > 0
        select Problem.Of(
            RuleIds.DropoutOfOutputs,
            network.At(position),
            network.Layers[position].Name,
            Text.Number(network.RateOf(position)),
            network.Layers[network.OutputPosition].Name)
        .MendedBy("Remove the dropout", new Edit.RemoveAttribute(network.AttributeOf(position)));

    public static IEnumerable<Problem> CheckBatchNorm(DeclaredNetwork network) =>
        from position in BehindOutput(network)
        where network.Layers[position] is BatchNormSpec
        select Problem.Of(
            RuleIds.NormalizedLogits,
            network.At(position),
            network.Layers[position].Name,
            network.Network.Loss.CountsHits ? "logits" : "outputs",
            network.Layers[network.OutputPosition].Name)
        .MendedBy("Remove the batch normalisation", new Edit.RemoveAttribute(network.AttributeOf(position)));

    private static IEnumerable<int> BehindOutput(DeclaredNetwork network) =>
        Enumerable.Range(network.OutputPosition + 1, network.Layers.Count - network.OutputPosition - 1);
}
