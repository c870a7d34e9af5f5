namespace GraphGen.Execution;

/// <summary>
/// The network as it was when a fit began an epoch or resumed it, which layers it trained, and the rates of the steps since: what is needed to run
/// through them again.
/// </summary>
internal sealed class EpochStart(INetwork network, int batches)
{
    private readonly TrainingSnapshot _snapshot = new(network);
    private readonly TrainableLayers _trainable = new(network);

    /// <summary>The epoch, counted from 1; 0 before the first.</summary>
    public int Epoch { get; private set; }

    /// <summary>The first mini-batch after that, from 0: above 0 where a fit was resumed in the middle of an epoch.</summary>
    public int FirstBatch { get; private set; }

    /// <summary>The learning rate of each step, as far as the epoch has come.</summary>
    public float[] Rates { get; } = new float[batches];

    /// <summary>The loss of each step, by which a repetition is known to go as the steps did.</summary>
    public float[] Losses { get; } = new float[batches];

    /// <summary>Takes the network as it is now as the start of an epoch.</summary>
    public void Take(int epoch, int firstBatch)
    {
        (Epoch, FirstBatch) = (epoch, firstBatch);
        _snapshot.Take();
        _trainable.Take();
    }

    /// <summary>Makes the network what it was when the epoch began.</summary>
    public void Restore()
    {
        _snapshot.Restore();
        _trainable.Restore();
    }

    /// <summary>Whether the network's numbers are now, to the bit, what they were when the epoch began.</summary>
    public bool Matches() => _snapshot.Matches();
}
