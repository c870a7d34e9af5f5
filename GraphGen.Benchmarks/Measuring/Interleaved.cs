namespace GraphGen.Benchmarks.Measuring;

/// <summary>
/// Measures workloads on a machine that others use too. Its speed changes from minute to minute, so that only ratios mean
/// anything: each round runs the peak, the first workload, the peak, the second workload and so on, and a workload's ratio is
/// formed with the faster of the two samples of the peak beside it, so that a disturbed peak flatters nothing.
/// </summary>
internal static class Interleaved
{
    private static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Measures everything.</summary>
    /// <param name="peak">The peak.</param>
    /// <param name="workloads">The workloads, in the order of a round.</param>
    /// <param name="rounds">Rounds, at least 1.</param>
    /// <param name="sampleSeconds">How long one sample should last; a workload that takes longer runs once.</param>
    /// <returns>The peak's own measurement, and the workloads' in their order.</returns>
    /// <exception cref="InvalidOperationException">A workload computed something that is not a finite number.</exception>
    public static (Measurement Peak, IReadOnlyList<Measurement> Workloads) Measure(
        Workload peak, IReadOnlyList<Workload> workloads, int rounds, double sampleSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        var peakSampler = new Sampler(peak, sampleSeconds);
        Sampler[] samplers = [.. workloads.Select(workload => new Sampler(workload, sampleSeconds))];
        Sampler[] all = [peakSampler, .. samplers];
        WarmUp.Run(() => Array.ForEach(all, sampler => sampler.WarmUp()), WarmUpPause);
        for (int round = 0; round < rounds; round++)
        {
            double before = peakSampler.Sample();
            foreach (Sampler sampler in samplers)
            {
                double seconds = sampler.Sample();
                double after = peakSampler.Sample();
                sampler.Compare(seconds, peak.Flop, Math.Min(before, after));
                before = after;
            }
        }

        double usual = peakSampler.MedianSeconds;
        return (peakSampler.Result(usual), [.. samplers.Select(sampler => sampler.Result(usual))]);
    }

    private sealed class Sampler(Workload workload, double sampleSeconds)
    {
        private readonly List<double> seconds = [];
        private readonly List<(double Ratio, double PeakSeconds)> comparisons = [];
        private readonly Calibration calibration = new(sampleSeconds);

        public double MedianSeconds => Statistics.Quantile(seconds, 0.5);

        /// <summary>The result, given the peak's usual time: comparisons with a slower sample of it cannot be the best.</summary>
        public Measurement Result(double usualPeakSeconds) => new(
            workload,
            seconds,
            [.. comparisons.Select(comparison => comparison.Ratio)],
            comparisons.Where(comparison => comparison.PeakSeconds <= usualPeakSeconds).Select(comparison => comparison.Ratio).DefaultIfEmpty().Max());

        public void Compare(double sample, double peakFlop, double peakSeconds) =>
            comparisons.Add((workload.Flop / sample * peakSeconds / peakFlop, peakSeconds));

        public void WarmUp() => calibration.WarmUp(workload.Time);

        /// <summary>Seconds of one repetition.</summary>
        public double Sample()
        {
            double sample = workload.TimeWarm(calibration.Repetitions) / calibration.Repetitions;
            seconds.Add(sample);
            return sample;
        }
    }
}
