namespace GraphGen.Benchmarks.Tiles;

/// <summary>How well one list of numbers puts things into the order of another: Spearman's rank correlation.</summary>
internal static class RankCorrelation
{
    /// <summary>Pearson's correlation of the ranks, from -1 to 1; equal numbers share the mean of their ranks.</summary>
    /// <exception cref="ArgumentException">The lists differ in length or have fewer than two numbers.</exception>
    public static double Of(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        if (left.Count != right.Count || left.Count < 2)
        {
            string lengths = FormattableString.Invariant($"{left.Count} and {right.Count}");
            throw new ArgumentException($"A rank correlation needs two lists of one length, at least 2; these have {lengths}.", nameof(right));
        }

        double[] x = Ranks(left), y = Ranks(right);
        double mean = (left.Count + 1) / 2.0, xy = 0, xx = 0, yy = 0;
        for (int index = 0; index < x.Length; index++)
        {
            xy += (x[index] - mean) * (y[index] - mean);
            xx += (x[index] - mean) * (x[index] - mean);
            yy += (y[index] - mean) * (y[index] - mean);
        }

        return xy / Math.Sqrt(xx * yy);
    }

    private static double[] Ranks(IReadOnlyList<double> values) =>
        [.. values.Select(value => values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0))];
}
