namespace GraphGen.Execution;

/// <summary>Mini-batches of the training data as they are, in an order shuffled anew for each epoch.</summary>
internal sealed class ShuffledBatches(Dataset data, int batchSize, ulong seed) : IBatchSource
{
    private readonly BatchSampler _sampler = new(data.Count, batchSize, seed);
    private int _next;

    public int Count => _sampler.BatchCount;

    public void Begin(int epoch, int first = 0)
    {
        _sampler.Shuffle(epoch - 1);
        _next = first;
    }

    public MiniBatch Next() => new(data, _sampler.Batch(_next++));
}
