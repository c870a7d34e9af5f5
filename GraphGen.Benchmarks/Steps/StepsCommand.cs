using System.CommandLine;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Steps;

/// <summary><c>steps</c>: the time of whole training steps and of predictions, and what they allocate.</summary>
internal static class StepsCommand
{
    private const double SampleSeconds = 1e-3;
    private const int CallsForAllocation = 100;

    public static Command Create()
    {
        var rounds = CommonOptions.Rounds(101);
        var write = CommonOptions.Write();
        var command = new Command("steps", "Time, share of the FMA peak and allocation of steps and predictions.") { rounds, write };
        command.SetAction(result => CommonOptions.Guarded(() => Run(result.GetValue(rounds), result.GetValue(write))));
        return command;
    }

    private static void Run(int rounds, bool write)
    {
        var set = InstructionSet.Chosen;
        Workload[] trainSteps = [.. StepWorkloads.TrainSteps()], predictions = [.. StepWorkloads.Predictions()];
        var (peak, measurements) = Interleaved.Measure(FmaPeak.For(set), [.. trainSteps, .. predictions], rounds, SampleSeconds);
        var report = new Report("steps");
        report.Add($"""
            {set.Kernels}, one thread, {Figures.Whole(rounds)} rounds. FMA peak: median {Figures.Fixed(peak.MedianGigaflops, 0)}, best {Figures.Fixed(peak.BestGigaflops, 0)} GFLOP/s.
            A share counts the operations of the products alone: all other work is overhead. It is a share of the faster of
            the peak's samples right before and after; the best is that of a round where the peak was not disturbed itself.
            """);
        report.Add("`TrainStep`, from a row-major batch to the updated weights:");
        report.Add(Tabulate(measurements.Take(trainSteps.Length), "us", 1e6, 1));
        report.Add("`Predict`, from row-major rows to row-major probabilities or values:");
        report.Add(Tabulate(measurements.Skip(trainSteps.Length), "ns", 1e9, 0));
        if (write)
        {
            report.Write();
        }
    }

    private static Table Tabulate(IEnumerable<Measurement> measurements, string unit, double unitsPerSecond, int digits)
    {
        var table = new Table("network", $"median {unit}", $"best {unit}", "median share", "best share", "bytes in 100 calls");
        foreach (var measurement in measurements)
        {
            table.Add(
                measurement.Workload.Name,
                Figures.Fixed(measurement.MedianSeconds * unitsPerSecond, digits),
                Figures.Fixed(measurement.BestSeconds * unitsPerSecond, digits),
                Figures.Percent(measurement.MedianRatio),
                Figures.Percent(measurement.BestRatio),
                Figures.Whole(AllocatedBytes(measurement.Workload)));
        }

        return table;
    }

    /// <summary>Bytes that a hundred calls allocate on this thread.</summary>
    private static long AllocatedBytes(Workload workload)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        float computed = workload.Run(CallsForAllocation);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return float.IsFinite(computed)
            ? allocated
            : throw new InvalidOperationException($"'{workload.Name}' computed {computed}, which is no finite number.");
    }
}
