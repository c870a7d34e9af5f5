using System.Globalization;

namespace GraphGen.Generator.Planning;

/// <summary>How tiles of different heights follow one another down the rows of a panel.</summary>
internal abstract class TileColumn
{
    /// <summary>Heights in the order in which they occur, each as often as it does before the pattern starts again.</summary>
    public abstract IReadOnlyList<int> Heights { get; }

    /// <summary>How many kernels that takes.</summary>
    public int Kernels => Heights.Distinct().Count();

    /// <summary>How many tiles of a height so many rows take.</summary>
    public abstract int Count(int height, int rows);

    public override string ToString() => string.Join(", ", Heights.Select(height => height.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>
/// Rows of a batch, padded to a multiple of <see cref="RowUnit"/>: tiles of one height as long as whole periods of them fit,
/// then tiles of a lower one. A period is the least common multiple, so that the lower tiles come out even.
/// </summary>
internal sealed class BatchColumn : TileColumn
{
    /// <summary>What the rows of a batch are padded to.</summary>
    public const int RowUnit = 8;

    private readonly int height;
    private readonly int remainder;

    /// <param name="height">Rows of the tall tiles.</param>
    /// <param name="remainder">Rows of the tiles at the end: a divisor of <see cref="RowUnit"/>.</param>
    public BatchColumn(int height, int remainder)
    {
        if (remainder < 1 || RowUnit % remainder != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(remainder), remainder, $"Tiles at the end must divide {RowUnit}, the rows' padding.");
        }

        this.height = height;
        this.remainder = remainder;
        Period = height;
        while (Period % remainder != 0)
        {
            Period += height;
        }
    }

    /// <summary>Tall tiles cover a multiple of so many rows.</summary>
    public int Period { get; }

    public override IReadOnlyList<int> Heights => height == remainder ? [height] : [height, remainder];

    /// <summary>Every column of tall tiles of that height.</summary>
    public static IEnumerable<BatchColumn> Of(int height)
    {
        for (int remainder = RowUnit; remainder >= 1; remainder /= 2)
        {
            if (remainder <= height)
            {
                yield return new(height, remainder);
            }
        }
    }

    public override int Count(int height, int rows)
    {
        int padded = (rows + RowUnit - 1) / RowUnit * RowUnit, tall = padded / Period * Period;
        return height == this.height ? tall / height : (padded - tall) / height;
    }
}

/// <summary>
/// The rows of a weight matrix, which are the layer's inputs: each column block of the input has 16, which tiles fill one after
/// the other. The last block leaves out the tiles that lie behind the last input.
/// </summary>
internal sealed class InputColumn : TileColumn
{
    /// <param name="height">Rows of the first tile and, as long as they fit, of those behind it.</param>
    public InputColumn(int height)
    {
        if (height is < 1 or > ColumnBlock.Width)
        {
            throw new ArgumentOutOfRangeException(nameof(height), height, $"Tiles of inputs have from 1 to {ColumnBlock.Width} rows.");
        }

        var heights = new List<int>();
        for (int first = 0; first < ColumnBlock.Width; first += height)
        {
            heights.Add(Math.Min(height, ColumnBlock.Width - first));
        }

        Heights = heights;
    }

    public override IReadOnlyList<int> Heights { get; }

    /// <summary>The column of tiles of that height; none where they are higher than a block.</summary>
    public static IEnumerable<InputColumn> Of(int height) => height <= ColumnBlock.Width ? [new(height)] : [];

    public override int Count(int height, int rows)
    {
        int count = rows / ColumnBlock.Width * Heights.Count(each => each == height), first = 0;
        foreach (int each in Heights)
        {
            count += each == height && first < rows % ColumnBlock.Width ? 1 : 0;
            first += each;
        }

        return count;
    }
}
