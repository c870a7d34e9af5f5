namespace GraphGen.Model;

/// <summary>GG4xxx: loss, optimizer and training.</summary>
internal static class TrainingRules
{
    /// <summary>The rules in the order of their ids.</summary>
    public static readonly Func<DeclaredNetwork, IEnumerable<Problem>>[] All =
    [
        AdaGradDepthRule.Check,
        SoftmaxRegressionRule.Check,
        FrozenLayerRule.CheckOrder,
        FrozenLayerRule.CheckAny,
        RateArgumentRule.Check,
        BetasRule.Check,
        AccumulatedStatisticsRule.Check,
    ];
}
