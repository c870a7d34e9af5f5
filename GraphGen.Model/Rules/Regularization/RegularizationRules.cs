namespace GraphGen.Model;

/// <summary>GG3xxx: normalisation and regularisation.</summary>
internal static class RegularizationRules
{
    /// <summary>The rules in the order of their ids.</summary>
    public static readonly Func<DeclaredNetwork, IEnumerable<Problem>>[] All =
    [
        BatchNormBiasRule.Check,
        DropoutOrderRule.Check,
        SeluNormalizationRule.Check,
        DropoutKindRule.CheckDropout,
        DropoutKindRule.CheckAlphaDropout,
        OutputLayersRule.CheckDropout,
        OutputLayersRule.CheckBatchNorm,
        DropoutRateRule.Check,
        AdaptivePenaltyRule.Check,
        KeptShareRule.Check,
        NormalizedPenaltyRule.Check,
        RepeatedLayerRule.Check,
        SparsityRule.Check,
    ];
}
