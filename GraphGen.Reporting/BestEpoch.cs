namespace GraphGen.Reporting;

/// <summary>Which epoch of a fit was best so far: one answer for the live view and the page.</summary>
internal static class BestEpoch
{
    /// <summary>
    /// The one that <see cref="EarlyStopping"/> found best (<see cref="History.BestEpoch"/>). Without early stopping the one with the lowest loss on the
    /// validation data, or on the training data where there are no others: what early stopping goes by unless it is told otherwise. Of equal ones the
    /// first; null before the first epoch's end.
    /// </summary>
    public static EpochRecord? Of(History history) =>
        history.Epochs.FirstOrDefault(epoch => epoch.Epoch == history.BestEpoch) ?? history.Epochs.MinBy(Cost);

    /// <summary>The figure that the best epoch is best by, in words such as <c>validation loss</c>.</summary>
    public static string Criterion(TrainingRun run) =>
        run.Options.Callbacks.OfType<EarlyStopping>().LastOrDefault()?.Monitor.Name is { } name ? name.Replace('_', ' ')
        : run.Validation is null ? "training loss"
        : "validation loss";

    /// <summary>
    /// The one that <see cref="EarlyStopping"/> has gone back to at the end of a fit, so that the network is as it was after it; null where the network is
    /// what the last step left. A fit that failed does not go back.
    /// </summary>
    public static int? RestoredBy(TrainingRun run) =>
        run.Ending != FitEnding.Failed && run.Options.Callbacks.OfType<EarlyStopping>().LastOrDefault() is { RestoreBest: true }
            ? run.History.BestEpoch
            : null;

    private static float Cost(EpochRecord epoch)
    {
        // NaN would come before all numbers.
        float loss = epoch.ValidationLoss ?? epoch.Loss;
        return float.IsNaN(loss) ? float.PositiveInfinity : loss;
    }
}
