namespace GraphGen.Execution;

/// <summary>Of each epoch the first mini-batch only, for a dry run.</summary>
internal sealed class FirstBatch(IBatchSource batches) : IBatchSource, IDisposable
{
    public int Count => 1;

    public void Begin(int epoch, int first = 0) => batches.Begin(epoch, first);

    public MiniBatch Next() => batches.Next();

    public void Dispose() => (batches as IDisposable)?.Dispose();
}
