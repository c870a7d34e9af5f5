using System.Numerics.Tensors;

namespace GraphGen;

/// <summary>Counts right predictions as the loss has them. Allocates nothing.</summary>
internal static class RightPredictions
{
    /// <summary>From this probability on an output of a binary cross-entropy says yes.</summary>
    public const float Threshold = 0.5f;

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
        LossFunction.BinaryCrossEntropy => CountSame(predictions, data.Targets),
        _ => 0,
    };

    private static long CountLargest(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, int classes)
    {
        long right = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            right += TensorPrimitives.IndexOfMax(predictions.Slice(row * classes, classes)) == labels[row] ? 1 : 0;
        }

        return right;
    }

    private static long CountSame(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels)
    {
        long right = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            right += predictions[row] >= Threshold == (labels[row] == 1) ? 1 : 0;
        }

        return right;
    }

    private static long CountSame(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets)
    {
        long right = 0;
        for (int index = 0; index < targets.Length; index++)
        {
            right += predictions[index] >= Threshold == targets[index] >= Threshold ? 1 : 0;
        }

        return right;
    }
}
