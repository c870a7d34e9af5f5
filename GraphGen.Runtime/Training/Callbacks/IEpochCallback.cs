namespace GraphGen;

/// <summary>A callback that hears of epochs.</summary>
public interface IEpochCallback : ITrainingCallback
{
    /// <summary>Before the first step of an epoch; not again where a resumed fit goes on in the middle of one.</summary>
    /// <param name="run">The fit; <see cref="TrainingRun.Epoch"/> is the epoch that begins.</param>
    void OnEpochBegin(TrainingRun run)
    {
    }

    /// <summary>After an epoch and its validation.</summary>
    /// <param name="run">The fit; its history ends with this epoch.</param>
    /// <param name="record">What the epoch brought.</param>
    void OnEpochEnd(TrainingRun run, EpochRecord record)
    {
    }
}
