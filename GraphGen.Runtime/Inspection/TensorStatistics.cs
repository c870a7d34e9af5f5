using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace GraphGen;

/// <summary>How the elements of a tensor are distributed. All but <see cref="NonFiniteShare"/> is about the finite elements.</summary>
public sealed class TensorStatistics
{
    /// <summary>The number of bins of every <see cref="Histogram"/>.</summary>
    public const int BinCount = 40;

    private const int SumLength = 256;
    private const int Lanes = 4;

    // Squares of larger values, or so many of them, might not fit into a float. No NaN is below it.
    private const float LargeValue = 1e15f;

    private TensorStatistics(int count, int finite, float mean, float standardDeviation, float minimum, float maximum, int[] histogram)
    {
        Count = count;
        NonFiniteShare = (float)(count - finite) / count;
        Mean = mean;
        StandardDeviation = standardDeviation;
        Minimum = minimum;
        Maximum = maximum;
        Histogram = Array.AsReadOnly(histogram);
    }

    /// <summary>The number of elements, finite or not; at least 1.</summary>
    public int Count { get; }

    /// <summary>The mean; NaN where no element is finite.</summary>
    public float Mean { get; }

    /// <summary>The standard deviation, <c>sqrt(mean of (x - mean)^2)</c>; NaN where no element is finite.</summary>
    public float StandardDeviation { get; }

    /// <summary>The smallest element; NaN where no element is finite.</summary>
    public float Minimum { get; }

    /// <summary>The largest element; NaN where no element is finite.</summary>
    public float Maximum { get; }

    /// <summary>The share of elements that are NaN or infinite, in [0, 1].</summary>
    public float NonFiniteShare { get; }

    /// <summary>
    /// How many elements lie in each of <see cref="BinCount"/> bins of equal width from <see cref="Minimum"/> to <see cref="Maximum"/>. A bin holds
    /// its lower edge, the last one its upper edge, too; elements that are all equal lie in the first.
    /// </summary>
    public IReadOnlyList<int> Histogram { get; }

    /// <summary>The edge where a bin begins; that of bin <see cref="BinCount"/> is where the last one ends.</summary>
    /// <param name="bin">From 0 to <see cref="BinCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such edge.</exception>
    public double BinEdge(int bin)
    {
        if ((uint)bin > BinCount)
        {
            throw new ArgumentOutOfRangeException(nameof(bin), bin, Invariant($"There are {BinCount} bins, so pass 0 to {BinCount}."));
        }

        return Minimum + (bin * ((double)Maximum - Minimum) / BinCount);
    }

    /// <summary>Mean, standard deviation and range in one line, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"mean {Mean:G4}, deviation {StandardDeviation:G4}, from {Minimum:G4} to {Maximum:G4}")
        + (NonFiniteShare > 0 ? Invariant($", {100 * NonFiniteShare:G3}% not finite") : "");

    /// <summary>The statistics of at least one element.</summary>
    internal static TensorStatistics Of(ReadOnlySpan<float> values) =>
        Math.Abs(TensorPrimitives.MaxMagnitude(values)) < LargeValue ? OfOrdinary(values) : OfAny(values);

    /// <summary>Sums in single precision are kept short, and added up in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TensorStatistics OfOrdinary(ReadOnlySpan<float> values)
    {
        Span<float> differences = stackalloc float[SumLength];
        Span<int> counts = stackalloc int[Lanes * BinCount];
        double sum = 0, squares = 0;
        for (int start = 0; start < values.Length; start += SumLength)
        {
            sum += TensorPrimitives.Sum(values.Slice(start, Math.Min(SumLength, values.Length - start)));
        }

        double mean = sum / values.Length;
        float minimum = TensorPrimitives.Min(values), maximum = TensorPrimitives.Max(values);
        int[] histogram = new int[BinCount];
        double binsPerUnit = maximum > minimum ? BinCount / ((double)maximum - minimum) : 0;
        for (int start = 0; start < values.Length; start += SumLength)
        {
            ReadOnlySpan<float> part = values.Slice(start, Math.Min(SumLength, values.Length - start));
            Span<float> difference = differences[..part.Length];
            TensorPrimitives.Subtract(part, (float)mean, difference);
            squares += TensorPrimitives.SumOfSquares<float>(difference);
            for (int index = 0; index < part.Length; index++)
            {
                // Neighbours often lie in one bin: counted apart, they need not wait for each other.
                counts[((index % Lanes) * BinCount) + Math.Min((int)(((double)part[index] - minimum) * binsPerUnit), BinCount - 1)]++;
            }
        }

        for (int index = 0; index < counts.Length; index++)
        {
            histogram[index % BinCount] += counts[index];
        }

        return new TensorStatistics(
            values.Length, values.Length, (float)mean, (float)Math.Sqrt(squares / values.Length), minimum, maximum, histogram);
    }

    private static TensorStatistics OfAny(ReadOnlySpan<float> values)
    {
        int finite = 0;
        double sum = 0;
        float minimum = float.PositiveInfinity, maximum = float.NegativeInfinity;
        foreach (float value in values)
        {
            if (float.IsFinite(value))
            {
                finite++;
                sum += value;
                minimum = MathF.Min(minimum, value);
                maximum = MathF.Max(maximum, value);
            }
        }

        int[] histogram = new int[BinCount];
        if (finite == 0)
        {
            return new TensorStatistics(values.Length, finite, float.NaN, float.NaN, float.NaN, float.NaN, histogram);
        }

        double mean = sum / finite, squares = 0;
        double binsPerUnit = maximum > minimum ? BinCount / ((double)maximum - minimum) : 0;
        foreach (float value in values)
        {
            if (float.IsFinite(value))
            {
                squares += (value - mean) * (value - mean);
                histogram[Math.Min((int)(((double)value - minimum) * binsPerUnit), BinCount - 1)]++;
            }
        }

        return new TensorStatistics(values.Length, finite, (float)mean, (float)Math.Sqrt(squares / finite), minimum, maximum, histogram);
    }
}
