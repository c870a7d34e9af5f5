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
    /// Before the first step. The place to check settings and to open files: an exception here leaves the network as it was.
    /// </summary>
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
