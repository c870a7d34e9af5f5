using static System.FormattableString;

namespace GraphGen;

/// <summary>How the elements of a tensor are distributed. All but <see cref="NonFiniteShare"/> is about the finite elements.</summary>
public sealed class TensorStatistics
{
    /// <summary>The number of bins of every <see cref="Histogram"/>.</summary>
    public const int BinCount = 40;

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
    internal static TensorStatistics Of(ReadOnlySpan<float> values)
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
