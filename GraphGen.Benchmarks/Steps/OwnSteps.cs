using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Networks;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Steps;

/// <summary>Our training steps beside what the processor could do at most.</summary>
internal static class OwnSteps
{
    private const double SampleSeconds = 1e-3;
    private const double RooflineTarget = 0.75;

    /// <summary>Measures all cases with one thread.</summary>
    public static void Report(Report report, int rounds)
    {
        var set = InstructionSet.Chosen;
        NetworkWorkload[] workloads = [.. StepCase.All.Select(step => step.Kind.Create(step.Batch))];
        Roofline[] rooflines = [.. workloads.Select(workload => new Roofline(workload))];
        var (peak, measurements) = Interleaved.Measure(
            FmaPeak.For(set),
            [.. workloads.Select(workload => workload.TrainingSteps()), .. rooflines.Select(roofline => roofline.Bandwidth)],
            rounds,
            SampleSeconds);
        var table = new Table(
            "network",
            "batch",
            "median us",
            "best us",
            "share of peak",
            "best share",
            "GB/s",
            "share of roofline",
            $"{Figures.Percent(RooflineTarget)} reached",
            $"bytes in {Figures.Whole(Allocation.Calls)} steps",
            $"collections in {Figures.Whole(EpochCollections.Epochs)} epochs");
        for (int index = 0; index < workloads.Length; index++)
        {
            var workload = workloads[index];
            Measurement step = measurements[index], bandwidth = measurements[workloads.Length + index];
            double share = rooflines[index].Share(step, bandwidth);
            table.Add(
                workload.Kind.Name,
                Figures.Whole(workload.Batch),
                Figures.Microseconds(step.MedianSeconds),
                Figures.Microseconds(step.BestSeconds),
                Figures.Percent(step.MedianRatio),
                Figures.Percent(step.BestRatio),
                Figures.Fixed(rooflines[index].GigabytesPerSecond(bandwidth), 0),
                Figures.Percent(share),
                share >= RooflineTarget ? "yes" : "no",
                Figures.Whole(Allocation.Of(step.Workload.Run)),
                Figures.Whole(EpochCollections.Count(workload)));
        }

        report.Add($"""
            {set.Kernels}, one thread, {Figures.Whole(rounds)} rounds. FMA peak: median {Figures.Fixed(peak.MedianGigaflops, 0)}, best {Figures.Fixed(peak.BestGigaflops, 0)} GFLOP/s.
            The share of the peak counts the operations of the products alone: all other work is overhead. It is a share of the faster of
            the peak's samples right before and after; the best is that of a round where the peak was not disturbed itself.
            """);
        report.Add("""
            The share of the roofline is (operations of the products / FMA peak + bytes / bandwidth) / measured time. Its bytes cannot
            be avoided: parameters and optimizer state are read and written once a step, the batch is read once, and padding does not
            count. The bandwidth is that of reading and writing in place a buffer as large as all that the step touches, sampled in the
            same rounds.
            """);
        report.Add(table);
        foreach (var (step, measurement) in StepCase.All.Zip(measurements).Where(pair => pair.First.PeakTarget is not null))
        {
            string target = $"The target for {measurement.Workload.Name}, {Figures.Percent(step.PeakTarget!.Value)} of the peak,";
            string verdict = measurement.MedianRatio >= step.PeakTarget ? "reached" : "not reached";
            report.Add($"{target} is {verdict} ({Figures.Percent(measurement.MedianRatio)}).");
        }
    }
}
