using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <summary>
/// Random matrices with orthonormal rows or columns, each as likely as any other (Stewart, "The efficient generation of random orthogonal
/// matrices with an application to condition estimators", 1980): the orthogonal factor of a matrix of normal numbers whose triangular
/// factor has a positive diagonal.
/// </summary>
internal static class OrthogonalMatrix
{
    private const int Lanes = 4;

    /// <summary>
    /// Fills a matrix with gain times orthonormal columns, or rows where those are fewer. Takes time in proportion to the larger side times
    /// the square of the smaller.
    /// </summary>
    /// <param name="matrix"><c>[rows, columns]</c>, row-major.</param>
    /// <param name="rows">1 or more.</param>
    /// <param name="columns">1 or more.</param>
    /// <param name="gain">The length of the vectors.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="stream">Their stream.</param>
    public static void Fill(Span<float> matrix, int rows, int columns, double gain, ulong seed, ulong stream)
    {
        bool byRows = rows < columns;
        int count = Math.Min(rows, columns);
        int length = Math.Max(rows, columns);

        // One vector after the other, filled up with zeros to pairs of Vector256, which change no sum.
        int stride = (length + (2 * Lanes) - 1) / (2 * Lanes) * (2 * Lanes);
        var vectors = new double[checked(count * stride)];
        var random = new CounterRandom(seed, stream);
        for (int index = 0; index < count; index++)
        {
            foreach (ref double element in vectors.AsSpan(index * stride, length))
            {
                element = random.NextNormal();
            }
        }

        // Once leaves errors in proportion to the condition of the matrix, which may be large where it is square; twice is enough (Giraud
        // et al., 2005).
        Orthonormalize(vectors, count, stride);
        Orthonormalize(vectors, count, stride);

        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double element = byRows ? vectors[(row * stride) + column] : vectors[(column * stride) + row];
                matrix[(row * columns) + column] = (float)(gain * element);
            }
        }
    }

    /// <summary>
    /// The modified Gram-Schmidt process (Björck, 1967). It divides by norms, the diagonal of the triangular factor, which therefore is
    /// positive.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Orthonormalize(Span<double> vectors, int count, int stride)
    {
        for (int index = 0; index < count; index++)
        {
            Span<double> unit = vectors.Slice(index * stride, stride);
            double norm = Math.Sqrt(Dot(unit, unit));
            foreach (ref double element in unit)
            {
                element /= norm;
            }

            for (int other = index + 1; other < count; other++)
            {
                Span<double> vector = vectors.Slice(other * stride, stride);
                SubtractMultiple(vector, Dot(unit, vector), unit);
            }
        }
    }

    // Vectors of fixed width, and products rounded before they are added: the same bits on every machine.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ref double leftStart = ref MemoryMarshal.GetReference(left);
        ref double rightStart = ref MemoryMarshal.GetReference(right);
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        for (nuint index = 0; index < (nuint)left.Length; index += 2 * Lanes)
        {
            even += Vector256.LoadUnsafe(ref leftStart, index) * Vector256.LoadUnsafe(ref rightStart, index);
            odd += Vector256.LoadUnsafe(ref leftStart, index + Lanes) * Vector256.LoadUnsafe(ref rightStart, index + Lanes);
        }

        Vector256<double> sums = even + odd;
        return sums[0] + sums[1] + (sums[2] + sums[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SubtractMultiple(Span<double> vector, double factor, ReadOnlySpan<double> unit)
    {
        ref double vectorStart = ref MemoryMarshal.GetReference(vector);
        ref double unitStart = ref MemoryMarshal.GetReference(unit);
        Vector256<double> factors = Vector256.Create(factor);
        for (nuint index = 0; index < (nuint)vector.Length; index += Lanes)
        {
            Vector256<double> difference = Vector256.LoadUnsafe(ref vectorStart, index)
                - (factors * Vector256.LoadUnsafe(ref unitStart, index));
            difference.StoreUnsafe(ref vectorStart, index);
        }
    }
}
