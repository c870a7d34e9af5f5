using GraphGen.Model;

namespace GraphGen.Generator.Graph;

/// <summary>Facts about the activation functions that several stages need.</summary>
internal static class Activations
{
    /// <summary>SELU's two constants (Klambauer et al., 2017): the fixed point at mean 0 and variance 1.</summary>
    public const double SeluScale = 1.0507009873554804934193349852946;
    public const double SeluAlpha = 1.6732632423543772848170429916717;

    /// <summary>Whether the derivative is computed from the input <c>z</c>; the others need only the output, which is stored anyway.</summary>
    public static bool DerivativeNeedsInput(Act function) => function is Act.Swish or Act.Gelu or Act.Mish or Act.HardSwish;

    /// <summary>
    /// What alpha dropout makes of kept elements, <c>Scale x + Shift</c>, and of dropped ones, <c>Dropped</c>, so that a mean of 0 and a
    /// variance of 1 stay what they are (Klambauer et al., 2017, section 3).
    /// </summary>
    /// <param name="rate">The probability of being dropped.</param>
    public static (double Scale, double Shift, double Dropped) AlphaDropout(double rate)
    {
        double lowest = -SeluScale * SeluAlpha, kept = 1 - rate;
        double scale = 1 / Math.Sqrt(kept + (lowest * lowest * kept * rate));
        double shift = -scale * rate * lowest;
        return (scale, shift, (scale * lowest) + shift);
    }
}
