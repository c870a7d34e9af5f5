namespace GraphGen.Model;

/// <summary>
/// GG4001: no AdaGrad on deep networks: it divides by the sum of all squared gradients so far, and its steps die out before the training
/// is done (Goodfellow, Bengio and Courville, 2016, section 8.5.1).
/// </summary>
internal static class AdaGradDepthRule
{
    /// <summary>The number of hidden layers from which on the lecture notes advise against it.</summary>
    private const int DeepFrom = 3;

    public static IEnumerable<Problem> Check(DeclaredNetwork network)
    {
        int hidden = network.DensePositions.Count - 1;
        if (network.Network.Optimizer is AdaGradSpec && network.OptimizerAttribute is { } attribute && hidden >= DeepFrom)
        {
            yield return Problem.Of(RuleIds.DeepAdaGrad, new Place.OnAttribute(attribute, null), Text.Count(hidden))
                .MendedBy(
                    "Use RmsProp",
                    new Edit.ReplaceAttribute(
                        attribute, OptimizerText.Of(AttributeKind.RmsProp, [], network.Declaration.Attributes[attribute])));
        }
    }
}
