using GraphGen.Execution;

namespace GraphGen;

/// <summary>Trains a network of which a part was trained elsewhere, in stages.</summary>
public static class FineTuning
{
    /// <summary>
    /// Fits a network in stages, each of which trains some layers and lets all others rest: the head first, then more of the layers below it at a lower rate, so that
    /// the errors of a head that knows nothing do not destroy what the layers below have learned. Each stage is a fit by <paramref name="options"/>, with
    /// its own epochs, rates and callbacks, and a fresh optimizer. Everything is checked before the first stage, the schedules, metrics, callbacks and files of all stages
    /// among it.
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
    /// The network is being fitted already, its parameters are exchanged with their averages, or the schedule ends with a warm-up; nothing has changed.
    /// </exception>
    /// <exception cref="OutputFileException">A callback's file cannot be written; nothing has changed.</exception>
    /// <exception cref="FineTuneException">
    /// A stage failed after it had begun: training diverged, or a callback threw. Layers are trainable and rates multiplied as they were before; the parameters are
    /// those that the stage's fit left, which after a divergence are the last good ones, or all that was before where no step was made.
    /// </exception>
    public static FineTuneResult FineTune(this INetwork network, Dataset train, FitOptions? options = null, FineTuneOptions? fineTuning = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        network.Memory.RequireOwnParameters();
        var plan = FitPlan.Of(network, train, options ?? new FitOptions());
        fineTuning ??= new FineTuneOptions();
        StageRun[] stages = [.. fineTuning.Stages.Select((stage, index) => new StageRun(stage, index + 1, plan))];
        using NetworkMemory.FitClaim claim = network.Memory.BeginFit();
        foreach (StageRun stage in stages)
        {
            stage.Plan.Check();
        }

        var layersBefore = new TrainableLayers(network);
        bool isRehearsal = plan.Options.DryRun || plan.Options.OverfitOneBatch, keepsLayers = false;
        var before = new TrainingSnapshot(network);
        try
        {
            FineTuneResult result = Run(stages, isRehearsal ? null : before);
            keepsLayers = fineTuning.KeepLastStage && !isRehearsal;
            return result;
        }
        finally
        {
            if (isRehearsal)
            {
                before.Restore();
            }

            if (!keepsLayers)
            {
                layersBefore.Restore();
            }
        }
    }

    /// <summary>Runs the stages, one after the other.</summary>
    /// <param name="stages">The stages.</param>
    /// <param name="before">The network as it is now, for a first stage that makes no step; null where it is put back in any case.</param>
    private static FineTuneResult Run(StageRun[] stages, TrainingSnapshot? before)
    {
        var finished = new List<FinishedStage>(stages.Length);
        foreach (StageRun stage in stages)
        {
            try
            {
                stage.Begin();
                finished.Add(stage.Finish(Trainer.FitClaimed(stage.Plan, resumeFrom: null)));
            }
            catch (Exception exception)
            {
                if (stage.HasNotStepped)
                {
                    before?.Restore();
                }

                throw new FineTuneException(finished.Count + 1, stage.Stage, finished, exception);
            }

            if (finished[^1].History.Ending == FitEnding.Canceled)
            {
                break;
            }

            before = null;
        }

        return new FineTuneResult(finished);
    }
}
