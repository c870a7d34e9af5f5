using System.ComponentModel;

namespace GraphGen.Numerics;

/// <summary>
/// What the random numbers of one layer in one training step depend on, mixed once before the elements are drawn by
/// <see cref="DropoutMask"/> or
/// <see cref="ElementDraw"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DropoutKey
{
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    /// <summary>Mixes the key.</summary>
    /// <param name="seed">The network's seed.</param>
    /// <param name="step">The training step, from 0 on.</param>
    /// <param name="layer">The position of the layer that draws, from 0 on: layers with different positions draw independently.</param>
    /// <param name="rate">
    /// The probability of dropping an element, from 0 inclusive to 1 exclusive; used as the nearest multiple of 2^-24. 0 where no mask is
    /// drawn.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> lies outside its range or is NaN.</exception>
    public DropoutKey(ulong seed, uint step, uint layer, double rate)
    {
        if (!(rate >= 0 && rate < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A dropout rate lies from 0 inclusive to 1 exclusive.");
        }

        ulong key = Mix(seed + (GoldenRatio * (step + 1UL)));
        key = Mix(key + (GoldenRatio * (layer + 1UL)));
        Key0 = (uint)key;
        Key1 = (uint)(key >> 32);
        Threshold = (uint)Math.Round(rate * (1 << 24));
        KeptScale = (float)(1 / (1 - rate));
    }

    internal uint Key0 { get; }

    internal uint Key1 { get; }

    // Elements whose 24-bit number lies below it are dropped.
    internal uint Threshold { get; }

    // 1 / (1 - rate): keeps the expected sum of the elements what it is without dropout.
    internal float KeptScale { get; }

    // The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
    private static ulong Mix(ulong value)
    {
        value ^= value >> 30;
        value *= 0xBF58476D1CE4E5B9;
        value ^= value >> 27;
        value *= 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
