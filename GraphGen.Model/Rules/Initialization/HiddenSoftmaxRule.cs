namespace GraphGen.Model;

/// <summary>
/// GG2008: softmax between dense layers. As a second activation it is <see cref="RepeatedActivationRule"/>'s, whose repair removes it.
/// </summary>
internal static class HiddenSoftmaxRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network) =>
        from position in network.HiddenPositions
        where network.ActivationOf(position) == Act.Softmax
        group position by network.AtFunction(network.ActivationPosition(position) ?? position) into positions
        let dense = network.Dense(positions.First())
        select Problem.Of(RuleIds.HiddenSoftmax, positions.Key, dense.Name, Text.Count(dense.Units));
}
