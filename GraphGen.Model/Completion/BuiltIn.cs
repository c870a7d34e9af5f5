namespace GraphGen.Model;

/// <summary>What the attribute types hold in properties that neither a declaration nor its defaults set.</summary>
internal static class BuiltIn
{
    public const bool Bias = true;
    public const double Gain = 1;
    public const double RateMultiplier = 1;
    public const double BatchNormMomentum = 0.9;
    public const double BatchNormEpsilon = 1e-5;

    /// <summary>The scale of <paramref name="init"/> where the declaration states none; 0 for initialisers that heed none.</summary>
    public static double InitScale(Init init) => init is Init.Normal or Init.Uniform or Init.TruncatedNormal ? 0.05 : 0;

    /// <summary>Whether <paramref name="init"/> heeds a scale.</summary>
    public static bool TakesScale(Init init) => init is Init.Normal or Init.Uniform or Init.TruncatedNormal or Init.Constant;
}
