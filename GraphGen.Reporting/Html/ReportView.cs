namespace GraphGen.Reporting.Html;

/// <summary>All that a page shows: the fit as it is now.</summary>
/// <param name="Run">The fit.</param>
/// <param name="Settings">What the report was told.</param>
/// <param name="Steps">The loss and the rate of single steps.</param>
/// <param name="Pace">How fast it gets on.</param>
/// <param name="Outcomes">What the predictions for the validation data came to.</param>
/// <param name="IsRunning">Whether it runs still, so that the page looks for news.</param>
internal sealed record ReportView(TrainingRun Run, ReportSettings Settings, StepCurve Steps, Pace Pace, OutcomeLog Outcomes, bool IsRunning)
{
    /// <summary>The best epoch so far; null before the first one's end.</summary>
    public EpochRecord? Best { get; } = BestEpoch.Of(Run.History);

    /// <summary>The epoch that the network went back to when the fit ended; null where it did not.</summary>
    public int? Restored { get; } = IsRunning ? null : BestEpoch.RestoredBy(Run);

    /// <summary>The epochs up to the one whose network there is: all of them, unless it went back to an earlier one.</summary>
    public IReadOnlyList<EpochRecord> Epochs => field ??= Restored is { } last ? [.. Run.History.Epochs.TakeWhile(epoch => epoch.Epoch <= last)] : Run.History.Epochs;

    /// <summary>What came of the validation data after the last of <see cref="Epochs"/>; null without such data and before the first epoch's end.</summary>
    public EpochOutcome? Outcome => Outcomes.Of(Restored);

    /// <summary>What <see cref="Histograms"/> saw last of the network that there is; null for nothing.</summary>
    public EpochStatistics? Statistics => Run.Statistics.LastOrDefault(statistics => Restored is not { } last || statistics.Epoch <= last);

    /// <summary>The number of a row of the validation data in the data set that the fit was given, be it those data or what they were set apart from.</summary>
    public int RowNumber(int row) => Run.Options.ValidationFraction > 0 ? Run.Validation!.OriginalRow(row) : row;
}
