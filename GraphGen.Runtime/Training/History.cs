namespace GraphGen;

/// <summary>The record of a fit, epoch by epoch.</summary>
public sealed class History
{
    internal History(EpochRecord[] epochs, bool stoppedEarly = false, int? bestEpoch = null)
    {
        StoppedEarly = stoppedEarly;
        BestEpoch = bestEpoch;
        Epochs = Array.AsReadOnly(epochs);
        Loss = Column(epochs, epoch => epoch.Loss);
        Accuracy = Column(epochs, epoch => epoch.Accuracy);
        ValidationLoss = Column(epochs, epoch => epoch.ValidationLoss);
        ValidationAccuracy = Column(epochs, epoch => epoch.ValidationAccuracy);
    }

    /// <summary>The epochs in their order.</summary>
    public IReadOnlyList<EpochRecord> Epochs { get; }

    /// <summary>The training loss of each epoch.</summary>
    public IReadOnlyList<float> Loss { get; }

    /// <summary>The training accuracy of each epoch, measured before each step and with dropout; NaN for a regression.</summary>
    public IReadOnlyList<float> Accuracy { get; }

    /// <summary>The validation loss after each epoch; empty where the fit had no validation data.</summary>
    public IReadOnlyList<float> ValidationLoss { get; }

    /// <summary>The validation accuracy after each epoch; empty where the fit had no validation data, NaN for a regression.</summary>
    public IReadOnlyList<float> ValidationAccuracy { get; }

    /// <summary>Whether <see cref="EarlyStopping"/> ended the fit before its last epoch.</summary>
    public bool StoppedEarly { get; }

    /// <summary>
    /// The epoch, counted from 1, that was best by what <see cref="EarlyStopping"/> watched: the network is as it was after it, if that was
    /// asked for. Null for a fit without early stopping.
    /// </summary>
    public int? BestEpoch { get; }

    private static IReadOnlyList<float> Column(EpochRecord[] epochs, Func<EpochRecord, float?> value) =>
        Array.AsReadOnly(epochs.Select(value).OfType<float>().ToArray());
}
