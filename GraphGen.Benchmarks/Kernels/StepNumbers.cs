namespace GraphGen.Benchmarks.Kernels;

/// <summary>
/// The numbers of a step that the fused updates are called with. The rates are small, because a measured update runs a million
/// times; Adam's epsilon is large, because the check of its result would otherwise hang on the sign of gradients near zero.
/// </summary>
internal static class StepNumbers
{
    public const float LearningRate = 1e-6f;
    public const float AdamEpsilon = 0.1f;

    /// <summary>The number for an emitted parameter of that name.</summary>
    /// <exception cref="NotSupportedException">No number has that name.</exception>
    public static float Of(string name) => name switch
    {
        "learningRate" or "adamRate" => LearningRate,
        "adamEpsilon" => AdamEpsilon,
        _ => throw new NotSupportedException($"The emitted update takes '{name}', for which the benchmarks have no value."),
    };
}
