namespace GraphGen.Model;

/// <summary>
/// GG3011: no penalty or limit on weights whose scale batch normalisation divides out again: it only changes the effective learning rate
/// (van Laarhoven, 2017; Hoffer et al., 2018). L2 under Adam is GG3009's matter.
/// </summary>
internal static class NormalizedPenaltyRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network) =>
        from position in NormalizedSums.Of(network, throughNoise: false)
        from said in Said(network, position)
        group position by (Place: network.At(position, said.Argument, said.Value), said.Argument) into positions
        select Problem.Of(RuleIds.PenaltyBeforeBatchNorm, positions.Key.Place, positions.Key.Argument, network.Names(positions));

    private static IEnumerable<(string Argument, Resolved<double> Value)> Said(DeclaredNetwork network, int position)
    {
        DenseArguments arguments = network.Arguments(position);
        (string Argument, Resolved<double> Value)[] all = [("L1", arguments.L1), ("L2", arguments.L2), ("MaxNorm", arguments.MaxNorm)];
        return all.Where(said => said.Value.Value > 0 && !(said.Argument == "L2" && AdaptivePenaltyRule.Concerns(network)));
    }
}
