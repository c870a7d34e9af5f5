using System.Numerics.Tensors;

namespace GraphGen;

/// <summary>
/// The expected calibration error (Naeini, Cooper and Hauskrecht, 2015; Guo et al., 2017), in memory allocated once. With n rows in all and
/// the rows of each bin b, <c>Σ_b (n_b / n) |accuracy_b - confidence_b| = Σ_b |Σ (right - confidence)| / n</c>: so a bin is one sum.
/// </summary>
internal sealed class CalibrationError(GroundTruth truth, int bins)
{
    /// <summary>The number of bins in Guo et al.</summary>
    public const int DefaultBins = 15;

    private readonly double[] _gaps = new double[bins];

    /// <summary>The error of a softmax, or the mean over the outputs of a binary cross-entropy.</summary>
    public double Of(ReadOnlySpan<float> predictions)
    {
        if (truth.IsExclusive)
        {
            return OfClasses(predictions);
        }

        double sum = 0;
        for (int column = 0; column < truth.Columns; column++)
        {
            sum += OfOutput(predictions, column);
        }

        return sum / truth.Columns;
    }

    private double OfClasses(ReadOnlySpan<float> predictions)
    {
        Array.Clear(_gaps);
        for (int row = 0; row < truth.Count; row++)
        {
            ReadOnlySpan<float> probabilities = predictions.Slice(row * truth.Columns, truth.Columns);
            int predicted = TensorPrimitives.IndexOfMax(probabilities);
            Add(probabilities[predicted], predicted == truth.Labels[row]);
        }

        return Total();
    }

    private double OfOutput(ReadOnlySpan<float> predictions, int column)
    {
        Array.Clear(_gaps);
        for (int row = 0; row < truth.Count; row++)
        {
            double probability = predictions[(row * truth.Columns) + column];
            bool isPredicted = probability >= RightPredictions.Threshold;
            Add(isPredicted ? probability : 1 - probability, isPredicted == truth.Holds(row, column));
        }

        return Total();
    }

    private void Add(double confidence, bool isRight)
    {
        // Rounding may carry a sum of probabilities a little beyond 1.
        int bin = Math.Clamp((int)Math.Ceiling(confidence * bins) - 1, 0, bins - 1);
        _gaps[bin] += (isRight ? 1 : 0) - confidence;
    }

    private double Total()
    {
        double sum = 0;
        foreach (double gap in _gaps)
        {
            sum += Math.Abs(gap);
        }

        return sum / truth.Count;
    }
}
