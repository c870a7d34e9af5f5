using System.Diagnostics;

namespace GraphGen.Execution;

/// <summary>Tells a fit's <see cref="FitOptions.Progress"/> how far it has come, not more often than somebody could read.</summary>
internal sealed class ProgressReporter(IProgress<TrainingProgress>? progress, TrainingRun run)
{
    private static readonly long Interval = Stopwatch.Frequency / 10;

    private long _firstStep;
    private long _next;

    /// <summary>Before the first step, which on a resumed fit is not number 1.</summary>
    public void Begin() => _firstStep = run.Step;

    /// <summary>After each step.</summary>
    public void Step()
    {
        if (progress is not null && Stopwatch.GetTimestamp() >= _next)
        {
            Report(record: null);
        }
    }

    /// <summary>After each epoch.</summary>
    public void Epoch(EpochRecord record)
    {
        if (progress is not null)
        {
            Report(record);
        }
    }

    private void Report(EpochRecord? record)
    {
        long made = run.Step - _firstStep;
        long left = ((long)run.Epochs * run.Batches) - run.Step;
        TimeSpan elapsed = run.Elapsed;
        double remaining = elapsed.TotalSeconds * left / made;
        progress!.Report(new TrainingProgress(
            run.Epoch, run.Epochs, run.Batch, run.Batches, run.Loss, run.Accuracy, run.LearningRate, run.SamplesPerSecond,
            elapsed, remaining <= TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(remaining) : null, record));
        _next = Stopwatch.GetTimestamp() + Interval;
    }
}
