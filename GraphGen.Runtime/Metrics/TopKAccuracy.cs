namespace GraphGen;

/// <summary>Whether labels are among the most probable classes. Of equally probable ones that of the lower number comes first.</summary>
internal static class TopKAccuracy
{
    /// <summary>The share of rows whose label is among the <paramref name="k"/> most probable classes.</summary>
    public static double Of(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, int classes, int k)
    {
        int right = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            right += Rank(predictions.Slice(row * classes, classes), labels[row]) < k ? 1 : 0;
        }

        return (double)right / labels.Length;
    }

    /// <summary>How many classes come before the label's.</summary>
    private static int Rank(ReadOnlySpan<float> probabilities, int label)
    {
        float own = probabilities[label];
        int before = 0;
        for (int index = 0; index < probabilities.Length; index++)
        {
            // Whatever is not known to come after it comes before it, so that NaN is never right.
            before += probabilities[index] < own || (index >= label && probabilities[index] == own) ? 0 : 1;
        }

        return before;
    }
}
