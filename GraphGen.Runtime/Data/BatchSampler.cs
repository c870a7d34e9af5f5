using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Cuts the rows of a data set into mini-batches, in a new random order each epoch. An epoch's order depends on the seed and its
/// number only, so a run resumed at epoch 7 sees what an uninterrupted one would have seen. Allocates nothing after construction.
/// </summary>
public sealed class BatchSampler
{
    private readonly int[] _order;
    private readonly ulong _seed;

    /// <summary>A sampler that goes through the rows in their own order until <see cref="Shuffle"/> is called.</summary>
    /// <param name="count">Rows of the data set, at least 1.</param>
    /// <param name="batchSize">Rows of a mini-batch, at least 1; the last of an epoch may have fewer.</param>
    /// <param name="seed">Of all orders.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public BatchSampler(int count, int batchSize, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        BatchSize = batchSize;
        BatchCount = ((count - 1) / batchSize) + 1;
        _seed = seed;
        _order = new int[count];
        for (int row = 0; row < count; row++)
        {
            _order[row] = row;
        }
    }

    /// <summary>Rows of every mini-batch but perhaps the last.</summary>
    public int BatchSize { get; }

    /// <summary>Mini-batches in an epoch.</summary>
    public int BatchCount { get; }

    /// <summary>Draws the order of an epoch.</summary>
    /// <param name="epoch">From 0 on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public void Shuffle(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        RowOrder.Fill(_order, _seed, RowOrder.EpochStream(epoch));
    }

    /// <summary>The rows of one mini-batch in the present order. The span is valid until the next <see cref="Shuffle"/>.</summary>
    /// <param name="index">From 0 to <see cref="BatchCount"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such mini-batch.</exception>
    public ReadOnlySpan<int> Batch(int index)
    {
        if ((uint)index >= (uint)BatchCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(index), Invariant($"There is no mini-batch {index} among the {BatchCount} of an epoch."));
        }

        int start = index * BatchSize;
        return _order.AsSpan(start, Math.Min(BatchSize, _order.Length - start));
    }
}
