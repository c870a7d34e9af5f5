namespace GraphGen.Model;

/// <summary>GG2xxx: initialisation and activation.</summary>
internal static class InitializationRules
{
    /// <summary>The rules in the order of their ids.</summary>
    public static readonly Func<DeclaredNetwork, IEnumerable<Problem>>[] All =
    [
        SaturatingWithHeRule.Check,
        RectifierWithoutHeRule.Check,
        SeluWithoutLeCunRule.Check,
        EqualWeightsRule.Check,
        UnstableSignalRule.Check,
        DeepSaturationRule.Check,
        LogitRule.CheckActivationOfTheLoss,
        HiddenSoftmaxRule.Check,
        LogitRule.CheckOtherActivations,
        LimitedRegressionRule.Check,
        RepeatedActivationRule.Check,
        LinearHiddenLayerRule.Check,
        ArgumentWithoutEffectRule.Check,
    ];
}
