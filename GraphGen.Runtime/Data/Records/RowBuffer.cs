using static System.FormattableString;

namespace GraphGen;

/// <summary>Rows of numbers behind one another, whose number need not be known beforehand.</summary>
/// <param name="width">Numbers in a row, at least 1.</param>
/// <param name="expectedRows">How many rows are expected; more are welcome.</param>
internal sealed class RowBuffer<T>(int width, int expectedRows)
{
    private T[] _values = [];
    private int _length;

    /// <summary>Adds a row and returns it, to be filled in.</summary>
    /// <exception cref="InvalidOperationException">No array is long enough for another row.</exception>
    public Span<T> Add()
    {
        if (width > _values.Length - _length)
        {
            Grow();
        }

        Span<T> row = _values.AsSpan(_length, width);
        _length += width;
        return row;
    }

    /// <summary>All rows, row-major. Not a copy where as many came as were expected.</summary>
    public T[] ToArray()
    {
        Array.Resize(ref _values, _length);
        return _values;
    }

    private void Grow()
    {
        if (width > Array.MaxLength - _length)
        {
            throw new InvalidOperationException(
                Invariant($"{(_length / width) + 1} rows of {width} columns are more than the {Array.MaxLength} numbers that an array holds: ")
                + "take fewer rows, or map them from a file.");
        }

        // The first time as many as are expected, so that nothing is allocated where there is no row.
        long wanted = Math.Max(2L * _values.Length, Math.Max(expectedRows, (_length / width) + 1L) * width);
        Array.Resize(ref _values, (int)Math.Min(wanted, Array.MaxLength));
    }
}
