namespace GraphGen.Benchmarks.Measuring;

/// <summary>What was seen of one workload, over all rounds.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Seconds">Time of one repetition in each round.</param>
/// <param name="Ratios">Its speed in each round as a share of the peak beside it; none for the peak itself.</param>
/// <param name="BestRatio">The largest of those ratios where the peak beside it was not itself disturbed; 0 where there is none.</param>
internal sealed record Measurement(Workload Workload, IReadOnlyList<double> Seconds, IReadOnlyList<double> Ratios, double BestRatio)
{
    public double MedianSeconds => Statistics.Quantile(Seconds, 0.5);

    public double BestSeconds => Seconds.Min();

    public double MedianRatio => Statistics.Quantile(Ratios, 0.5);

    /// <summary>The highest speed of any round, in 10^9 useful floating-point operations a second.</summary>
    public double BestGigaflops => Workload.Flop / BestSeconds / 1e9;

    /// <summary>The median speed, in the same unit.</summary>
    public double MedianGigaflops => Workload.Flop / MedianSeconds / 1e9;
}
