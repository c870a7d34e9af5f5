namespace GraphGen.Model;

/// <summary>
/// GG3001: no bias in front of batch normalisation, which subtracts it again with the mean (Ioffe and Szegedy, 2015, section 3.2).
/// Frozen layers may keep one, as their checkpoint has it.
/// </summary>
internal static class BatchNormBiasRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network) =>
        from position in NormalizedSums.Of(network, throughNoise: true)
        where ((DenseSpec)network.Layers[position]).Bias
        group position by network.At(position, "Bias", network.Arguments(position).Bias) into positions
        select Problem.Of(RuleIds.BiasBeforeBatchNorm, positions.Key, network.Names(positions))
            .MendedBy("Set Bias = false", [.. positions.Select(position => WithoutBias(network, position))]);

    private static Edit WithoutBias(DeclaredNetwork network, int position) =>
        new Edit.SetArgument(network.AttributeOf(position), "Bias", "false");
}
