using System.Numerics.Tensors;
using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>Consecutive rows of a storage: the inputs or the targets of a data set.</summary>
/// <param name="storage">Where they lie.</param>
/// <param name="start">The first value.</param>
/// <param name="width">Values in a row, 0 or more.</param>
/// <param name="count">Rows.</param>
internal readonly struct RowWindow(RowStorage storage, long start, int width, int count)
{
    // Large enough for full speed, and small enough to stay in the cache.
    private const int ChunkLength = 1 << 16;

    /// <summary>See <see cref="RowStorage.IsMapped"/>.</summary>
    public bool IsMapped => storage.IsMapped;

    public int Width => width;

    public int Count => count;

    /// <summary>Values in all rows.</summary>
    public long Length => (long)width * count;

    /// <summary>The first value. The caller keeps the data set reachable while using it.</summary>
    public ref readonly float FirstValue => ref storage.At(start);

    /// <summary>Fewer of the rows.</summary>
    public RowWindow Slice(int firstRow, int rows) => new(storage, start + ((long)firstRow * width), width, rows);

    /// <summary>Values of consecutive rows. The caller keeps the data set reachable while using them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    public ReadOnlySpan<float> Rows(int firstRow, int rows)
    {
        RequireRows(firstRow, rows);
        return storage.Slice(start + ((long)firstRow * width), checked(rows * width));
    }

    /// <summary>All values, for the user.</summary>
    /// <exception cref="InvalidOperationException">They are more than a span can show.</exception>
    public ReadOnlySpan<float> Expose(string what)
    {
        if (Length > Array.MaxLength)
        {
            throw TooLong($"be shown as one span: take {what}, or slices of the data such as data[..1000]");
        }

        storage.Expose();
        return storage.Slice(start, (int)Length);
    }

    /// <summary>The values of one row, for the user.</summary>
    public ReadOnlySpan<float> ExposeRow(int row)
    {
        storage.Expose();
        return Rows(row, 1);
    }

    /// <summary>One row in double precision.</summary>
    public void Read(int row, Span<double> destination)
    {
        TensorPrimitives.ConvertSaturating(Rows(row, 1), destination);
        GC.KeepAlive(storage);
    }

    /// <summary>Copies consecutive rows.</summary>
    public void CopyTo(int firstRow, int rows, Span<float> destination)
    {
        Rows(firstRow, rows).CopyTo(destination);
        GC.KeepAlive(storage);
    }

    /// <summary>Copies all rows.</summary>
    /// <exception cref="InvalidOperationException">They are more than an array holds.</exception>
    public float[] ToArray()
    {
        RequireArrayLength();
        float[] values = GC.AllocateUninitializedArray<float>((int)Length);
        CopyTo(0, count, values);
        return values;
    }

    /// <summary>A copy of picked rows, known to exist.</summary>
    /// <exception cref="InvalidOperationException">They are more than an array holds.</exception>
    public RowWindow Pick(ReadOnlySpan<int> rows)
    {
        RowWindow picked = new(ArrayStorage.Empty, 0, width, rows.Length);
        picked.RequireArrayLength();
        float[] values = GC.AllocateUninitializedArray<float>((int)picked.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            CopyTo(rows[i], 1, values.AsSpan(i * width, width));
        }

        return new(new ArrayStorage(values), 0, width, rows.Length);
    }

    /// <summary>A copy of rows of one width, one window after the other.</summary>
    /// <exception cref="InvalidOperationException">They are more than an array holds.</exception>
    public static RowWindow Concat(RowWindow[] parts)
    {
        int width = parts[0].Width;
        RowWindow all = new(ArrayStorage.Empty, 0, width, checked(parts.Sum(part => part.Count)));
        all.RequireArrayLength();
        float[] values = GC.AllocateUninitializedArray<float>((int)all.Length);
        int copied = 0;
        foreach (RowWindow part in parts)
        {
            part.CopyTo(0, part.Count, values.AsSpan(copied, (int)part.Length));
            copied += (int)part.Length;
        }

        return new(new ArrayStorage(values), 0, width, all.Count);
    }

    /// <summary>Copies picked rows into column blocks. See <see cref="ColumnBlocks.GatherRows"/>.</summary>
    public void Gather(ReadOnlySpan<int> rows, ref float destination, nint blockStride)
    {
        ColumnBlocks.GatherRows(in FirstValue, count, rows, width, ref destination, blockStride);
        GC.KeepAlive(storage);
    }

    /// <summary>Copies consecutive rows into column blocks. See <see cref="ColumnBlocks.Pack"/>.</summary>
    public void Pack(int firstRow, int rows, ref float destination, nint blockStride)
    {
        ColumnBlocks.Pack(Rows(firstRow, rows), rows, width, ref destination, blockStride);
        GC.KeepAlive(storage);
    }

    /// <summary>The first place, row by row, whose value is NaN or infinite.</summary>
    public (int Row, int Column, float Value)? FirstNonFinite()
    {
        if (storage.IsKnownFinite(start, Length))
        {
            return null;
        }

        (int Row, int Column, float Value)? place = First(IndexOfNonFinite);
        if (place is null)
        {
            storage.MarkFinite(start, Length);
        }

        return place;
    }

    /// <summary>The first place, row by row, that a search finds.</summary>
    /// <param name="indexOf">Gives the first place among some of the values, or -1.</param>
    public (int Row, int Column, float Value)? First(Func<ReadOnlySpan<float>, int> indexOf)
    {
        for (long first = 0; first < Length; first += ChunkLength)
        {
            ReadOnlySpan<float> values = storage.Slice(start + first, (int)Math.Min(ChunkLength, Length - first));
            int index = indexOf(values);
            if (index >= 0)
            {
                float value = values[index];
                GC.KeepAlive(storage);
                return ((int)((first + index) / width), (int)((first + index) % width), value);
            }
        }

        GC.KeepAlive(storage);
        return null;
    }

    /// <summary>Checks that every value is a finite number.</summary>
    /// <param name="what">What the values are.</param>
    /// <exception cref="InvalidOperationException">One is not.</exception>
    public void RequireFinite(string what)
    {
        if (FirstNonFinite() is { } place)
        {
            throw new InvalidOperationException(
                Invariant($"{what} {place.Column} of row {place.Row} is {place.Value}: its column cannot be scaled. Clean the data first."));
        }
    }

    private static int IndexOfNonFinite(ReadOnlySpan<float> values)
    {
        if (TensorPrimitives.IsFiniteAll(values))
        {
            return -1;
        }

        int index = 0;
        while (float.IsFinite(values[index]))
        {
            index++;
        }

        return index;
    }

    private void RequireRows(int firstRow, int rows)
    {
        if (firstRow < 0 || rows < 0 || firstRow > count - rows)
        {
            throw new ArgumentOutOfRangeException(
                nameof(firstRow),
                rows == 1
                    ? Invariant($"There is no row {firstRow} among the {count} rows.")
                    : Invariant($"The {rows} rows from {firstRow} on are not all among the {count} rows."));
        }
    }

    private void RequireArrayLength()
    {
        if (Length > Array.MaxLength)
        {
            throw TooLong("be copied into an array: take slices of the data such as data[..1000]");
        }
    }

    private InvalidOperationException TooLong(string what) =>
        new(Invariant($"{count} rows of {width} are {Length} values, and {Array.MaxLength} are the most to {what}."));
}
