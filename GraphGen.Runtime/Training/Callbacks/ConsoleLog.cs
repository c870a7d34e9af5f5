namespace GraphGen;

/// <summary>Prints a line after each epoch, and one where the fit ends before its last.</summary>
/// <param name="writer">Where to; null for the console.</param>
public sealed class ConsoleLog(TextWriter? writer = null) : IEpochCallback
{
    /// <inheritdoc/>
    public void OnEpochEnd(TrainingRun run, EpochRecord record) => (writer ?? Console.Out).WriteLine(record);

    /// <inheritdoc/>
    public void OnFitEnd(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.EndingReason is { } reason)
        {
            (writer ?? Console.Out).WriteLine($"{run.Ending}: {reason}");
        }
    }
}
