using GraphGen.Reporting.Live;

namespace GraphGen.Reporting.Html;

/// <summary>All that a page shows: the fit as it is now.</summary>
/// <param name="Run">The fit.</param>
/// <param name="Settings">What the report was told.</param>
/// <param name="Steps">The loss and the rate of single steps.</param>
/// <param name="Pace">How fast it gets on.</param>
/// <param name="IsValidated">Whether an epoch has ended in this run, so that there are predictions for the validation data; a resumed fit has none at first.</param>
/// <param name="IsRunning">Whether it runs still, so that the page looks for news.</param>
internal sealed record ReportView(TrainingRun Run, ReportSettings Settings, StepCurve Steps, Pace Pace, bool IsValidated, bool IsRunning)
{
    /// <summary>The best epoch so far, by what the reader cares for most.</summary>
    public BestEpoch? Best { get; } = BestEpoch.Of(Run.History);

    /// <summary>What came of the validation data; null for a regression, without such data, and before the first epoch's end.</summary>
    public ClassOutcome? Outcome { get; } = IsValidated && Run.Validation is { } data
        ? ClassOutcome.Of(Run.Network.Info, data, Run.ValidationPredictions, Settings.MaximumImages)
        : null;
}
