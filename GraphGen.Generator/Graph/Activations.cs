using GraphGen.Model;

namespace GraphGen.Generator.Graph;

/// <summary>Facts about the activation functions that several stages need.</summary>
internal static class Activations
{
    /// <summary>Slope of leaky ReLU for negative inputs (Maas, Hannun and Ng, 2013).</summary>
    public const double LeakySlope = 0.01;

    /// <summary>SELU's two constants (Klambauer et al., 2017): the fixed point at mean 0 and variance 1.</summary>
    public const double SeluScale = 1.0507009873554804934193349852946;
    public const double SeluAlpha = 1.6732632423543772848170429916717;

    /// <summary>Whether the derivative is computed from the input <c>z</c>; the others need only the output, which is stored anyway.</summary>
    public static bool DerivativeNeedsInput(Act function) => function is Act.Swish;
}
