using System.Diagnostics.CodeAnalysis;

namespace GraphGen.Execution;

/// <summary>A matrix that lies row by row, without padding: what an inspection, which runs rarely, works on.</summary>
/// <param name="rows">The number of rows.</param>
/// <param name="columns">The number of columns.</param>
internal sealed class RowMatrix(int rows, int columns)
{
    public int Rows => rows;

    public int Columns => columns;

    /// <summary>All elements, row-major; zero at first.</summary>
    public float[] Values { get; } = new float[checked(rows * columns)];

    /// <summary>A matrix of zeros: the one that served for this before, where it has the shape, so that looking again into a network allocates nothing large.</summary>
    public static RowMatrix Zeros([NotNull] ref RowMatrix? matrix, int rows, int columns)
    {
        if (matrix is null || matrix.Rows != rows || matrix.Columns != columns)
        {
            matrix = new RowMatrix(rows, columns);
        }
        else
        {
            Array.Clear(matrix.Values);
        }

        return matrix;
    }

    public Span<float> Row(int row) => Values.AsSpan(row * columns, columns);

    /// <summary>All rows of some data, in the matrix that served for this before, where it has the shape.</summary>
    public static RowMatrix InputsOf(Dataset data, [NotNull] ref RowMatrix? matrix)
    {
        RowMatrix inputs = Zeros(ref matrix, data.Count, data.InputSize);
        data.InputRows.CopyTo(0, data.Count, inputs.Values);
        return inputs;
    }

    /// <summary>The rows of some data that are named, in that order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public static RowMatrix InputsOf(Dataset data, ReadOnlySpan<int> rows)
    {
        var inputs = new RowMatrix(rows.Length, data.InputSize);
        for (int row = 0; row < rows.Length; row++)
        {
            data.InputRows.CopyTo(rows[row], 1, inputs.Row(row));
        }

        return inputs;
    }
}
