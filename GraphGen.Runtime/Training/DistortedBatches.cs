namespace GraphGen.Execution;

/// <summary>
/// Mini-batches of distorted images, in the order of <see cref="ShuffledBatches"/>, made on a thread of their own beside training.
/// </summary>
internal sealed class DistortedBatches(Dataset data, ImageAugmentation augmentation, int batchSize, ulong seed) : IBatchSource, IDisposable
{
    // The other thread may still be at the old order when an epoch is begun anew: so the new one is drawn into another sampler.
    private readonly BatchSampler[] _samplers = [new(data.Count, batchSize, seed), new(data.Count, batchSize, seed)];
    private readonly AugmentedBatches _batches = new(data, augmentation, batchSize);
    private int _current;

    public int Count => _samplers[0].BatchCount;

    public void Begin(int epoch, int first = 0)
    {
        _current = 1 - _current;
        _samplers[_current].Shuffle(epoch - 1);
        _batches.Start(epoch - 1, _samplers[_current], first);
    }

    public MiniBatch Next()
    {
        _batches.Next(out Dataset batch, out ReadOnlySpan<int> rows);
        return new MiniBatch(batch, rows);
    }

    public void Dispose() => _batches.Dispose();
}
