namespace GraphGen.Tests.Interpretation;

/// <summary>
/// Monte Carlo arithmetic (Parker, "Monte Carlo Arithmetic: Exploiting Randomness in Floating-Point Arithmetic", 1997): every
/// result is moved at random by as much as single precision might round it. How far the results of a few such runs lie from
/// the exact one tells how well-conditioned a computation is, whatever order a kernel adds up in.
/// </summary>
internal sealed class NoisyArithmetic(int seed) : Arithmetic
{
    /// <summary>One unit in the last place of a <see cref="float"/>, relative to the largest of its binade.</summary>
    private const double RelativeNoise = 1.0 / (1 << 23);

    private readonly System.Random _random = new(seed);

    public override double Round(double value, double magnitude) =>
        value + (((2 * _random.NextDouble()) - 1) * RelativeNoise * magnitude);
}
