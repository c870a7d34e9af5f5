using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Examples to learn from or to measure on: rows of inputs, row-major, and for each row either a class label or a row of targets, or nothing besides.
/// Immutable; a slice shares the arrays of the whole, which are not copied either. Rows may also lie in a file that is larger than memory: see
/// <see cref="NpyFile.MapDataset"/>.
/// </summary>
public sealed partial class Dataset
{
    /// <summary>Examples for classification.</summary>
    /// <param name="inputs"><c>[count, inputSize]</c>, row-major. Not copied: leave the array alone afterwards.</param>
    /// <param name="inputSize">Features in a row, at least 1.</param>
    /// <param name="labels">One class index per row, from 0 on. Not copied either.</param>
    /// <exception cref="ArgumentException">There is no row, a row is incomplete, or the number of labels is not that of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="inputSize"/> or a label is out of its range.</exception>
    public Dataset(float[] inputs, int inputSize, int[] labels)
        : this(
            new ArrayStorage(inputs ?? throw new ArgumentNullException(nameof(inputs))),
            inputSize,
            labels ?? throw new ArgumentNullException(nameof(labels)))
    {
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
        : this(
            new ArrayStorage(inputs ?? throw new ArgumentNullException(nameof(inputs))),
            inputSize,
            new ArrayStorage(targets ?? throw new ArgumentNullException(nameof(targets))),
            targetSize)
    {
    }

    private Dataset(RowStorage inputs, int inputSize, int[] labels)
    {
        InputRows = new RowWindow(inputs, 0, inputSize, RowsOf(inputs, inputSize));
        TargetRows = new RowWindow(ArrayStorage.Empty, 0, 0, Count);
        AllLabels = labels;
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

    private Dataset(RowStorage inputs, int inputSize, RowStorage targets, int targetSize)
    {
        InputRows = new RowWindow(inputs, 0, inputSize, RowsOf(inputs, inputSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(targetSize, 1);
        TargetRows = new RowWindow(targets, 0, targetSize, Count);
        if (targets.Length != TargetRows.Length)
        {
            throw new ArgumentException(
                $"There are {Count} rows of inputs ({inputs.Length} values, {inputSize} a row), so {TargetRows.Length} targets "
                + $"are needed ({targetSize} a row), but there are {targets.Length}.",
                nameof(targets));
        }
    }

    // What is changed of the copy is set by its initializer.
    private Dataset(Dataset original)
    {
        InputRows = original.InputRows;
        InputScaling = original.InputScaling;
        Features = original.Features;
        IsUnlabelled = original.IsUnlabelled;
        AllLabels = original.AllLabels;
        FirstRow = original.FirstRow;
        TargetRows = IsUnlabelled ? default : original.TargetRows;
        TargetScaling = original.TargetScaling;
        AllWeights = original.AllWeights;
        FirstWeight = original.FirstWeight;
        PickedRows = original.PickedRows;
    }

    /// <summary>Rows, at least 1.</summary>
    public int Count => InputRows.Count;

    /// <summary>Features in a row, at least 1.</summary>
    public int InputSize => InputRows.Width;

    /// <summary>Targets in a row; 0 where there are labels instead, and <see cref="InputSize"/> where there is neither.</summary>
    public int TargetSize => TargetRows.Width;

    /// <summary>Whether each row has a label rather than targets.</summary>
    public bool HasLabels => TargetSize == 0;

    /// <summary>All inputs: <c>[Count, InputSize]</c>, row-major. A file that they are mapped from then stays open until the program ends.</summary>
    /// <exception cref="InvalidOperationException">
    /// They are more than a span can show, in a file mapped into memory: take <see cref="InputRow"/> or slices.
    /// </exception>
    public ReadOnlySpan<float> Inputs => InputRows.Expose(nameof(InputRow));

    /// <summary>The label of every row; empty where there are targets instead.</summary>
    public ReadOnlySpan<int> Labels => HasLabels ? AllLabels.AsSpan(FirstRow, Count) : default;

    /// <summary>
    /// All targets: <c>[Count, TargetSize]</c>, row-major; empty where there are labels instead. A file that they are mapped from then stays open
    /// until the program ends.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// They are more than a span can show, in a file mapped into memory: take <see cref="TargetRow"/> or slices.
    /// </exception>
    public ReadOnlySpan<float> Targets => TargetRows.Expose(nameof(TargetRow));

    /// <summary>The inputs of one row.</summary>
    /// <param name="row">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> InputRow(int row)
    {
        RequireRow(row, nameof(row));
        return InputRows.ExposeRow(row);
    }

    /// <summary>The targets of one row; empty where there are labels instead.</summary>
    /// <param name="row">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<float> TargetRow(int row)
    {
        RequireRow(row, nameof(row));
        return TargetRows.ExposeRow(row);
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

        return new Dataset(this)
        {
            InputRows = InputRows.Slice(start, end - start),
            TargetRows = TargetRows.Slice(start, end - start),
            FirstRow = FirstRow + start,
            FirstWeight = FirstWeight + start,
        };
    }

    /// <summary>The inputs, wherever they lie.</summary>
    internal RowWindow InputRows { get; private init; }

    /// <summary>The targets, wherever they lie; of width 0 where there are labels instead, and the inputs where there is neither.</summary>
    internal RowWindow TargetRows { get => IsUnlabelled ? InputRows : field; private init; }

    /// <summary>Examples for classification, whose inputs lie anywhere.</summary>
    internal static Dataset Over(RowStorage inputs, int inputSize, int[] labels) => new(inputs, inputSize, labels);

    /// <summary>Examples for regression, whose inputs and targets lie anywhere.</summary>
    internal static Dataset Over(RowStorage inputs, int inputSize, RowStorage targets, int targetSize) => new(inputs, inputSize, targets, targetSize);

    private int[] AllLabels { get; init; } = [];

    // The place of the first row among the labels, and among the numbers of picked rows.
    private int FirstRow { get; init; }

    private static int RowsOf(RowStorage inputs, int inputSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        if (inputs.Length == 0 || inputs.Length % inputSize != 0)
        {
            throw new ArgumentException(
                $"{inputs.Length} values are not one or more whole rows of {inputSize} inputs.", nameof(inputs));
        }

        return checked((int)(inputs.Length / inputSize));
    }

    private void RequireRow(int row, string argument)
    {
        if ((uint)row >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(argument, Invariant($"There is no row {row} among the {Count} rows."));
        }
    }
}
