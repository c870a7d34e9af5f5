using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GraphGen.Execution;

/// <summary>The inner loop of an inspection's matrix products, four rows at a time, so that the sums are read and written a quarter as often.</summary>
internal static class ScaledRows
{
    /// <summary>Rows that are added at a time.</summary>
    public const int Count = 4;

    /// <summary><c>sum += f[0] r[0] + f[1] r[1] + f[2] r[2] + f[3] r[3]</c> for factors f and rows r that lie one after the other.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="rows">Four rows as long as it.</param>
    /// <param name="f0">The factor of the first row.</param>
    /// <param name="f1">The factor of the second row.</param>
    /// <param name="f2">The factor of the third row.</param>
    /// <param name="f3">The factor of the fourth row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddFour(Span<float> sum, ReadOnlySpan<float> rows, float f0, float f1, float f2, float f3)
    {
        int length = sum.Length;
        ReadOnlySpan<float> row0 = rows[..length], row1 = rows.Slice(length, length), row2 = rows.Slice(2 * length, length), row3 = rows.Slice(3 * length, length);
        int column = 0;
        if (length >= Vector<float>.Count)
        {
            ref float target = ref MemoryMarshal.GetReference(sum);
            ref float r0 = ref MemoryMarshal.GetReference(row0), r1 = ref MemoryMarshal.GetReference(row1);
            ref float r2 = ref MemoryMarshal.GetReference(row2), r3 = ref MemoryMarshal.GetReference(row3);
            Vector<float> v0 = new(f0), v1 = new(f1), v2 = new(f2), v3 = new(f3);
            for (; column <= length - Vector<float>.Count; column += Vector<float>.Count)
            {
                Vector<float> value = Vector.LoadUnsafe(ref target, (nuint)column);
                value = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref r0, (nuint)column), v0, value);
                value = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref r1, (nuint)column), v1, value);
                value = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref r2, (nuint)column), v2, value);
                value = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref r3, (nuint)column), v3, value);
                value.StoreUnsafe(ref target, (nuint)column);
            }
        }

        for (; column < length; column++)
        {
            sum[column] += (f0 * row0[column]) + (f1 * row1[column]) + (f2 * row2[column]) + (f3 * row3[column]);
        }
    }
}
