namespace GraphGen;

/// <summary>A callback that hears of every mini-batch. It is called thousands of times a second, so it should allocate nothing.</summary>
public interface IBatchCallback : ITrainingCallback
{
    /// <summary>Before a step. A change of <see cref="TrainingRun.RateFactor"/> counts for this step already.</summary>
    /// <param name="run">The fit; <see cref="TrainingRun.Batch"/> is the mini-batch that begins.</param>
    void OnBatchBegin(TrainingRun run)
    {
    }

    /// <summary>After a step.</summary>
    /// <param name="run">The fit; <see cref="TrainingRun.BatchLoss"/> is the loss before the step.</param>
    void OnBatchEnd(TrainingRun run)
    {
    }
}
