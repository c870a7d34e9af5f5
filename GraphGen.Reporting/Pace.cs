namespace GraphGen.Reporting;

/// <summary>How fast a fit gets on, from its first step here: a resumed one does not count what was done before.</summary>
internal sealed class Pace(TrainingRun run, TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();
    private readonly long _firstStep = run.Step;

    /// <summary>The share of all steps that are done, in [0, 1].</summary>
    public double Share => Math.Clamp((double)run.Step / Steps, 0, 1);

    /// <summary>What the rest should take at the pace so far; null before the first step.</summary>
    public TimeSpan? Remaining => run.Step > _firstStep
        ? clock.GetElapsedTime(_start) * ((double)(Steps - run.Step) / (run.Step - _firstStep))
        : null;

    private long Steps => (long)run.Epochs * run.Batches;
}
