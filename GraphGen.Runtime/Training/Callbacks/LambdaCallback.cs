namespace GraphGen;

/// <summary>
/// A callback made of delegates, for what takes a line: <c>new LambdaCallback { EpochEnd = (run, record) => Console.WriteLine(record) }</c>.
/// </summary>
public sealed class LambdaCallback : IEpochCallback, IBatchCallback
{
    /// <summary>See <see cref="ITrainingCallback.OnFitBegin"/>; null (the default) for nothing, like all others.</summary>
    public Action<TrainingRun>? FitBegin { get; init; }

    /// <summary>See <see cref="ITrainingCallback.OnFitEnd"/>.</summary>
    public Action<TrainingRun>? FitEnd { get; init; }

    /// <summary>See <see cref="IEpochCallback.OnEpochBegin"/>.</summary>
    public Action<TrainingRun>? EpochBegin { get; init; }

    /// <summary>See <see cref="IEpochCallback.OnEpochEnd"/>.</summary>
    public Action<TrainingRun, EpochRecord>? EpochEnd { get; init; }

    /// <summary>See <see cref="IBatchCallback.OnBatchBegin"/>.</summary>
    public Action<TrainingRun>? BatchBegin { get; init; }

    /// <summary>See <see cref="IBatchCallback.OnBatchEnd"/>.</summary>
    public Action<TrainingRun>? BatchEnd { get; init; }

    /// <inheritdoc/>
    public void OnFitBegin(TrainingRun run) => FitBegin?.Invoke(run);

    /// <inheritdoc/>
    public void OnFitEnd(TrainingRun run) => FitEnd?.Invoke(run);

    /// <inheritdoc/>
    public void OnEpochBegin(TrainingRun run) => EpochBegin?.Invoke(run);

    /// <inheritdoc/>
    public void OnEpochEnd(TrainingRun run, EpochRecord record) => EpochEnd?.Invoke(run, record);

    /// <inheritdoc/>
    public void OnBatchBegin(TrainingRun run) => BatchBegin?.Invoke(run);

    /// <inheritdoc/>
    public void OnBatchEnd(TrainingRun run) => BatchEnd?.Invoke(run);
}
