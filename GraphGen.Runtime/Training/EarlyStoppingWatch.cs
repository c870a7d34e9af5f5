namespace GraphGen.Execution;

/// <summary>Watches over a fit for <see cref="EarlyStopping"/>, and keeps its best state.</summary>
internal sealed class EarlyStoppingWatch(EarlyStopping options, INetwork network)
{
    private readonly TrainingSnapshot? _best = options.RestoreBest ? new TrainingSnapshot(network) : null;
    private double _bestValue = double.PositiveInfinity;
    private int _lastEpoch;

    /// <summary>The epoch that was best so far; null before the first.</summary>
    public int? BestEpoch { get; private set; }

    /// <summary>Takes what an epoch brought, while the network is as that epoch left it.</summary>
    /// <returns>Whether the fit should end.</returns>
    public bool EndsWith(int epoch, Evaluation evaluation)
    {
        // Accuracy counts as its opposite, so that lower is better either way.
        double value = options.Monitor == EarlyStoppingMonitor.ValidationAccuracy ? -evaluation.Accuracy : evaluation.Loss;
        _lastEpoch = epoch;
        if (BestEpoch is null || value < _bestValue - options.MinimumDelta)
        {
            (BestEpoch, _bestValue) = (epoch, value);
            _best?.Take();
        }

        return epoch - BestEpoch >= options.Patience;
    }

    /// <summary>Goes back to the best epoch, where that is wanted and another came after it.</summary>
    public void RestoreBest()
    {
        if (BestEpoch < _lastEpoch)
        {
            _best?.Restore();
        }
    }
}
