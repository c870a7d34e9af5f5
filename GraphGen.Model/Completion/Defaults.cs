namespace GraphGen.Model;

/// <summary>What the attribute types hold in properties that a declaration does not set.</summary>
internal static class Defaults
{
    public const bool Bias = true;
    public const double BatchNormMomentum = 0.9;
    public const double BatchNormEpsilon = 1e-5;

    /// <summary>The scale of <paramref name="init"/> where the declaration states none; 0 for initialisers that heed none.</summary>
    public static double InitScale(Init init) => init is Init.Normal or Init.Uniform ? 0.05 : 0;

    /// <summary>Whether <paramref name="init"/> heeds a scale.</summary>
    public static bool TakesScale(Init init) => init is Init.Normal or Init.Uniform or Init.Constant;
}
