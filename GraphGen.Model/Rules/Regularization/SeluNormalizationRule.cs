namespace GraphGen.Model;

/// <summary>
/// GG3003: no batch normalisation around SELU, which keeps mean and variance by itself (Klambauer et al., 2017).
/// That of the inputs standardises them, as SELU wants it. Where a preset adds the layer, the activation is what departs from the preset.
/// </summary>
internal static class SeluNormalizationRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network) =>
        from position in Enumerable.Range(0, network.OutputPosition)
        where network.Layers[position] is BatchNormSpec
        let dense = network.DenseInFrontOf(position)
        where dense is not null && network.ActivationOf(dense.Value) == Act.Selu
        let problem = Found(network, position, dense.Value)
        group problem by problem.Place into places
        select places.First();

    private static Problem Found(DeclaredNetwork network, int position, int dense)
    {
        bool isAdded = network.IsAdded(position);
        var problem = Problem.Of(
            RuleIds.SeluWithBatchNorm,
            isAdded ? network.AtFunction(network.ActivationPosition(dense)!.Value) : network.At(position),
            network.Layers[position].Name,
            network.Layers[dense].Name,
            isAdded ? "choose Preset.SelfNormalizing, or another activation" : "remove it, or choose another activation");
        return isAdded ? problem : problem.MendedBy("Remove the batch normalisation", new Edit.RemoveAttribute(network.AttributeOf(position)));
    }
}
