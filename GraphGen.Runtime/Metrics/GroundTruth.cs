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

        return new GroundTruth(info.OutputSize, [], data.HasLabels ? PositiveLabels(data.Labels) : PositiveTargets(data));
    }

    /// <summary>Whether a row belongs to a class, or has a yes at an output.</summary>
    public bool Holds(int row, int column) => IsExclusive ? _labels[row] == column : _positives[(row * Columns) + column];

    private static bool[] PositiveLabels(ReadOnlySpan<int> labels)
    {
        bool[] positives = new bool[labels.Length];
        for (int row = 0; row < positives.Length; row++)
        {
            positives[row] = labels[row] == 1;
        }

        return positives;
    }

    private static bool[] PositiveTargets(Dataset data)
    {
        bool[] positives = new bool[data.TargetRows.Length];
        int index = 0;
        for (int row = 0; row < data.Count; row++)
        {
            foreach (float target in data.TargetRows.Rows(row, 1))
            {
                positives[index++] = target >= RightPredictions.Threshold;
            }
        }

        GC.KeepAlive(data);
        return positives;
    }
}
