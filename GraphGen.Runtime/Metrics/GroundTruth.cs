namespace GraphGen;

/// <summary>
/// What the rows of a classification truly are, as yes or no for every row and column: the classes of a softmax, of which one holds for
/// each row, or the outputs of a binary cross-entropy, of which any may. Copied, so that it keeps no inputs alive.
/// </summary>
internal sealed class GroundTruth
{
    private readonly int[] _labels;
    private readonly bool[] _positives;

    private GroundTruth(int columns, int[] labels, bool[] positives)
    {
        Columns = columns;
        _labels = labels;
        _positives = positives;
    }

    /// <summary>Classes or outputs.</summary>
    public int Columns { get; }

    /// <summary>Rows.</summary>
    public int Count => IsExclusive ? _labels.Length : _positives.Length / Columns;

    /// <summary>Whether exactly one column holds for each row.</summary>
    public bool IsExclusive => _labels.Length > 0;

    /// <summary>The label of each row; empty where the columns do not exclude each other.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>
    /// Copies labels or targets of data that have been checked against a classification. A target of one half or more is a yes.
    /// </summary>
    public static GroundTruth Of(NetworkInfo info, Dataset data)
    {
        if (info.Loss == LossFunction.SoftmaxCrossEntropy)
        {
            return new GroundTruth(info.OutputSize, data.Labels.ToArray(), []);
        }

        bool[] positives = new bool[data.Count * info.OutputSize];
        ReadOnlySpan<int> labels = data.Labels;
        ReadOnlySpan<float> targets = data.Targets;
        for (int index = 0; index < positives.Length; index++)
        {
            positives[index] = labels.IsEmpty ? targets[index] >= RightPredictions.Threshold : labels[index] == 1;
        }

        return new GroundTruth(info.OutputSize, [], positives);
    }

    /// <summary>Whether a row belongs to a class, or has a yes at an output.</summary>
    public bool Holds(int row, int column) => IsExclusive ? _labels[row] == column : _positives[(row * Columns) + column];
}
