using static System.FormattableString;

namespace GraphGen;

/// <content>How the classes are represented.</content>
public sealed partial class Dataset
{
    /// <summary>How many rows each class has.</summary>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <returns>One count per class, 0 for a class without rows.</returns>
    /// <exception cref="InvalidOperationException">There are no labels.</exception>
    /// <exception cref="ArgumentException">A label names no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is below 1.</exception>
    public int[] ClassCounts(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        RequireLabels();
        int[] counts = new int[classes];
        ReadOnlySpan<int> labels = Labels;
        for (int row = 0; row < labels.Length; row++)
        {
            if (labels[row] >= classes)
            {
                throw new ArgumentException(
                    Invariant($"The label of row {row} is {labels[row]}, but {classes} classes count from 0 to {classes - 1}: pass the number of all classes."),
                    nameof(classes));
            }

            counts[labels[row]]++;
        }

        return counts;
    }

    /// <summary>
    /// Weights by which every class counts alike in the loss, however many rows it has: <c>n / (k count)</c> for <c>n</c> rows in <c>k</c> classes
    /// that have any, the "balanced" weights of scikit-learn. Their mean over the rows is 1. For <see cref="FitOptions.ClassWeights"/>.
    /// </summary>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <returns>One weight per class, 0 for a class without rows.</returns>
    /// <exception cref="InvalidOperationException">There are no labels.</exception>
    /// <exception cref="ArgumentException">A label names no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is below 1.</exception>
    public float[] BalancedClassWeights(int classes)
    {
        int[] counts = ClassCounts(classes);
        double present = counts.Count(count => count > 0);
        return [.. counts.Select(count => count == 0 ? 0 : (float)(Count / (present * count)))];
    }
}
