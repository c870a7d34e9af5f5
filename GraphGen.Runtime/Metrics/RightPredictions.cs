using System.Numerics.Tensors;

namespace GraphGen;

/// <summary>
/// Which predictions are right, as the loss has it. NaN is none: it names no class, is neither yes nor no, and is never right. Allocates nothing.
/// </summary>
internal static class RightPredictions
{
    /// <summary>From this probability on an output of a binary cross-entropy says yes.</summary>
    public const float Threshold = 0.5f;

    /// <summary>The class of a row without one.</summary>
    public const int NoClass = -1;

    /// <summary>The most probable class, of equal ones the first; <see cref="NoClass"/> where a probability is NaN.</summary>
    public static int ClassOf(ReadOnlySpan<float> probabilities)
    {
        // NaN, where there is one, is what this finds.
        int largest = TensorPrimitives.IndexOfMax(probabilities);
        return float.IsNaN(probabilities[largest]) ? NoClass : largest;
    }

    /// <summary>Whether an output says what is true.</summary>
    public static bool IsRight(float probability, bool isYes, float threshold = Threshold) => isYes ? probability >= threshold : probability < threshold;

    /// <summary>
    /// Rows whose most probable class is their label (softmax cross-entropy; of equal ones the first), or outputs on the target's side of
    /// one half (binary cross-entropy); 0 for a regression.
    /// </summary>
    /// <param name="info">The network.</param>
    /// <param name="data">The data, checked against the network before.</param>
    /// <param name="predictions">Those for all rows, <c>[Count, OutputSize]</c>.</param>
    public static long Count(NetworkInfo info, Dataset data, ReadOnlySpan<float> predictions) => info.Loss switch
    {
        LossFunction.SoftmaxCrossEntropy => CountLargest(predictions, data.Labels, info.OutputSize),
        LossFunction.BinaryCrossEntropy when data.HasLabels => CountSame(predictions, data.Labels),
        LossFunction.BinaryCrossEntropy => CountSame(predictions, data),
        _ => 0,
    };

    private static long CountLargest(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, int classes)
    {
        long right = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            right += ClassOf(predictions.Slice(row * classes, classes)) == labels[row] ? 1 : 0;
        }

        return right;
    }

    private static long CountSame(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels)
    {
        long right = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            right += IsRight(predictions[row], labels[row] == 1) ? 1 : 0;
        }

        return right;
    }

    private static long CountSame(ReadOnlySpan<float> predictions, Dataset data)
    {
        long right = 0;
        int index = 0;
        for (int row = 0; row < data.Count; row++)
        {
            foreach (float target in data.TargetRows.Rows(row, 1))
            {
                right += IsRight(predictions[index++], target >= Threshold) ? 1 : 0;
            }
        }

        GC.KeepAlive(data);
        return right;
    }
}
