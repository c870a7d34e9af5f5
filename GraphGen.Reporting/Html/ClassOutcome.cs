namespace GraphGen.Reporting.Html;

/// <summary>
/// What the predictions for the validation data came to. Only mistakes are counted pair by pair, so that thousands of classes need no square table.
/// </summary>
internal sealed class ClassOutcome
{
    private readonly int[] _actual;
    private readonly int[] _predicted;
    private readonly int[] _right;
    private readonly Dictionary<long, int> _mistaken = [];

    private ClassOutcome(int classes) => (_actual, _predicted, _right) = (new int[classes], new int[classes], new int[classes]);

    /// <summary>Classes; where rows may belong to several, the outputs.</summary>
    public int Classes => _actual.Length;

    /// <summary>Rows.</summary>
    public int Rows { get; private init; }

    /// <summary>Whether each row belongs to one class; otherwise to any number of them, each a question of its own, and no pairs are counted.</summary>
    public bool IsExclusive { get; private init; } = true;

    /// <summary>Rows that were taken for another class, or for none because a probability is NaN.</summary>
    public int Mistakes { get; private set; }

    /// <summary>The mistakes that the network was surest of, surest first.</summary>
    public Mistake[] Worst { get; private set; } = [];

    /// <summary>The pairs of classes that were mistaken, most often first.</summary>
    public IReadOnlyList<ConfusedPair> Pairs { get; private set; } = [];

    /// <summary>How a class fared.</summary>
    public ClassCount this[int index] => new(_actual[index], _predicted[index], _right[index]);

    /// <summary>How many rows of a class were taken for another, or rightly for itself.</summary>
    public int Count(int actual, int predicted) => actual == predicted ? _right[actual] : _mistaken.GetValueOrDefault(Key(actual, predicted));

    /// <summary>Counts predictions.</summary>
    /// <param name="info">The network.</param>
    /// <param name="data">The data, which have been checked against it.</param>
    /// <param name="predictions">Its predictions for them, <c>[rows, outputs]</c>, row-major.</param>
    /// <param name="worst">Mistakes to keep at most.</param>
    /// <returns>Null for a regression.</returns>
    public static ClassOutcome? Of(NetworkInfo info, Dataset data, ReadOnlySpan<float> predictions, int worst)
    {
        if (info.Loss is not (LossFunction.SoftmaxCrossEntropy or LossFunction.BinaryCrossEntropy))
        {
            return null;
        }

        GroundTruth truth = GroundTruth.Of(info, data);
        return truth.IsExclusive || truth.Columns == 1 ? OneClass(truth, predictions, worst) : AnyClasses(truth, predictions);
    }

    private static ClassOutcome OneClass(GroundTruth truth, ReadOnlySpan<float> predictions, int worst)
    {
        var outcome = new ClassOutcome(Math.Max(2, truth.Columns)) { Rows = truth.Count };
        var surest = new Ranking(worst);
        for (int row = 0; row < truth.Count; row++)
        {
            (int actual, int predicted) = ClassesOf(truth, predictions, row);
            outcome.Add(actual, predicted);
            if (predicted != actual && predicted != RightPredictions.NoClass)
            {
                surest.Add(MistakeOf(truth, predictions, row).Confidence, row);
            }
        }

        outcome.Worst = new Mistake[surest.Items.Length];
        for (int index = 0; index < outcome.Worst.Length; index++)
        {
            outcome.Worst[index] = MistakeOf(truth, predictions, surest.Items[index]);
        }

        outcome.Pairs = outcome.SortedPairs();
        return outcome;
    }

    private static ClassOutcome AnyClasses(GroundTruth truth, ReadOnlySpan<float> predictions)
    {
        var outcome = new ClassOutcome(truth.Columns) { Rows = truth.Count, IsExclusive = false };
        for (int index = 0; index < predictions.Length; index++)
        {
            int column = index % truth.Columns;
            int actual = truth.Holds(index / truth.Columns, column) ? 1 : 0, predicted = predictions[index] >= RightPredictions.Threshold ? 1 : 0;
            outcome._actual[column] += actual;
            outcome._predicted[column] += predicted;
            outcome._right[column] += actual & predicted;
        }

        return outcome;
    }

    /// <summary>What a row is and what it was taken for. One output tells the probability of the second of two classes.</summary>
    private static (int Actual, int Predicted) ClassesOf(GroundTruth truth, ReadOnlySpan<float> predictions, int row)
    {
        if (truth.IsExclusive)
        {
            return (truth.Labels[row], RightPredictions.ClassOf(predictions.Slice(row * truth.Columns, truth.Columns)));
        }

        float yes = predictions[row];
        return (truth.Holds(row, 0) ? 1 : 0, yes >= RightPredictions.Threshold ? 1 : yes < RightPredictions.Threshold ? 0 : RightPredictions.NoClass);
    }

    private static Mistake MistakeOf(GroundTruth truth, ReadOnlySpan<float> predictions, int row)
    {
        (int actual, int predicted) = ClassesOf(truth, predictions, row);
        if (truth.IsExclusive)
        {
            ReadOnlySpan<float> probabilities = predictions.Slice(row * truth.Columns, truth.Columns);
            return new Mistake(row, actual, predicted, probabilities[predicted], probabilities[actual]);
        }

        float yes = predictions[row];
        return new Mistake(row, actual, predicted, predicted == 1 ? yes : 1 - yes, actual == 1 ? yes : 1 - yes);
    }

    private void Add(int actual, int predicted)
    {
        _actual[actual]++;
        if (predicted == actual)
        {
            _predicted[actual]++;
            _right[actual]++;
            return;
        }

        Mistakes++;
        if (predicted != RightPredictions.NoClass)
        {
            _predicted[predicted]++;
            long key = Key(actual, predicted);
            _mistaken[key] = _mistaken.GetValueOrDefault(key) + 1;
        }
    }

    private List<ConfusedPair> SortedPairs()
    {
        var pairs = new List<ConfusedPair>();
        foreach ((long key, int count) in _mistaken)
        {
            pairs.Add(new ConfusedPair((int)(key / Classes), (int)(key % Classes), count));
        }

        pairs.Sort((first, second) => first.Count != second.Count
            ? second.Count.CompareTo(first.Count)
            : Key(first.Actual, first.Predicted).CompareTo(Key(second.Actual, second.Predicted)));
        return pairs;
    }

    private long Key(int actual, int predicted) => ((long)actual * Classes) + predicted;
}
