using GraphGen.Execution;

namespace GraphGen;

/// <summary>Trains a network of which a part was trained elsewhere, in stages.</summary>
public static class FineTuning
{
    /// <summary>
    /// Fits a network in stages, each of which trains some layers and lets all others rest: the head first, then more of the layers below it at a lower rate, so that
    /// the errors of a head that knows nothing do not destroy what the layers below have learned. Each stage is a fit by <paramref name="options"/>, with
    /// its own epochs, rates and callbacks, and a fresh optimizer. Everything is checked before the first step.
    /// </summary>
    /// <param name="network">The network. Its lower layers hold what was learned elsewhere: see <see cref="LayerTransfer.CopyLayersFrom"/>.</param>
    /// <param name="train">The training data.</param>
    /// <param name="options">How each stage trains, its validation data among it; null for the defaults.</param>
    /// <param name="fineTuning">The stages; null for the head, then the top two layers at a tenth of the rate.</param>
    /// <returns>The stages with their histories. One that a callback stops early is followed by the next; a canceled one is the last.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The data or the options do not fit the network, a stage has more layers than there are, a pattern that matches none, or only layers that were declared
    /// frozen; nothing has changed.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The network is being fitted already, its parameters are exchanged with their averages, or the schedule ends with a warm-up.
    /// </exception>
    /// <exception cref="TrainingDivergedException">
    /// The loss or a parameter became NaN or infinite; the network holds the last good parameters.
    /// </exception>
    /// <exception cref="OutputFileException">A callback's file cannot be written.</exception>
    public static FineTuneResult FineTune(this INetwork network, Dataset train, FitOptions? options = null, FineTuneOptions? fineTuning = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        network.Memory.RequireOwnParameters();
        train = train?.For(network.Info)!;
        options ??= new FitOptions();
        fineTuning ??= new FineTuneOptions();
        StageRun[] stages = [.. fineTuning.Stages.Select((stage, index) => new StageRun(stage, index + 1, network, options))];
        Guard.Fit(network, train, options);
        using NetworkMemory.FitClaim claim = network.Memory.BeginFit();
        var layersBefore = new TrainableLayers(network);
        TrainingSnapshot? before = options.DryRun || options.OverfitOneBatch ? new TrainingSnapshot(network) : null;
        bool keepsLayers = false;
        try
        {
            FinishedStage[] finished = [.. Run(network, train, stages)];
            keepsLayers = fineTuning.KeepLastStage;
            return new FineTuneResult(finished);
        }
        finally
        {
            before?.Restore();
            if (!keepsLayers)
            {
                layersBefore.Restore();
            }
        }
    }

    private static IEnumerable<FinishedStage> Run(INetwork network, Dataset train, StageRun[] stages)
    {
        foreach (StageRun stage in stages)
        {
            stage.Begin();
            History history = Trainer.FitClaimed(network, train, stage.Options, resumeFrom: null);
            yield return stage.Finish(history);
            if (history.Ending == FitEnding.Canceled)
            {
                yield break;
            }
        }
    }
}
