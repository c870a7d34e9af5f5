namespace GraphGen.Execution;

/// <summary>One mini-batch over and over, as often as there are mini-batches: what a network is to learn by heart.</summary>
internal sealed class RepeatedBatch : IBatchSource
{
    private readonly int[] _order;

    public RepeatedBatch(Dataset data, IBatchSource batches)
    {
        Count = batches.Count;
        batches.Begin(1);
        Rows = data.Pick(batches.Next().Rows);
        _order = [.. Enumerable.Range(0, Rows.Count)];
    }

    /// <summary>The rows of the mini-batch.</summary>
    public Dataset Rows { get; }

    public int Count { get; }

    public void Begin(int epoch, int first = 0)
    {
        // Every mini-batch is the same one.
    }

    public MiniBatch Next() => new(Rows, _order);
}
