using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Examples to learn from or to measure on: rows of inputs, row-major, and for each row either a class label or a row of targets.
/// Immutable; a slice shares the arrays of the whole, which are not copied either.
/// </summary>
public sealed partial class Dataset
{
    private readonly float[] _inputs;
    private readonly int[] _labels;
    private readonly float[] _targets;
    private readonly int _start;

    // Weights may be given to a slice, so their first one need not be that of the arrays' first row.
    private readonly float[] _weights;
    private readonly int _weightStart;

    /// <summary>Examples for classification.</summary>
    /// <param name="inputs"><c>[count, inputSize]</c>, row-major. Not copied: leave the array alone afterwards.</param>
    /// <param name="inputSize">Features in a row, at least 1.</param>
    /// <param name="labels">One class index per row, from 0 on. Not copied either.</param>
    /// <exception cref="ArgumentException">There is no row, a row is incomplete, or the number of labels is not that of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="inputSize"/> or a label is out of its range.</exception>
    public Dataset(float[] inputs, int inputSize, int[] labels)
        : this(inputs, inputSize, labels ?? throw new ArgumentNullException(nameof(labels)), [], 0, 0, RowsOf(inputs, inputSize))
    {
        if (labels.Length != Count)
        {
            throw new ArgumentException(
                $"There are {Count} rows of inputs ({inputs.Length} values, {inputSize} a row), but {labels.Length} labels.",
                nameof(labels));
        }

        int row = labels.AsSpan().IndexOfAnyExceptInRange(0, int.MaxValue);
        if (row >= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(labels),
                Invariant($"The label of row {row} is {labels[row]}: classes count from 0."));
        }
    }

    /// <summary>Examples for regression, or for classification into several classes at once.</summary>
    /// <param name="inputs"><c>[count, inputSize]</c>, row-major. Not copied: leave the array alone afterwards.</param>
    /// <param name="inputSize">Features in a row, at least 1.</param>
    /// <param name="targets"><c>[count, targetSize]</c>, row-major. Not copied either.</param>
    /// <param name="targetSize">Values to predict in a row, at least 1.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, a row is incomplete, or the rows of targets are not as many as those of inputs.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public Dataset(float[] inputs, int inputSize, float[] targets, int targetSize)
        : this(inputs, inputSize, [], targets ?? throw new ArgumentNullException(nameof(targets)), targetSize, 0, RowsOf(inputs, inputSize))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(targetSize, 1);
        if (targets.Length != (long)Count * targetSize)
        {
            throw new ArgumentException(
                $"There are {Count} rows of inputs ({inputs.Length} values, {inputSize} a row), so {(long)Count * targetSize} targets "
                + $"are needed ({targetSize} a row), but there are {targets.Length}.",
                nameof(targets));
        }
    }

    private Dataset(
        float[] inputs, int inputSize, int[] labels, float[] targets, int targetSize, int start, int count, float[]? weights = null, int weightStart = 0)
    {
        _weights = weights ?? [];
        _weightStart = weightStart;
        _inputs = inputs;
        _labels = labels;
        _targets = targets;
        _start = start;
        InputSize = inputSize;
        TargetSize = targetSize;
        Count = count;
    }

    /// <summary>Rows, at least 1.</summary>
    public int Count { get; }

    /// <summary>Features in a row, at least 1.</summary>
    public int InputSize { get; }

    /// <summary>Targets in a row; 0 where there are labels instead.</summary>
    public int TargetSize { get; }

    /// <summary>Whether each row has a label rather than targets.</summary>
    public bool HasLabels => TargetSize == 0;

    /// <summary>All inputs: <c>[Count, InputSize]</c>, row-major.</summary>
    public ReadOnlySpan<float> Inputs => _inputs.AsSpan(_start * InputSize, Count * InputSize);

    /// <summary>The label of every row; empty where there are targets instead.</summary>
    public ReadOnlySpan<int> Labels => HasLabels ? _labels.AsSpan(_start, Count) : default;

    /// <summary>All targets: <c>[Count, TargetSize]</c>, row-major; empty where there are labels instead.</summary>
    public ReadOnlySpan<float> Targets => _targets.AsSpan(_start * TargetSize, Count * TargetSize);

    /// <summary>The inputs of one row.</summary>
    /// <param name="row">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> InputRow(int row)
    {
        RequireRow(row, nameof(row));
        return _inputs.AsSpan((_start + row) * InputSize, InputSize);
    }

    /// <summary>Consecutive rows, without copying: <c>data[..1000]</c>, <c>data[^100..]</c>.</summary>
    /// <param name="rows">The rows to keep, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is empty or reaches beyond the data.</exception>
    public Dataset this[Range rows] => Slice(rows);

    /// <summary>Consecutive rows, without copying.</summary>
    /// <param name="rows">The rows to keep, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is empty or reaches beyond the data.</exception>
    public Dataset Slice(Range rows)
    {
        int start = rows.Start.GetOffset(Count);
        int end = rows.End.GetOffset(Count);
        if (start < 0 || end > Count || start >= end)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), $"The rows {rows} are none, or not among the {Count} that there are.");
        }

        return new Dataset(_inputs, InputSize, _labels, _targets, TargetSize, _start + start, end - start, _weights, _weightStart + start);
    }

    /// <summary>Splits the rows at random, for instance into training and validation data. Both parts are copies.</summary>
    /// <param name="fraction">The share of the rows that goes into the first part, in (0, 1); rounded to whole rows.</param>
    /// <param name="seed">The same seed gives the same split, on every machine.</param>
    /// <returns>The first part, and the second with the remaining rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> would leave one part without rows.</exception>
    public (Dataset First, Dataset Second) Split(double fraction, ulong seed)
    {
        double wanted = Math.Round(fraction * Count, MidpointRounding.AwayFromZero);
        if (!(wanted >= 1 && wanted <= Count - 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(fraction), Invariant($"A fraction of {fraction} of {Count} rows leaves one part without rows (or is no number)."));
        }

        int[] order = new int[Count];
        RowOrder.Fill(order, seed, RowOrder.SplitStream);
        return (Pick(order.AsSpan(0, (int)wanted)), Pick(order.AsSpan((int)wanted)));
    }

    /// <summary>
    /// Shifts and scales each input column to mean 0 and standard deviation 1, as gradient descent likes it. Test data and later
    /// inputs must go through the same <see cref="Standardization"/>: fitting them on their own would leak and distort.
    /// </summary>
    /// <returns>A new data set with the same labels or targets, and the fitted transformation.</returns>
    /// <exception cref="InvalidOperationException">An input is NaN or infinite.</exception>
    public (Dataset Data, Standardization Standardization) Standardize()
    {
        Standardization standardization = Standardization.Fit(this);
        return (standardization.Apply(this), standardization);
    }

    /// <summary>The same labels or targets and weights with other inputs, <c>[Count, InputSize]</c>.</summary>
    internal Dataset WithInputs(float[] inputs) => New(inputs, InputSize, Labels.ToArray(), Targets.ToArray(), TargetSize, Weights.ToArray());

    private static int RowsOf(float[] inputs, int inputSize)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        if (inputs.Length == 0 || inputs.Length % inputSize != 0)
        {
            throw new ArgumentException(
                $"{inputs.Length} values are not one or more whole rows of {inputSize} inputs.", nameof(inputs));
        }

        return inputs.Length / inputSize;
    }

    private static T[] PickRows<T>(ReadOnlySpan<T> source, int width, ReadOnlySpan<int> rows)
    {
        T[] picked = new T[rows.Length * width];
        for (int i = 0; i < rows.Length; i++)
        {
            source.Slice(rows[i] * width, width).CopyTo(picked.AsSpan(i * width));
        }

        return picked;
    }

    private Dataset Pick(ReadOnlySpan<int> rows)
    {
        float[] inputs = PickRows(Inputs, InputSize, rows);
        int[] labels = HasLabels ? PickRows(Labels, 1, rows) : [];
        return New(inputs, InputSize, labels, PickRows(Targets, TargetSize, rows), TargetSize, HasWeights ? PickRows(Weights, 1, rows) : []);
    }

    private static Dataset New(float[] inputs, int inputSize, int[] labels, float[] targets, int targetSize, float[] weights) =>
        new(inputs, inputSize, labels, targets, targetSize, start: 0, RowsOf(inputs, inputSize), weights);

    private void RequireRow(int row, string argument)
    {
        if ((uint)row >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(argument, Invariant($"There is no row {row} among the {Count} rows."));
        }
    }
}
