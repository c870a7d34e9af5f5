namespace GraphGen.Model;

/// <summary>
/// GG3012: no batch normalisation directly behind another, and no dropout directly behind dropout of either kind. What stands behind the
/// outputs is GG3006's and GG3007's matter. Presets add no kind of layer that the declaration has.
/// </summary>
internal static class RepeatedLayerRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network)
    {
        for (int position = 1; position < network.OutputPosition; position++)
        {
            string? effect = network.IsDropout(position) && network.IsDropout(position - 1)
                ? $"together they drop {Text.Number(SharedRate(network, position))} of the units"
                : network.Layers[position] is BatchNormSpec && network.Layers[position - 1] is BatchNormSpec
                ? "what is normalised already is normalised again"
                : null;
            if (effect is not null)
            {
                yield return Problem.Of(
                    RuleIds.RepeatedLayer,
                    network.At(position),
                    network.Layers[position].Name,
                    network.Layers[position - 1].Name,
                    effect)
                .MendedBy($"Remove '{network.Layers[position].Name}'", new Edit.RemoveAttribute(network.AttributeOf(position)));
            }
        }
    }

    /// <summary>Decimal, as the rates were written: 0.2 and 0.3 make 0.44.</summary>
    private static double SharedRate(DeclaredNetwork network, int position) =>
        (double)(1 - ((1 - (decimal)network.RateOf(position - 1)) * (1 - (decimal)network.RateOf(position))));
}
