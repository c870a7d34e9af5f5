using static System.FormattableString;

namespace GraphGen.Execution;

/// <summary>Judges whether a network has learned a mini-batch by heart: see <see cref="FitOptions.OverfitOneBatch"/>.</summary>
internal static class OverfitCheck
{
    /// <summary>A regression has learned the rows when its loss is below this share of what it was, or of what their mean would give.</summary>
    private const float Share = 0.1f;

    /// <summary>Compares the network as it is with what it was.</summary>
    /// <param name="network">The network after the steps.</param>
    /// <param name="rows">The rows of the mini-batch.</param>
    /// <param name="before">The network before the steps.</param>
    /// <param name="history">The losses on the way.</param>
    /// <exception cref="OverfitException">It has not.</exception>
    public static void Require(INetwork network, Dataset rows, TrainingSnapshot before, History history)
    {
        var evaluator = new Evaluator(network, rows);
        EvaluationSummary after = evaluator.Run();
        before.Restore();
        EvaluationSummary first = evaluator.Run();
        bool isClassifier = !float.IsNaN(after.Accuracy);
        if (isClassifier ? after.Accuracy < 1 : after.Loss > Share * Math.Max(first.Loss, LossOfMeans(network.Info, rows)))
        {
            string accuracy = isClassifier ? Invariant($", with {after.Accuracy:P1} of them right") : "";
            throw new OverfitException(
                Invariant($"{network.Info.Name} cannot learn {rows.Count} rows by heart: after {history.Epochs.Count} epochs on them the loss is {after.Loss:G4}, from {first.Loss:G4}{accuracy}. ")
                + "The network was put back. Look for labels that do not belong to their inputs, inputs that are not scaled, a learning rate that is too small or too large, "
                + "layers that are frozen or regularised too much; or give it more epochs.",
                history,
                first.Loss,
                after.Loss);
        }
    }

    /// <summary>About the loss that a regression has which predicts the mean of each target.</summary>
    private static double LossOfMeans(NetworkInfo info, Dataset rows)
    {
        int width = info.OutputSize;
        double total = 0;
        for (int column = 0; column < width; column++)
        {
            double mean = 0;
            for (int row = 0; row < rows.Count; row++)
            {
                mean += rows.Targets[(row * width) + column] / (double)rows.Count;
            }

            for (int row = 0; row < rows.Count; row++)
            {
                double error = Math.Abs(rows.Targets[(row * width) + column] - mean);
                total += info.Loss is LossFunction.MeanSquaredError or LossFunction.Reconstruction ? error * error : error;
            }
        }

        return total / rows.Count / width;
    }
}
