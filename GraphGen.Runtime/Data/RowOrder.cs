using GraphGen.Numerics;

namespace GraphGen;

/// <summary>Random orders of rows, keyed by a seed and a stream: the same key gives the same order whatever was drawn before.</summary>
internal static class RowOrder
{
    /// <summary>The stream of <see cref="Dataset.Split"/>.</summary>
    public const ulong SplitStream = 1UL << 40;

    /// <summary>The stream of <see cref="Dataset.Shuffle"/>.</summary>
    public const ulong ShuffleStream = SplitStream + 1;

    /// <summary>The stream of <see cref="Dataset.SplitKFold"/>.</summary>
    public const ulong FoldStream = SplitStream + 2;

    /// <summary>The stream of the rows that <see cref="Histograms"/> looks at.</summary>
    public const ulong HistogramStream = 1UL << 42;

    // Initial weights take the streams from 0 on: with the same seed, orders must not repeat their numbers.
    private const ulong FirstEpochStream = 1UL << 41;

    /// <summary>The stream of an epoch's mini-batches.</summary>
    public static ulong EpochStream(int epoch) => FirstEpochStream + (uint)epoch;

    /// <summary>Fills <paramref name="order"/> with a permutation of 0, 1, 2, ...</summary>
    public static void Fill(Span<int> order, ulong seed, ulong stream)
    {
        for (int row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        var random = new CounterRandom(seed, stream);
        random.Shuffle(order);
    }
}
