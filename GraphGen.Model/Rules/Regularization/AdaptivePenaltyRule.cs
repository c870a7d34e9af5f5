namespace GraphGen.Model;

/// <summary>
/// GG3009: no L2 penalty under Adam and its kin, which divide it by the size of the gradients; weight decay instead
/// (Loshchilov and Hutter, 2019).
/// </summary>
internal static class AdaptivePenaltyRule
{
    /// <summary>Whether the network's optimizer is one that the rule is about.</summary>
    public static bool Concerns(DeclaredNetwork network) => network.Network.Optimizer is AdamSpec or AdaMaxSpec or NadamSpec;

    public static IEnumerable<Problem> Check(DeclaredNetwork network)
    {
        if (!Concerns(network))
        {
            return [];
        }

        Repair? repair = WeightDecay.InsteadOfL2(network);
        return from position in network.DensePositions
               let dense = (DenseSpec)network.Layers[position]
               where dense is { L2: > 0, Frozen: false }
               group position by network.At(position, "L2", network.Arguments(position).L2) into positions
               let penalty = ((DenseSpec)network.Layers[positions.First()]).L2
               select Problem.Of(
                   RuleIds.PenaltyUnderAdam,
                   positions.Key,
                   Text.Number(penalty),
                   network.Names(positions),
                   network.Optimizer!.Kind.ToString(),
                   WeightDecay.Advice(network, penalty))
               with { Repair = repair };
    }
}
