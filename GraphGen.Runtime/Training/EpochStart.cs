namespace GraphGen.Execution;

/// <summary>
/// The network as it was when an epoch began, which layers it trained, and the rates of the steps since: what is needed to run through
/// the epoch again.
/// </summary>
internal sealed class EpochStart(INetwork network, int batches)
{
    private readonly TrainingSnapshot _snapshot = new(network);
    private readonly TrainableLayers _trainable = new(network);

    /// <summary>The epoch, counted from 1; 0 before the first.</summary>
    public int Epoch { get; private set; }

    /// <summary>The learning rate of each step, as far as the epoch has come.</summary>
    public float[] Rates { get; } = new float[batches];

    /// <summary>Takes the network as it is now as the start of an epoch.</summary>
    public void Take(int epoch)
    {
        Epoch = epoch;
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
