namespace GraphGen.Tests.Training.Callbacks;

/// <summary>Notes what a fit tells it, and may do something then.</summary>
internal sealed class NotingCallback : IEpochCallback, IBatchCallback
{
    public List<string> Calls { get; } = [];

    /// <summary>Done at every call, with what was noted.</summary>
    public Action<string, TrainingRun> Does { get; init; } = (_, _) => { };

    public void OnFitBegin(TrainingRun run) => Note("fit begin", run);

    public void OnFitEnd(TrainingRun run) => Note($"fit end {run.Ending}", run);

    public void OnEpochBegin(TrainingRun run) => Note($"epoch begin {run.Epoch}", run);

    public void OnEpochEnd(TrainingRun run, EpochRecord record) => Note($"epoch end {record.Epoch}", run);

    public void OnBatchBegin(TrainingRun run) => Note($"batch begin {run.Epoch}.{run.Batch}", run);

    public void OnBatchEnd(TrainingRun run) => Note($"batch end {run.Epoch}.{run.Batch}", run);

    private void Note(string call, TrainingRun run)
    {
        Calls.Add(call);
        Does(call, run);
    }
}
