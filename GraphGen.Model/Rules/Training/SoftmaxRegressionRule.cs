namespace GraphGen.Model;

/// <summary>
/// GG4002: outputs behind a softmax are probabilities, whose loss is the cross-entropy: a regression loss loses its gradient exactly where
/// the softmax is sure and wrong (Goodfellow, Bengio and Courville, 2016, section 6.2.2.3).
/// </summary>
internal static class SoftmaxRegressionRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network) =>
        from attribute in network.Declaration.IndicesWhere(AttributeKinds.IsLoss)
        where !network.Network.Loss.CountsHits && !network.Network.Loss.IsExternal
        from position in Enumerable.Range(network.OutputPosition, network.Layers.Count - network.OutputPosition)
            .Where(position => network.FunctionAt(position) == Act.Softmax)
            .Take(1)
        select Problem.Of(
            RuleIds.RegressionOnSoftmax,
            new Place.OnAttribute(attribute, null),
            network.Declaration.Attributes[attribute].Kind.ToString(),
            network.Layers[position].Name);
}
