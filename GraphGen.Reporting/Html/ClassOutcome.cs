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

    /// <summary>Rows that were taken for another class.</summary>
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
            Mistake prediction = Predicted(truth, predictions, row);
            outcome.Add(prediction);
            if (prediction.Predicted != prediction.Actual)
            {
                surest.Add(prediction.Confidence, row);
            }
        }

        outcome.Worst = new Mistake[surest.Items.Length];
        for (int index = 0; index < outcome.Worst.Length; index++)
        {
            outcome.Worst[index] = Predicted(truth, predictions, surest.Items[index]);
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

    /// <summary>What a row was taken for, right or wrong. One output tells the probability of the second of two classes.</summary>
    private static Mistake Predicted(GroundTruth truth, ReadOnlySpan<float> predictions, int row)
    {
        if (truth.IsExclusive)
        {
            ReadOnlySpan<float> probabilities = predictions.Slice(row * truth.Columns, truth.Columns);
            int likeliest = 0;
            for (int index = 1; index < probabilities.Length; index++)
            {
                likeliest = probabilities[index] > probabilities[likeliest] ? index : likeliest;
            }

            return new Mistake(row, truth.Labels[row], likeliest, probabilities[likeliest], probabilities[truth.Labels[row]]);
        }

        float yes = predictions[row];
        bool isActual = truth.Holds(row, 0), isPredicted = yes >= RightPredictions.Threshold;
        return new Mistake(row, isActual ? 1 : 0, isPredicted ? 1 : 0, isPredicted ? yes : 1 - yes, isActual ? yes : 1 - yes);
    }

    private void Add(Mistake row)
    {
        _actual[row.Actual]++;
        _predicted[row.Predicted]++;
        if (row.Actual == row.Predicted)
        {
            _right[row.Actual]++;
            return;
        }

        long key = Key(row.Actual, row.Predicted);
        _mistaken[key] = _mistaken.GetValueOrDefault(key) + 1;
        Mistakes++;
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
