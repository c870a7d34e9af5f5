using System.CommandLine;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Networks;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Techniques;

/// <summary><c>techniques</c>: what each optimizer costs a training step, and what clipping, averaging and penalties cost.</summary>
internal static class TechniquesCommand
{
    private const double SampleSeconds = 1e-3;

    private static readonly int[] Batches = [32, 128];

    public static Command Create()
    {
        var rounds = CommonOptions.Rounds(61);
        var write = CommonOptions.Write();
        var command = new Command("techniques", "Training steps of one network by each optimizer and with each technique.") { rounds, write };
        command.SetAction(result => CommonOptions.Guarded(() => Run(result.GetValue(rounds), result.GetValue(write))));
        return command;
    }

    private static void Run(int rounds, bool write)
    {
        var report = new Report("techniques");
        var set = InstructionSet.Chosen;
        NetworkWorkload[] workloads = [.. Batches.SelectMany(batch => TechniqueKinds.All.Select(kind => kind.Create(batch)))];
        var (peak, measurements) = Interleaved.Measure(FmaPeak.For(set), [.. workloads.Select(workload => workload.TrainingSteps())], rounds, SampleSeconds);
        report.Add($"""
            `TrainStep` of 784-300-100-10 with ELU, {set.Kernels}, one thread, {Figures.Whole(rounds)} interleaved rounds; FMA peak {Figures.Fixed(peak.MedianGigaflops, 0)} GFLOP/s.
            The ratio is the median over the rounds of the step's time to that of plain gradient descent in the same round.
            """);
        report.Add(TableOf(workloads, measurements));
        if (write)
        {
            report.Write();
        }
    }

    private static Table TableOf(NetworkWorkload[] workloads, IReadOnlyList<Measurement> measurements)
    {
        var table = new Table(["trained by", .. Batches.SelectMany(batch => new[] { $"median us, batch {Figures.Whole(batch)}", "times Sgd" }), $"bytes in {Figures.Whole(Allocation.Calls)} steps"]);
        int kinds = TechniqueKinds.All.Count;
        for (int kind = 0; kind < kinds; kind++)
        {
            var cells = new List<string> { TechniqueKinds.All[kind].Name };
            for (int batch = 0; batch < Batches.Length; batch++)
            {
                Measurement step = measurements[(batch * kinds) + kind], plain = measurements[batch * kinds];
                double ratio = Statistics.Quantile(step.Seconds.Zip(plain.Seconds, (mine, other) => mine / other), 0.5);
                cells.Add(Figures.Microseconds(step.MedianSeconds));
                cells.Add(Figures.Fixed(ratio, 2));
            }

            cells.Add(Figures.Whole(Allocation.Of(workloads[kind].TrainingSteps().Run)));
            table.Add([.. cells]);
        }

        return table;
    }
}
