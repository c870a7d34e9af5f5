using System.Runtime.CompilerServices;

namespace GraphGen.Numerics;

/// <summary>Draws a layer's initial weights. The formulas and their sources stand at the members of <see cref="Init"/>.</summary>
public static class Initializer
{
    /// <summary>
    /// Fills <paramref name="weights"/>. The same arguments give the same weights on every machine. Normal weights are drawn from the whole
    /// distribution, except those of <see cref="Init.TruncatedNormal"/>.
    /// </summary>
    /// <param name="weights">The weights, <c>[fanIn, fanOut]</c> row-major.</param>
    /// <param name="init">
    /// How to draw them; not <see cref="Init.Auto"/>, which is a question that only the layer's activation answers.
    /// </param>
    /// <param name="scale">
    /// The standard deviation for <see cref="Init.Normal"/> and <see cref="Init.TruncatedNormal"/>, the limit for
    /// <see cref="Init.Uniform"/> (0 or more for all three), the value for <see cref="Init.Constant"/>. Ignored by the others.
    /// </param>
    /// <param name="fanMode">The fan that He, Glorot, Xavier and LeCun divide by. Ignored by the others.</param>
    /// <param name="gain">
    /// What the weights are multiplied with where they are random: above 0, finite, 1 for none. Ignored by <see cref="Init.Zeros"/> and
    /// <see cref="Init.Constant"/>.
    /// </param>
    /// <param name="fanIn">Connections into the layer, 1 or more.</param>
    /// <param name="fanOut">Connections out of the layer, 1 or more.</param>
    /// <param name="seed">The network's seed.</param>
    /// <param name="stream">The parameter's own stream of random numbers.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="init"/> is <see cref="Init.Auto"/>, or <paramref name="weights"/> does not hold <c>fanIn * fanOut</c> floats.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A fan is below 1, <paramref name="scale"/> is used and is not finite or negative where it may not be, <paramref name="gain"/> is not
    /// finite or not above 0, or <paramref name="init"/> or <paramref name="fanMode"/> is none of the declared members.
    /// </exception>
    public static void Fill(
        Span<float> weights,
        Init init,
        double scale,
        FanMode fanMode,
        double gain,
        int fanIn,
        int fanOut,
        ulong seed,
        ulong stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fanIn, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fanOut, 1);
        if (weights.Length != (long)fanIn * fanOut)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{fanIn} x {fanOut} weights are {(long)fanIn * fanOut} floats, not {weights.Length}."),
                nameof(weights));
        }

        CheckGain(gain);
        double fan = Fan(init, fanMode, fanIn, fanOut);
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
                FillNormal(weights, gain * scale, seed, stream);
                break;
            case Init.TruncatedNormal:
                CheckSpread(scale);
                FillTruncatedNormal(weights, gain * scale, seed, stream);
                break;
            case Init.Uniform:
                CheckSpread(scale);
                FillUniform(weights, gain * scale, seed, stream);
                break;
            case Init.Xavier or Init.LeCun or Init.Glorot:
                FillNormal(weights, gain * Math.Sqrt(1 / fan), seed, stream);
                break;
            case Init.XavierUniform or Init.LeCunUniform or Init.GlorotUniform:
                FillUniform(weights, gain * Math.Sqrt(3 / fan), seed, stream);
                break;
            case Init.He:
                FillNormal(weights, gain * Math.Sqrt(2 / fan), seed, stream);
                break;
            case Init.HeUniform:
                FillUniform(weights, gain * Math.Sqrt(6 / fan), seed, stream);
                break;
            case Init.Orthogonal:
                OrthogonalMatrix.Fill(weights, fanIn, fanOut, gain, seed, stream);
                break;
            case Init.Auto:
                throw new ArgumentException(
                    "Init.Auto must be resolved from the layer's activation first: pass the initialiser that it stands for.", nameof(init));
            default:
                throw new ArgumentOutOfRangeException(nameof(init), init, "No such initialiser.");
        }
    }

    private static double Fan(Init init, FanMode fanMode, int fanIn, int fanOut)
    {
        if (fanMode == FanMode.Auto)
        {
            fanMode = init is Init.Glorot or Init.GlorotUniform ? FanMode.Average : FanMode.In;
        }

        return fanMode switch
        {
            FanMode.In => fanIn,
            FanMode.Out => fanOut,
            FanMode.Average => (fanIn + (double)fanOut) / 2,
            _ => throw new ArgumentOutOfRangeException(nameof(fanMode), fanMode, "No such fan mode."),
        };
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
    private static void FillTruncatedNormal(Span<float> weights, double standardDeviation, ulong seed, ulong stream)
    {
        const double Bound = 2;
        var random = new CounterRandom(seed, stream);
        foreach (ref float weight in weights)
        {
            double drawn = random.NextNormal();
            while (Math.Abs(drawn) > Bound)
            {
                drawn = random.NextNormal();
            }

            weight = (float)(standardDeviation * drawn);
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

    private static void CheckGain(double gain)
    {
        if (!double.IsFinite(gain) || gain <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(gain), gain, "The gain of initial weights must be a finite number above 0; 1 leaves them as they are.");
        }
    }
}
