namespace GraphGen.Reporting.Html;

/// <summary>
/// What the predictions for the validation data came to after the last epoch, and after the one that <see cref="EarlyStopping"/> would go back to. Taken at
/// the end of the epoch that they belong to: later there may be those of an epoch that diverged.
/// </summary>
internal sealed class OutcomeLog
{
    private EpochOutcome? _last;
    private EpochOutcome? _best;
    private ValueMeter? _values;

    /// <summary>Forgets everything.</summary>
    public void Clear() => (_last, _best, _values) = (null, null, null);

    /// <summary>Takes in the epoch that has just been validated.</summary>
    /// <param name="run">The fit.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="mistakes">Mistakes to keep at most.</param>
    public void Add(TrainingRun run, int epoch, int mistakes)
    {
        if (run.Validation is not { } data)
        {
            return;
        }

        // Only now have all callbacks heard of the epoch before, early stopping among them.
        _best = _last?.Epoch == run.History.BestEpoch ? _last : _best;
        var classes = ClassOutcome.Of(run.Network.Info, data, run.ValidationPredictions, mistakes);
        _values ??= classes is null ? new ValueMeter(data, run.Train.TargetScaling) : null;
        _last = new EpochOutcome(epoch, classes, _values?.Measure(run.ValidationPredictions));
    }

    /// <summary>That of an epoch; of the last one where it is not known, as of an epoch before a fit was resumed; null before the first one's end.</summary>
    public EpochOutcome? Of(int? epoch) => _best?.Epoch == epoch ? _best ?? _last : _last;
}
