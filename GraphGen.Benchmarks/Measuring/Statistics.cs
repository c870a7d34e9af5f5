namespace GraphGen.Benchmarks.Measuring;

/// <summary>What the tables say of many samples.</summary>
internal static class Statistics
{
    /// <summary>The smallest sample that at least the share <paramref name="probability"/> of all does not exceed (nearest rank).</summary>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    public static double Quantile(IEnumerable<double> samples, double probability)
    {
        double[] sorted = [.. samples.Order()];
        return sorted.Length > 0
            ? sorted[Math.Max(0, (int)Math.Ceiling(probability * sorted.Length) - 1)]
            : throw new ArgumentException("There are no samples.", nameof(samples));
    }
}
