namespace GraphGen.Model;

/// <summary>
/// GG3002: no dropout in front of batch normalisation without a dense layer between, because the variance there differs between training
/// and prediction (Li et al., 2019). With SELU the batch normalisation is what does not belong there, and GG3003 says so; that behind the
/// outputs is GG3006's and GG3007's.
/// </summary>
internal static class DropoutOrderRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network)
    {
        for (int position = 0; position < network.OutputPosition; position++)
        {
            if (network.RateOf(position) > 0
                && NormalizationBehind(network, position) is { } normalization
                && !(network.DenseInFrontOf(position) is { } dense && network.ActivationOf(dense) == Act.Selu))
            {
                yield return Found(network, position, normalization);
            }
        }
    }

    /// <summary>The batch normalisation behind, with nothing but activations, noise and penalties between.</summary>
    private static int? NormalizationBehind(DeclaredNetwork network, int position)
    {
        int next = position + 1;
        while (network.Layers[next] is ActivationSpec || network.IsPassed(next))
        {
            next++;
        }

        return network.Layers[next] is BatchNormSpec ? next : null;
    }

    private static Problem Found(DeclaredNetwork network, int position, int normalization)
    {
        var problem = Problem.Of(
            RuleIds.DropoutBeforeBatchNorm,
            network.At(position),
            network.Layers[position].Name,
            Text.Number(network.RateOf(position)),
            network.Layers[normalization].Name);
        bool isRepeated = (position > 0 && network.IsDropout(position - 1)) || network.IsDropout(normalization + 1);
        return normalization == position + 1 && !isRepeated && !network.IsAdded(position) && !network.IsAdded(normalization)
            ? problem.MendedBy(
                "Put the dropout behind the batch normalisation",
                new Edit.SwapAttributes(network.AttributeOf(position), network.AttributeOf(normalization)))
            : problem;
    }
}
