using static System.FormattableString;

namespace GraphGen.Execution;

/// <summary>Judges whether a network has learned a mini-batch by heart: see <see cref="FitOptions.OverfitOneBatch"/>.</summary>
internal static class OverfitCheck
{
    /// <summary>
    /// A regression has learned the rows when its loss is below this share of what it was, or of what their mean would give; each counted from the loss of perfect
    /// predictions on.
    /// </summary>
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
        (double perfect, double ofMeans) = isClassifier ? default : Bounds(network.Info, rows);
        if (isClassifier ? after.Accuracy < 1 : after.Loss - perfect > Share * (Math.Max(first.Loss, ofMeans) - perfect))
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

    /// <summary>The loss of perfect predictions, and about that of a regression which predicts the mean of each target.</summary>
    private static (double Perfect, double OfMeans) Bounds(NetworkInfo info, Dataset rows)
    {
        double perfect = 0, ofMeans = 0;
        float[] weights = new float[rows.Count];
        rows.CopyWeights(0, weights);
        double sum = weights.Sum(weight => (double)weight);
        for (int column = 0; column < info.OutputSize; column++)
        {
            double mean = 0;
            for (int row = 0; row < rows.Count; row++)
            {
                mean += weights[row] * rows.TargetRow(row)[column] / sum;
            }

            for (int row = 0; row < rows.Count; row++)
            {
                double target = rows.TargetRow(row)[column];
                perfect += weights[row] * Loss(info.Loss, target, target);
                ofMeans += weights[row] * Loss(info.Loss, mean, target);
            }
        }

        double count = (double)rows.Count * info.OutputSize;
        return (perfect / count, ofMeans / count);
    }

    /// <summary>The loss of a prediction. Even a perfect one has the target's entropy for its cross-entropy.</summary>
    private static double Loss(LossFunction loss, double prediction, double target) => loss switch
    {
        LossFunction.ReconstructionCrossEntropy => Surprise(target, prediction) + Surprise(1 - target, 1 - prediction),
        LossFunction.MeanSquaredError or LossFunction.Reconstruction => (prediction - target) * (prediction - target),
        _ => Math.Abs(prediction - target),
    };

    /// <summary>The limit of <c>-share log(probability)</c>, which is 0 for a share of 0.</summary>
    private static double Surprise(double share, double probability) => share == 0 ? 0 : -share * Math.Log(probability);
}
