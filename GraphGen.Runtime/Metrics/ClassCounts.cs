namespace GraphGen;

/// <summary>
/// How often each class of a softmax, or each output of a binary cross-entropy, occurs, is predicted, and both: all that precision, recall
/// and F1 need. A ratio of nothing to nothing is 0, as with scikit-learn's <c>zero_division=0</c>. A row or output whose prediction is NaN is counted
/// among those there are, but was not said to be anything.
/// </summary>
internal sealed class ClassCounts(GroundTruth truth)
{
    private readonly int[] _actual = new int[truth.Columns];
    private readonly int[] _predicted = new int[truth.Columns];
    private readonly int[] _right = new int[truth.Columns];
    private readonly int[] _denied = new int[truth.Columns];
    private readonly int[] _rightlyDenied = new int[truth.Columns];

    /// <summary>Rows of the class.</summary>
    public int Actual(int column) => _actual[column];

    /// <summary>Rows that were said to be of the class.</summary>
    public int Predicted(int column) => _predicted[column];

    /// <summary>Rows of the class that were said to be so.</summary>
    public int Right(int column) => _right[column];

    /// <summary>Rows that were said not to be so; counted for outputs of a binary cross-entropy only.</summary>
    public int Denied(int column) => _denied[column];

    /// <summary>Rows that are not so and were said not to be; counted for outputs of a binary cross-entropy only.</summary>
    public int RightlyDenied(int column) => _rightlyDenied[column];

    /// <summary>Counts anew. Allocates nothing.</summary>
    /// <param name="predictions">Probabilities, <c>[rows, columns]</c>.</param>
    /// <param name="threshold">From which probability on an output says yes; not for a softmax, where the largest does.</param>
    public ClassCounts Count(ReadOnlySpan<float> predictions, float threshold = RightPredictions.Threshold)
    {
        Array.Clear(_actual);
        Array.Clear(_predicted);
        Array.Clear(_right);
        Array.Clear(_denied);
        Array.Clear(_rightlyDenied);
        for (int row = 0; row < truth.Count; row++)
        {
            ReadOnlySpan<float> probabilities = predictions.Slice(row * truth.Columns, truth.Columns);
            if (truth.IsExclusive)
            {
                CountClass(truth.Labels[row], RightPredictions.ClassOf(probabilities));
            }
            else
            {
                CountEach(row, probabilities, threshold);
            }
        }

        return this;
    }

    /// <summary>The score of one class.</summary>
    public double Score(ClassScore score, int column) => Score(score, _right[column], _predicted[column], _actual[column]);

    /// <summary>The score of all classes.</summary>
    public double Score(ClassScore score, Average average) => average switch
    {
        Average.Micro => Score(score, Sum(_right), Sum(_predicted), Sum(_actual)),
        Average.Weighted => Weighted(score),
        _ => Macro(score),
    };

    /// <summary>Whether the class takes part in a plain mean: as in scikit-learn, one of a softmax that nobody has seen does not.</summary>
    public bool IsAveraged(int column) => !truth.IsExclusive || _actual[column] + _predicted[column] > 0;

    private void CountClass(int label, int predicted)
    {
        _actual[label]++;
        if (predicted != RightPredictions.NoClass)
        {
            _predicted[predicted]++;
            _right[label] += label == predicted ? 1 : 0;
        }
    }

    private void CountEach(int row, ReadOnlySpan<float> probabilities, float threshold)
    {
        for (int column = 0; column < probabilities.Length; column++)
        {
            bool isPredicted = probabilities[column] >= threshold;
            bool isDenied = probabilities[column] < threshold;
            bool isActual = truth.Holds(row, column);
            _actual[column] += isActual ? 1 : 0;
            _predicted[column] += isPredicted ? 1 : 0;
            _right[column] += isActual && isPredicted ? 1 : 0;
            _denied[column] += isDenied ? 1 : 0;
            _rightlyDenied[column] += isDenied && !isActual ? 1 : 0;
        }
    }

    private double Macro(ClassScore score)
    {
        double sum = 0;
        int columns = 0;
        for (int column = 0; column < truth.Columns; column++)
        {
            if (IsAveraged(column))
            {
                sum += Score(score, column);
                columns++;
            }
        }

        return sum / columns;
    }

    private double Weighted(ClassScore score)
    {
        double sum = 0;
        for (int column = 0; column < truth.Columns; column++)
        {
            sum += Score(score, column) * _actual[column];
        }

        return Ratio(sum, Sum(_actual));
    }

    private static double Score(ClassScore score, long right, long predicted, long actual) => score switch
    {
        ClassScore.Precision => Ratio(right, predicted),
        ClassScore.Recall => Ratio(right, actual),
        _ => Ratio(2 * right, predicted + actual),
    };

    private static double Ratio(double part, long whole) => whole == 0 ? 0 : part / whole;

    private static long Sum(int[] counts)
    {
        long sum = 0;
        foreach (int count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
