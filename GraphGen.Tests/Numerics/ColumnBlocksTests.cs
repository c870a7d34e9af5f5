using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Numerics;

public sealed class ColumnBlocksTests
{
    private const float Untouched = -1f;

    public static TheoryData<int, int> Shapes => new()
    {
        { 1, 1 }, { 3, 15 }, { 16, 16 }, { 5, 17 }, { 33, 10 }, { 20, 100 }, { 7, 784 }, { 48, 64 },
    };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 16)]
    [InlineData(16, 16)]
    [InlineData(17, 32)]
    public void Padded_rounds_up_to_whole_blocks(int count, int padded) => ColumnBlocks.Padded(count).ShouldBe(padded);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Pack_puts_each_element_where_the_layout_says_and_leaves_padding_alone(int rows, int columns)
    {
        float[] matrix = Numbered(rows, columns);
        int allocatedRows = rows + 3;
        Arena arena = Filled(ColumnBlocks.Padded(columns) * allocatedRows, Untouched);

        ColumnBlocks.Pack(matrix, rows, columns, ref arena.Start, allocatedRows * ColumnBlocks.Width);

        ShouldHold(arena, allocatedRows, rows, columns, (row, column) => matrix[(row * columns) + column]);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gather_picks_rows_and_leaves_padding_alone(int rows, int columns)
    {
        float[] matrix = Numbered(40, columns);
        int[] picked = [.. Enumerable.Range(0, rows).Select(row => (39 - (row * 7) + 400) % 40)];
        int allocatedRows = ColumnBlocks.Padded(rows);
        Arena arena = Filled(ColumnBlocks.Padded(columns) * allocatedRows, Untouched);

        ColumnBlocks.Gather(matrix, picked, columns, ref arena.Start, allocatedRows * ColumnBlocks.Width);

        ShouldHold(arena, allocatedRows, rows, columns, (row, column) => matrix[(picked[row] * columns) + column]);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Unpack_undoes_pack_and_writes_no_further(int rows, int columns)
    {
        float[] matrix = Numbered(rows, columns);
        var arena = new Arena(ColumnBlocks.Padded(columns) * rows);
        ColumnBlocks.Pack(matrix, rows, columns, ref arena.Start, rows * ColumnBlocks.Width);
        float[] unpacked = [.. Enumerable.Repeat(Untouched, matrix.Length + 2)];

        ColumnBlocks.Unpack(ref arena.Start, rows * ColumnBlocks.Width, rows, columns, unpacked);

        unpacked.ShouldBe([.. matrix, Untouched, Untouched]);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Transpose_exchanges_rows_and_columns_with_their_padding(int rows, int columns)
    {
        int paddedRows = ColumnBlocks.Padded(rows);
        int paddedColumns = ColumnBlocks.Padded(columns);
        float[] matrix = Numbered(paddedRows, paddedColumns);
        var source = new Arena(matrix.Length);
        ColumnBlocks.Pack(matrix, paddedRows, paddedColumns, ref source.Start, paddedRows * ColumnBlocks.Width);
        Arena destination = Filled(matrix.Length, Untouched);

        BlockRange rowBlocks = BlockRange.Whole(paddedRows / 16), columnBlocks = BlockRange.Whole(paddedColumns / 16);

        ColumnBlocks.Transpose(ref source.Start, rows, columns, ref destination.Start, rowBlocks, columnBlocks);

        ShouldHold(destination, paddedColumns, paddedColumns, paddedRows, (row, column) => matrix[(column * paddedColumns) + row]);
    }

    [Fact]
    public void Transpose_of_some_blocks_writes_no_others()
    {
        const int size = 48;
        float[] matrix = Numbered(size, size);
        var source = new Arena(matrix.Length);
        ColumnBlocks.Pack(matrix, size, size, ref source.Start, size * ColumnBlocks.Width);
        Arena destination = Filled(matrix.Length, Untouched);

        ColumnBlocks.Transpose(ref source.Start, size, size, ref destination.Start, new BlockRange(1, 3), new BlockRange(0, 2));

        ShouldHold(destination, size, size, size, (row, column) => column >= 16 && row < 32 ? matrix[(column * size) + row] : Untouched);
    }

    [Fact]
    public void Wrong_sizes_are_refused_by_name()
    {
        var arena = new Arena(64);
        Should.Throw<ArgumentException>(() => ColumnBlocks.Pack(new float[5], 2, 3, ref arena.Start, 32)).ParamName.ShouldBe("source");
        Should.Throw<ArgumentException>(() =>
            ColumnBlocks.Unpack(ref arena.Start, 32, 2, 3, new float[5])).ParamName.ShouldBe("destination");
        Should.Throw<ArgumentOutOfRangeException>(() =>
            ColumnBlocks.Pack(new float[6], 2, 3, ref arena.Start, 16)).ParamName.ShouldBe("blockStride");
        Should.Throw<ArgumentOutOfRangeException>(() =>
            ColumnBlocks.Pack(new float[6], 2, 0, ref arena.Start, 32)).ParamName.ShouldBe("columns");
        Should.Throw<ArgumentOutOfRangeException>(() =>
            ColumnBlocks.Pack(new float[6], -1, 3, ref arena.Start, 32)).ParamName.ShouldBe("rows");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void Gather_refuses_a_row_that_the_source_does_not_have(int row)
    {
        var arena = new Arena(32);
        Should.Throw<ArgumentOutOfRangeException>(() => ColumnBlocks.Gather(new float[7], [0, row], 3, ref arena.Start, 32))
            .Message.ShouldContain("at position 1: the source has rows 0 to 1");
    }

    private static float[] Numbered(int rows, int columns) => [.. Enumerable.Range(0, rows * columns).Select(index => (float)index)];

    private static Arena Filled(int length, float value)
    {
        var arena = new Arena(length);
        arena.Span.Fill(value);
        return arena;
    }

    // Elements within the matrix as expected, everything else still untouched.
    private static void ShouldHold(Arena arena, int allocatedRows, int rows, int columns, Func<int, int, float> expected)
    {
        var wanted = new float[arena.Length];
        for (int index = 0; index < wanted.Length; index++)
        {
            int block = index / (allocatedRows * ColumnBlocks.Width);
            int row = index / ColumnBlocks.Width % allocatedRows;
            int column = (block * ColumnBlocks.Width) + (index % ColumnBlocks.Width);
            wanted[index] = row < rows && column < columns ? expected(row, column) : Untouched;
        }

        arena.Span.SequenceEqual(wanted).ShouldBeTrue();
    }
}
