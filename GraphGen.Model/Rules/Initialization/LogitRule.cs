namespace GraphGen.Model;

/// <summary>
/// Losses that apply softmax or sigmoid themselves take logits. GG2007: outputs that went through either already. GG2009: through any other
/// function.
/// </summary>
internal static class LogitRule
{
    public static IEnumerable<Problem> CheckActivationOfTheLoss(DeclaredNetwork network) =>
        Check(network, RuleIds.ActivationOfTheLoss, position => IsOfALoss(network, position));

    public static IEnumerable<Problem> CheckOtherActivations(DeclaredNetwork network) =>
        Check(network, RuleIds.ActivationOnLogits, position => !IsOfALoss(network, position));

    private static IEnumerable<Problem> Check(DeclaredNetwork network, string ruleId, Func<int, bool> isJudged) =>
        network.Network.Loss.CountsHits
            ? OutputActivations.Of(network).Where(isJudged).Select(position =>
                Problem.Of(
                    ruleId,
                    network.AtFunction(position),
                    network.Layers[network.OutputPosition].Name,
                    network.FunctionAt(position).ToString(),
                    network.LossName).MendedByRemoving(network, position))
            : [];

    private static bool IsOfALoss(DeclaredNetwork network, int position) => network.FunctionAt(position) is Act.Softmax or Act.Sigmoid;
}
