namespace GraphGen.Execution;

/// <summary>Where a fit takes its mini-batches from: the same ones whenever it asks for the same epoch.</summary>
internal interface IBatchSource
{
    /// <summary>Mini-batches in an epoch.</summary>
    int Count { get; }

    /// <summary>Begins an epoch, counted from 1, anew if need be, with its mini-batch <paramref name="first"/>, counted from 0.</summary>
    void Begin(int epoch, int first = 0);

    /// <summary>The next mini-batch of the epoch, valid until the one after it is asked for.</summary>
    MiniBatch Next();
}
