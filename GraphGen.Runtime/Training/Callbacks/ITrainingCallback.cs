namespace GraphGen;

/// <summary>
/// Something that a fit tells what it does: see <see cref="FitOptions.Callbacks"/>. Implement <see cref="IEpochCallback"/> or
/// <see cref="IBatchCallback"/> to hear of epochs or mini-batches, <see cref="IResumableCallback"/> to be kept in checkpoints. All methods are called on
/// the thread that called the fit, in the order of the list, while no step is under way: so they may read and change the network. An
/// exception ends the fit with the network as its last step left it.
/// </summary>
public interface ITrainingCallback
{
    /// <summary>
    /// Before the fit, right before <see cref="OnFitBegin"/> and perhaps once more before that: the place to check settings, and whether files can be written. To be
    /// answered by an exception where something is wrong, and to change nothing, since the fit need not follow: fine-tuning asks the callbacks of all its stages
    /// before the first one is trained.
    /// </summary>
    /// <param name="run">The fit, as far as it is known.</param>
    void Check(TrainingRun run)
    {
    }

    /// <summary>Before the first step. The place to open files: an exception here leaves the network as it was.</summary>
    /// <param name="run">The fit.</param>
    void OnFitBegin(TrainingRun run)
    {
    }

    /// <summary>
    /// After the last step, also where an exception ended the fit: see <see cref="TrainingRun.Ending"/>. The network is what the fit leaves behind.
    /// </summary>
    /// <param name="run">The fit.</param>
    void OnFitEnd(TrainingRun run)
    {
    }
}
