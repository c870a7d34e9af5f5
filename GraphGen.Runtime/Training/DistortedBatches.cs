namespace GraphGen.Execution;

/// <summary>
/// Mini-batches of distorted images, in the order of <see cref="ShuffledBatches"/>, made on a thread of their own beside training.
/// </summary>
internal sealed class DistortedBatches(Dataset data, ImageAugmentation augmentation, int batchSize, ulong seed) : IBatchSource, IDisposable
{
    // The other thread may still be at the old order when an epoch is begun anew: so the new one is drawn into another sampler.
    private readonly BatchSampler[] _samplers = [new(data.Count, batchSize, seed), new(data.Count, batchSize, seed)];
    private readonly AugmentedBatches _batches = new(data, augmentation, batchSize);

    // The images come without their weights: these are of the mini-batch at hand, whichever buffer it lies in.
    private readonly float[] _weights = new float[data.HasWeights ? batchSize : 0];
    private readonly Dictionary<Dataset, Dataset> _weighted = [];
    private int _current;
    private int _next;

    public int Count => _samplers[0].BatchCount;

    public void Begin(int epoch)
    {
        _current = 1 - _current;
        _next = 0;
        _samplers[_current].Shuffle(epoch - 1);
        _batches.Start(epoch - 1, _samplers[_current]);
    }

    public MiniBatch Next()
    {
        _batches.Next(out Dataset batch, out ReadOnlySpan<int> rows);
        if (!data.HasWeights)
        {
            return new MiniBatch(batch, rows);
        }

        data.GatherWeights(_samplers[_current].Batch(_next++), _weights.AsSpan(0, rows.Length));
        return new MiniBatch(Weighted(batch), rows);
    }

    public void Dispose() => _batches.Dispose();

    private Dataset Weighted(Dataset batch)
    {
        if (!_weighted.TryGetValue(batch, out Dataset? weighted))
        {
            weighted = batch.WithUncheckedWeights(_weights);
            _weighted.Add(batch, weighted);
        }

        return weighted;
    }
}
