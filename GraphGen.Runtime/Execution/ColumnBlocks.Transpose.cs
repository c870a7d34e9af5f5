using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace GraphGen.Execution;

/// <content>
/// The transpose. In this layout a tile of 16 x 16 elements is contiguous on both sides, so that a matrix is transposed tile by
/// tile in registers.
/// </content>
public static partial class ColumnBlocks
{
    /// <summary>
    /// Transposes a matrix, both sides in this layout: <paramref name="source"/> is <c>[rows, columns]</c> with a block stride of
    /// <c>16 * Padded(rows)</c>, <paramref name="destination"/> <c>[columns, rows]</c> with <c>16 * Padded(columns)</c>.
    /// Padding is transposed along with the rest, so that zero padding stays zero. The two may not overlap.
    /// </summary>
    /// <param name="source">The first of <c>Padded(rows) * Padded(columns)</c> floats.</param>
    /// <param name="rows">Rows of the source, 1 or more.</param>
    /// <param name="columns">Columns of the source, 1 or more.</param>
    /// <param name="destination">The first of as many floats to write.</param>
    /// <param name="rowBlocks">Which blocks of 16 of the source's rows to transpose.</param>
    /// <param name="columnBlocks">Which of its column blocks.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(ref float source, int rows, int columns, ref float destination, BlockRange rowBlocks, BlockRange columnBlocks)
    {
        nint rowTiles = Padded(rows) / Width;
        nint columnTiles = Padded(columns) / Width;

        // Reads run straight through the source. What is written next to each other lies one destination block apart.
        for (nint columnTile = columnBlocks.First; columnTile < columnBlocks.End; columnTile++)
        {
            for (nint rowTile = rowBlocks.First; rowTile < rowBlocks.End; rowTile++)
            {
                ref float from = ref Unsafe.Add(ref source, ((columnTile * rowTiles) + rowTile) * (Width * Width));
                ref float to = ref Unsafe.Add(ref destination, ((rowTile * columnTiles) + columnTile) * (Width * Width));
                TransposeTile(ref from, ref to);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeTile(ref float from, ref float to)
    {
        if (Avx512F.IsSupported)
        {
            TransposeTile512(ref from, ref to);
        }
        else if (Avx.IsSupported)
        {
            for (int row = 0; row < Width; row += 8)
            {
                for (int column = 0; column < Width; column += 8)
                {
                    TransposeQuarter256(ref Unsafe.Add(ref from, (row * Width) + column), ref Unsafe.Add(ref to, (column * Width) + row));
                }
            }
        }
        else
        {
            for (int row = 0; row < Width; row += 4)
            {
                for (int column = 0; column < Width; column += 4)
                {
                    TransposeCell128(ref Unsafe.Add(ref from, (row * Width) + column), ref Unsafe.Add(ref to, (column * Width) + row));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeTile512(ref float from, ref float to)
    {
        // Four rows at a time: afterwards lane group g of vector j of group i is column 4g + j, rows 4i to 4i + 3.
        Columns512(ref from, 0, out Vector512<float> a0, out Vector512<float> a1, out Vector512<float> a2, out Vector512<float> a3);
        Columns512(ref from, 4, out Vector512<float> b0, out Vector512<float> b1, out Vector512<float> b2, out Vector512<float> b3);
        Columns512(ref from, 8, out Vector512<float> c0, out Vector512<float> c1, out Vector512<float> c2, out Vector512<float> c3);
        Columns512(ref from, 12, out Vector512<float> d0, out Vector512<float> d1, out Vector512<float> d2, out Vector512<float> d3);
        StoreColumns512(a0, b0, c0, d0, ref to, 0);
        StoreColumns512(a1, b1, c1, d1, ref to, 1);
        StoreColumns512(a2, b2, c2, d2, ref to, 2);
        StoreColumns512(a3, b3, c3, d3, ref to, 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns512(
        ref float from,
        int row,
        out Vector512<float> column0,
        out Vector512<float> column1,
        out Vector512<float> column2,
        out Vector512<float> column3)
    {
        Vector512<float> row0 = Vector512.LoadUnsafe(ref from, (nuint)(row * Width));
        Vector512<float> row1 = Vector512.LoadUnsafe(ref from, (nuint)((row + 1) * Width));
        Vector512<float> row2 = Vector512.LoadUnsafe(ref from, (nuint)((row + 2) * Width));
        Vector512<float> row3 = Vector512.LoadUnsafe(ref from, (nuint)((row + 3) * Width));
        Vector512<float> even0 = Avx512F.UnpackLow(row0, row2);
        Vector512<float> even1 = Avx512F.UnpackHigh(row0, row2);
        Vector512<float> odd0 = Avx512F.UnpackLow(row1, row3);
        Vector512<float> odd1 = Avx512F.UnpackHigh(row1, row3);
        column0 = Avx512F.UnpackLow(even0, odd0);
        column1 = Avx512F.UnpackHigh(even0, odd0);
        column2 = Avx512F.UnpackLow(even1, odd1);
        column3 = Avx512F.UnpackHigh(even1, odd1);
    }

    // Column j + 4g of the tile is lane group g of the four vectors: a 4 x 4 transpose of lane groups.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreColumns512(
        Vector512<float> rows0, Vector512<float> rows4, Vector512<float> rows8, Vector512<float> rows12, ref float to, int column)
    {
        const byte Low = 0b01_00_01_00;
        const byte High = 0b11_10_11_10;
        const byte Even = 0b10_00_10_00;
        const byte Odd = 0b11_01_11_01;
        Vector512<float> firstHalf = Avx512F.Shuffle4x128(rows0, rows4, Low);
        Vector512<float> secondHalf = Avx512F.Shuffle4x128(rows8, rows12, Low);
        Avx512F.Shuffle4x128(firstHalf, secondHalf, Even).StoreUnsafe(ref to, (nuint)(column * Width));
        Avx512F.Shuffle4x128(firstHalf, secondHalf, Odd).StoreUnsafe(ref to, (nuint)((column + 4) * Width));
        firstHalf = Avx512F.Shuffle4x128(rows0, rows4, High);
        secondHalf = Avx512F.Shuffle4x128(rows8, rows12, High);
        Avx512F.Shuffle4x128(firstHalf, secondHalf, Even).StoreUnsafe(ref to, (nuint)((column + 8) * Width));
        Avx512F.Shuffle4x128(firstHalf, secondHalf, Odd).StoreUnsafe(ref to, (nuint)((column + 12) * Width));
    }

    // 8 x 8. Loading rows r and r + 4 as the halves of one vector spares the shuffles across halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeQuarter256(ref float from, ref float to)
    {
        Columns256(
            ref from,
            out Vector256<float> column0,
            out Vector256<float> column1,
            out Vector256<float> column2,
            out Vector256<float> column3);
        column0.StoreUnsafe(ref to);
        column1.StoreUnsafe(ref to, Width);
        column2.StoreUnsafe(ref to, 2 * Width);
        column3.StoreUnsafe(ref to, 3 * Width);
        Columns256(
            ref Unsafe.Add(ref from, 4),
            out Vector256<float> column4,
            out Vector256<float> column5,
            out Vector256<float> column6,
            out Vector256<float> column7);
        column4.StoreUnsafe(ref to, 4 * Width);
        column5.StoreUnsafe(ref to, 5 * Width);
        column6.StoreUnsafe(ref to, 6 * Width);
        column7.StoreUnsafe(ref to, 7 * Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns256(
        ref float from,
        out Vector256<float> column0,
        out Vector256<float> column1,
        out Vector256<float> column2,
        out Vector256<float> column3)
    {
        Vector256<float> rows0 = RowAndFourth(ref from, 0);
        Vector256<float> rows1 = RowAndFourth(ref from, 1);
        Vector256<float> rows2 = RowAndFourth(ref from, 2);
        Vector256<float> rows3 = RowAndFourth(ref from, 3);
        Vector256<float> even0 = Avx.UnpackLow(rows0, rows2);
        Vector256<float> even1 = Avx.UnpackHigh(rows0, rows2);
        Vector256<float> odd0 = Avx.UnpackLow(rows1, rows3);
        Vector256<float> odd1 = Avx.UnpackHigh(rows1, rows3);
        column0 = Avx.UnpackLow(even0, odd0);
        column1 = Avx.UnpackHigh(even0, odd0);
        column2 = Avx.UnpackLow(even1, odd1);
        column3 = Avx.UnpackHigh(even1, odd1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> RowAndFourth(ref float from, int row) =>
        Vector256.Create(
            Vector128.LoadUnsafe(ref from, (nuint)(row * Width)),
            Vector128.LoadUnsafe(ref from, (nuint)((row + 4) * Width)));

    // 4 x 4, from nothing but zips.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeCell128(ref float from, ref float to)
    {
        Vector128<float> row0 = Vector128.LoadUnsafe(ref from);
        Vector128<float> row1 = Vector128.LoadUnsafe(ref from, Width);
        Vector128<float> row2 = Vector128.LoadUnsafe(ref from, 2 * Width);
        Vector128<float> row3 = Vector128.LoadUnsafe(ref from, 3 * Width);
        Vector128<float> even0 = ZipLow(row0, row2);
        Vector128<float> even1 = ZipHigh(row0, row2);
        Vector128<float> odd0 = ZipLow(row1, row3);
        Vector128<float> odd1 = ZipHigh(row1, row3);
        ZipLow(even0, odd0).StoreUnsafe(ref to);
        ZipHigh(even0, odd0).StoreUnsafe(ref to, Width);
        ZipLow(even1, odd1).StoreUnsafe(ref to, 2 * Width);
        ZipHigh(even1, odd1).StoreUnsafe(ref to, 3 * Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackLow(left, right)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(left, right)
        : Vector128.Create(left[0], right[0], left[1], right[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackHigh(left, right)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(left, right)
        : Vector128.Create(left[2], right[2], left[3], right[3]);
}
