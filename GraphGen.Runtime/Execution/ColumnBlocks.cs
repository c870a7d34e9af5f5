using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Execution;

/// <summary>
/// The layout of every matrix in a network's arenas: <c>[block of 16 columns][row][16 lanes]</c>. Element <c>(r, c)</c> of a matrix
/// lies at <c>(c / 16) * blockStride + r * 16 + c % 16</c>, where <c>blockStride</c> is 16 times the number of allocated rows.
/// A row of a block is one cache line and one 512-bit vector, and a panel of columns is contiguous.
/// </summary>
/// <remarks>
/// The lanes beyond the last column and the rows beyond the last are padding. <see cref="Pack"/> and <see cref="Gather"/> leave it alone.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ColumnBlocks
{
    /// <summary>Columns in a block.</summary>
    public const int Width = 16;

    // Measured when gathering: rows that are copied together, and how far ahead of the copy each row is prefetched.
    private const int RowsTogether = 8;
    private const int LinesAhead = 4;

    /// <summary>The next multiple of <see cref="Width"/> that is not below <paramref name="count"/>.</summary>
    /// <param name="count">Rows or columns, from 0 to 2^31 - 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Padded(int count) => (count + (Width - 1)) & ~(Width - 1);

    /// <summary>Copies labels into this layout, as a matrix of one column.</summary>
    /// <param name="labels">One label per row.</param>
    /// <param name="destination">The first float of the destination, which must hold a block of as many rows.</param>
    public static void PackLabels(ReadOnlySpan<int> labels, ref float destination)
    {
        for (int row = 0; row < labels.Length; row++)
        {
            Unsafe.Add(ref destination, (nint)row * Width) = labels[row];
        }
    }

    /// <summary>Copies a row-major matrix into this layout.</summary>
    /// <param name="source">The matrix, <c>[rows, columns]</c> row-major; more than that many floats are allowed.</param>
    /// <param name="rows">Rows, 0 or more.</param>
    /// <param name="columns">Columns, 1 or more.</param>
    /// <param name="destination">
    /// The first float of the destination, which must hold every block up to its row <paramref name="rows"/>.
    /// </param>
    /// <param name="blockStride">Floats from one block to the next: 16 times the allocated rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range, or the stride too short for the rows.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> is shorter than the matrix.</exception>
    public static void Pack(ReadOnlySpan<float> source, int rows, int columns, ref float destination, nint blockStride)
    {
        CheckSizes(rows, columns, blockStride);
        CheckLength(source.Length, rows, columns, nameof(source));
        ref float from = ref MemoryMarshal.GetReference(source);
        for (int row = 0; row < rows; row++)
        {
            ref float to = ref Unsafe.Add(ref destination, (nint)row * Width);
            SpreadRow(ref Unsafe.Add(ref from, (nint)row * columns), columns, ref to, blockStride);
        }
    }

    /// <summary>Copies picked rows of a row-major matrix into this layout: how a batch is gathered from a data set.</summary>
    /// <param name="source">The matrix to pick from, row-major, a whole number of rows.</param>
    /// <param name="rowIndices">
    /// Which row of <paramref name="source"/> becomes row 0, 1, ... of the destination; repeats are allowed.
    /// </param>
    /// <param name="columns">Columns, 1 or more.</param>
    /// <param name="destination">
    /// The first float of the destination, which must hold every block up to its row <c>rowIndices.Length</c>.
    /// </param>
    /// <param name="blockStride">Floats from one block to the next: 16 times the allocated rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size or a row index is out of range, or the stride too short for the rows.
    /// </exception>
    public static void Gather(ReadOnlySpan<float> source, ReadOnlySpan<int> rowIndices, int columns, ref float destination, nint blockStride)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        GatherRows(in MemoryMarshal.GetReference(source), source.Length / columns, rowIndices, columns, ref destination, blockStride);
    }

    /// <summary>Copies picked rows of a row-major matrix, which may have more elements than a span.</summary>
    /// <param name="source">The first float of the matrix to pick from.</param>
    /// <param name="available">Its rows.</param>
    /// <param name="rowIndices">Which of them become row 0, 1, ... of the destination; repeats are allowed.</param>
    /// <param name="columns">Columns, 1 or more.</param>
    /// <param name="destination">
    /// The first float of the destination, which must hold every block up to its row <c>rowIndices.Length</c>.
    /// </param>
    /// <param name="blockStride">Floats from one block to the next: 16 times the allocated rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size or a row index is out of range, or the stride too short for the rows.
    /// </exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void GatherRows(
        ref readonly float source, int available, ReadOnlySpan<int> rowIndices, int columns, ref float destination, nint blockStride)
    {
        CheckSizes(rowIndices.Length, columns, blockStride);
        ref float from = ref Unsafe.AsRef(in source);

        // Rows of a destination block are neighbours, so a group of rows goes block by block: far fewer pages are then written in turn.
        Span<nint> offsets = stackalloc nint[RowsTogether];
        for (int first = 0; first < rowIndices.Length; first += RowsTogether)
        {
            int rows = Math.Min(RowsTogether, rowIndices.Length - first);
            for (int row = 0; row < rows; row++)
            {
                int picked = rowIndices[first + row];
                if ((uint)picked >= (uint)available)
                {
                    ThrowNoSuchRow(picked, first + row, available);
                }

                offsets[row] = (nint)picked * columns;
            }

            GatherGroup(ref from, offsets[..rows], columns, ref Unsafe.Add(ref destination, (nint)first * Width), blockStride);
        }
    }

    /// <summary>Copies a matrix out of this layout.</summary>
    /// <param name="source">The first float of the matrix, which lies as this class describes.</param>
    /// <param name="blockStride">Floats from one block to the next: 16 times the allocated rows.</param>
    /// <param name="rows">Rows, 0 or more.</param>
    /// <param name="columns">Columns, 1 or more.</param>
    /// <param name="destination">Receives <c>[rows, columns]</c> row-major; what lies beyond in it is left alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range, or the stride too short for the rows.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than the matrix.</exception>
    public static void Unpack(ref float source, nint blockStride, int rows, int columns, Span<float> destination)
    {
        CheckSizes(rows, columns, blockStride);
        CheckLength(destination.Length, rows, columns, nameof(destination));
        ref float to = ref MemoryMarshal.GetReference(destination);
        for (int row = 0; row < rows; row++)
        {
            CollectRow(ref Unsafe.Add(ref source, (nint)row * Width), blockStride, columns, ref Unsafe.Add(ref to, (nint)row * columns));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void GatherGroup(ref float from, ReadOnlySpan<nint> offsets, int columns, ref float to, nint blockStride)
    {
        int column = 0;
        for (; column <= columns - Width; column += Width)
        {
            for (int row = 0; row < offsets.Length; row++)
            {
                ref float line = ref Unsafe.Add(ref from, offsets[row] + column);
                Prefetch.ToL1(ref Unsafe.Add(ref line, LinesAhead * Width));
                CopyLine(ref line, ref Unsafe.Add(ref to, row * Width));
            }

            to = ref Unsafe.Add(ref to, blockStride);
        }

        for (int row = 0; row < offsets.Length; row++)
        {
            CopyLanes(ref Unsafe.Add(ref from, offsets[row] + column), ref Unsafe.Add(ref to, row * Width), columns - column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SpreadRow(ref float from, int columns, ref float to, nint blockStride)
    {
        int column = 0;
        for (; column <= columns - Width; column += Width)
        {
            CopyLine(ref from, ref to);
            from = ref Unsafe.Add(ref from, Width);
            to = ref Unsafe.Add(ref to, blockStride);
        }

        CopyLanes(ref from, ref to, columns - column);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CollectRow(ref float from, nint blockStride, int columns, ref float to)
    {
        int column = 0;
        for (; column <= columns - Width; column += Width)
        {
            CopyLine(ref from, ref to);
            from = ref Unsafe.Add(ref from, blockStride);
            to = ref Unsafe.Add(ref to, Width);
        }

        CopyLanes(ref from, ref to, columns - column);
    }

    // The JIT turns a copy of constant size into the widest vectors that the processor has.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyLine(ref float from, ref float to) =>
        Unsafe.CopyBlockUnaligned(ref Unsafe.As<float, byte>(ref to), ref Unsafe.As<float, byte>(ref from), Width * sizeof(float));

    /// <summary>Copies up to 15 lanes as two pieces that may overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyLanes(ref float from, ref float to, int count)
    {
        if (count >= 8)
        {
            CopyEnds<Vector256<float>>(ref from, ref to, count - 8);
        }
        else if (count >= 4)
        {
            CopyEnds<Vector128<float>>(ref from, ref to, count - 4);
        }
        else
        {
            for (int lane = 0; lane < count; lane++)
            {
                Unsafe.Add(ref to, lane) = Unsafe.Add(ref from, lane);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyEnds<TPiece>(ref float from, ref float to, int last)
        where TPiece : unmanaged
    {
        var first = Unsafe.ReadUnaligned<TPiece>(ref Unsafe.As<float, byte>(ref from));
        var second = Unsafe.ReadUnaligned<TPiece>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref from, last)));
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref to), first);
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref to, last)), second);
    }

    private static void CheckSizes(int rows, int columns, nint blockStride)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (blockStride < (nint)rows * Width)
        {
            throw new ArgumentOutOfRangeException(
                nameof(blockStride),
                blockStride,
                FormattableString.Invariant($"Blocks of {rows} rows lie at least {(nint)rows * Width} floats apart."));
        }
    }

    private static void CheckLength(int length, int rows, int columns, string name)
    {
        if (length < (long)rows * columns)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{rows} rows of {columns} columns are {(long)rows * columns} floats, not {length}."),
                name);
        }
    }

    private static void ThrowNoSuchRow(int picked, int position, int available) =>
        throw new ArgumentOutOfRangeException(
            "rowIndices",
            picked,
            FormattableString.Invariant($"Row index {picked} at position {position}: the source has rows 0 to {available - 1}."));
}
