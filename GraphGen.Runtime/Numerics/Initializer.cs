using System.Runtime.CompilerServices;

namespace GraphGen.Numerics;

/// <summary>Draws a layer's initial weights. The formulas and their sources stand at the members of <see cref="Init"/>.</summary>
public static class Initializer
{
    /// <summary>
    /// Fills <paramref name="weights"/>. The same arguments give the same weights on every machine; normal weights are drawn from the whole
    /// distribution, not from a truncated one.
    /// </summary>
    /// <param name="weights">The weights, <c>[fanIn, fanOut]</c> row-major.</param>
    /// <param name="init">
    /// How to draw them; not <see cref="Init.Auto"/>, which is a question that only the layer's activation answers.
    /// </param>
    /// <param name="scale">
    /// The standard deviation for <see cref="Init.Normal"/>, the limit for <see cref="Init.Uniform"/> (0 or more for both), the value for
    /// <see cref="Init.Constant"/>. Ignored by the others.
    /// </param>
    /// <param name="fanIn">Connections into the layer, 1 or more.</param>
    /// <param name="fanOut">Connections out of the layer, 1 or more.</param>
    /// <param name="seed">The network's seed.</param>
    /// <param name="stream">The parameter's own stream of random numbers.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="init"/> is <see cref="Init.Auto"/>, or <paramref name="weights"/> does not hold <c>fanIn * fanOut</c> floats.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A fan is below 1, <paramref name="scale"/> is used and is not finite or negative where it may not be, or <paramref
    /// name="init"/> is none of the declared members.
    /// </exception>
    public static void Fill(Span<float> weights, Init init, double scale, int fanIn, int fanOut, ulong seed, ulong stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fanIn, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fanOut, 1);
        if (weights.Length != (long)fanIn * fanOut)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{fanIn} x {fanOut} weights are {(long)fanIn * fanOut} floats, not {weights.Length}."),
                nameof(weights));
        }

        double fanAverage = (fanIn + (double)fanOut) / 2;
        switch (init)
        {
            case Init.Zeros:
                weights.Clear();
                break;
            case Init.Constant:
                CheckFinite(scale);
                weights.Fill((float)scale);
                break;
            case Init.Normal:
                CheckSpread(scale);
                FillNormal(weights, scale, seed, stream);
                break;
            case Init.Uniform:
                CheckSpread(scale);
                FillUniform(weights, scale, seed, stream);
                break;
            case Init.Xavier or Init.LeCun:
                FillNormal(weights, Math.Sqrt(1.0 / fanIn), seed, stream);
                break;
            case Init.XavierUniform or Init.LeCunUniform:
                FillUniform(weights, Math.Sqrt(3.0 / fanIn), seed, stream);
                break;
            case Init.Glorot:
                FillNormal(weights, Math.Sqrt(1 / fanAverage), seed, stream);
                break;
            case Init.GlorotUniform:
                FillUniform(weights, Math.Sqrt(3 / fanAverage), seed, stream);
                break;
            case Init.He:
                FillNormal(weights, Math.Sqrt(2.0 / fanIn), seed, stream);
                break;
            case Init.HeUniform:
                FillUniform(weights, Math.Sqrt(6.0 / fanIn), seed, stream);
                break;
            case Init.Auto:
                throw new ArgumentException(
                    "Init.Auto must be resolved from the layer's activation first: pass the initialiser that it stands for.", nameof(init));
            default:
                throw new ArgumentOutOfRangeException(nameof(init), init, "No such initialiser.");
        }
    }

    // Weights are drawn once, as the program starts: code that only became fast later would come too late.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillNormal(Span<float> weights, double standardDeviation, ulong seed, ulong stream)
    {
        var random = new CounterRandom(seed, stream);
        foreach (ref float weight in weights)
        {
            weight = (float)(standardDeviation * random.NextNormal());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillUniform(Span<float> weights, double limit, ulong seed, ulong stream)
    {
        var random = new CounterRandom(seed, stream);
        foreach (ref float weight in weights)
        {
            weight = (float)(limit * ((2 * random.NextDouble()) - 1));
        }
    }

    private static void CheckFinite(double scale)
    {
        if (!double.IsFinite(scale))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "A constant weight must be a finite number.");
        }
    }

    private static void CheckSpread(double scale)
    {
        if (!double.IsFinite(scale) || scale < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The spread of weights must be a finite number, 0 or more.");
        }
    }
}
