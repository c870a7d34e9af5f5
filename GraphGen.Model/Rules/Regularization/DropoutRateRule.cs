namespace GraphGen.Model;

/// <summary>GG3008: dropout keeps at least as many units as it drops (Srivastava et al., 2014, appendix A.4).</summary>
internal static class DropoutRateRule
{
    /// <summary>The highest rate in use. At it half of the units remain, and as many different networks as there can be.</summary>
    private const double HighestRate = 0.5;

    public static IEnumerable<Problem> Check(DeclaredNetwork network) =>
        from position in Enumerable.Range(0, network.OutputPosition)
        where network.IsDropout(position) && network.RateOf(position) > HighestRate
        select Problem.Of(
            RuleIds.HighDropout, network.At(position, "rate"), network.Layers[position].Name, Text.Number(network.RateOf(position)));
}
