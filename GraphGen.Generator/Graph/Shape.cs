using System.Globalization;

namespace GraphGen.Generator.Graph;

/// <summary>How large a value is: no dimension (a scalar), one (a vector over columns) or two (rows and columns).</summary>
/// <param name="Rank">0, 1 or 2.</param>
/// <param name="Rows">Rows of a matrix; <see cref="Batch"/> where the mini-batch decides; 1 below rank 2.</param>
/// <param name="Columns">Columns; 1 for a scalar.</param>
internal readonly record struct Shape(int Rank, int Rows, int Columns)
{
    /// <summary>The symbolic number of rows of a mini-batch.</summary>
    public const int Batch = -1;

    public static readonly Shape Scalar = new(0, 1, 1);

    public static Shape Vector(int columns) => new(1, 1, columns);

    public static Shape Matrix(int rows, int columns) => new(2, rows, columns);

    public static Shape BatchOf(int columns) => new(2, Batch, columns);

    /// <summary>True for activations and their gradients: one row for each row of the mini-batch.</summary>
    public bool IsBatch => Rank == 2 && Rows == Batch;

    /// <summary>True for weights and their gradients.</summary>
    public bool IsWeight => Rank == 2 && Rows != Batch;

    public bool IsVector => Rank == 1;

    public bool IsScalar => Rank == 0;

    /// <summary>Whether a value of this shape may stand beside one of <paramref name="other"/> in an elementwise operation.</summary>
    public bool BroadcastsTo(Shape other) =>
        this == other || IsScalar || (IsVector && other.Rank == 2 && Columns == other.Columns);

    public override string ToString() => Rank switch
    {
        0 => "[]",
        1 => $"[{Text(Columns)}]",
        _ => $"[{(Rows == Batch ? "batch" : Text(Rows))}, {Text(Columns)}]",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
