namespace GraphGen;

/// <content>Data sets from the rows of others.</content>
public sealed partial class Dataset
{
    /// <summary>The rows that are named, in that order. A copy in memory.</summary>
    /// <param name="rows">Which rows, at least one; repeats are allowed.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="InvalidOperationException">The rows have more values than an array holds.</exception>
    public Dataset Pick(ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty)
        {
            throw new ArgumentException($"No row was named: name at least one of the {Count}.", nameof(rows));
        }

        foreach (int row in rows)
        {
            RequireRow(row, nameof(rows));
        }

        return new Dataset(this)
        {
            InputRows = InputRows.Pick(rows),
            TargetRows = IsUnlabelled ? default : TargetRows.Pick(rows),
            AllLabels = PickValues(Labels, rows),
            FirstRow = 0,
            AllWeights = PickValues(Weights, rows),
            FirstWeight = 0,
            PickedRows = rows.ToArray(),
        };
    }

    /// <summary>All rows in a random order, a copy in memory. A fit shuffles by itself: this is for data that are cut afterwards.</summary>
    /// <param name="seed">The same seed gives the same order, on every machine.</param>
    /// <exception cref="InvalidOperationException">The rows have more values than an array holds.</exception>
    public Dataset Shuffle(ulong seed)
    {
        int[] order = new int[Count];
        RowOrder.Fill(order, seed, RowOrder.ShuffleStream);
        return Pick(order);
    }

    /// <summary>
    /// The rows of several data sets, one after the other, a copy in memory. Where only some have weights, the rows of the others count 1.
    /// </summary>
    /// <param name="others">What follows these rows.</param>
    /// <exception cref="ArgumentException">
    /// The data do not fit together: their rows differ in width, some have labels, some targets or neither, or they were scaled differently.
    /// </exception>
    /// <exception cref="InvalidOperationException">The rows have more values than an array holds.</exception>
    public Dataset Concat(params ReadOnlySpan<Dataset> others)
    {
        Dataset[] parts = [this, .. others];
        foreach (Dataset part in others)
        {
            ArgumentNullException.ThrowIfNull(part, nameof(others));
            RequireAlike(part, nameof(others));
        }

        return new Dataset(this)
        {
            InputRows = RowWindow.Concat(parts.Select(part => part.InputRows).ToArray()),
            TargetRows = IsUnlabelled ? default : RowWindow.Concat(parts.Select(part => part.TargetRows).ToArray()),
            AllLabels = [.. parts.SelectMany(part => part.Labels.ToArray())],
            FirstRow = 0,
            AllWeights = parts.Any(part => part.HasWeights) ? [.. parts.SelectMany(part => part.WeightsOrOnes())] : [],
            FirstWeight = 0,
            PickedRows = [],
        };
    }

    private static T[] PickValues<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> rows)
    {
        if (values.IsEmpty)
        {
            return [];
        }

        T[] picked = new T[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            picked[i] = values[rows[i]];
        }

        return picked;
    }

    private float[] WeightsOrOnes()
    {
        float[] weights = new float[Count];
        CopyWeights(0, weights);
        return weights;
    }

    private void RequireAlike(Dataset other, string argument)
    {
        if (other.InputSize != InputSize || other.TargetSize != TargetSize || other.IsUnlabelled != IsUnlabelled)
        {
            throw new ArgumentException($"Rows of {other.RowText} cannot follow rows of {RowText}.", argument);
        }

        if (!Equals(other.Features, Features))
        {
            throw new ArgumentException("Features of frozen layers and other rows, or features of other parameters, do not go together: put the rows together, and cache them then.", argument);
        }

        if (!Equals(other.InputScaling, InputScaling) || !Equals(other.TargetScaling, TargetScaling))
        {
            throw new ArgumentException("The data were scaled differently: put them together as they were read, and scale them then.", argument);
        }
    }
}
