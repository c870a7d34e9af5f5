using System.CommandLine;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;
using GraphGen.Generator.Emission;
using GraphGen.Generator.Planning;

namespace GraphGen.Benchmarks.Tiles;

/// <summary><c>tiles</c>: every shape of register tile on this machine, beside what the compiler's cost model says of it.</summary>
internal static class TilesCommand
{
    private const double SampleSeconds = 0.2e-3;

    public static Command Create()
    {
        var target = new Option<string?>("--target") { Description = "avx512, avx2 or portable (default: what networks choose here)." };
        var secondLevel = new Option<int?>("--second-level")
        {
            Description = "Bytes a cycle that the second-level cache sustains, for a model of this machine (default: the compiler's).",
        };
        var rounds = CommonOptions.Rounds(31);
        var write = CommonOptions.Write();
        var command = new Command("tiles", "Every shape of register tile: share of the FMA peak by the compiler's cost model and as measured.")
        {
            target, secondLevel, rounds, write,
        };
        command.SetAction(result => CommonOptions.Guarded(() =>
            Run(result.GetValue(target), result.GetValue(secondLevel), result.GetValue(rounds), result.GetValue(write))));
        return command;
    }

    private static void Run(string? name, int? secondLevel, int rounds, bool write)
    {
        if (secondLevel < 1)
        {
            throw new ArgumentException("--second-level takes the bytes a cycle of the second-level cache: a whole number from 1, such as 43.");
        }

        InstructionSet set = InstructionSet.Named(name);
        Target target = Target.All.Single(candidate => candidate.Name == set.Kernels);
        CostCore core = secondLevel is int bytes ? target.Core with { SecondLevelBytesPerCycle = bytes } : target.Core;
        TileOperands[] sizes =
            [.. from inputs in TileChoice.Sizes from rows in TileChoice.Batches select new TileOperands(rows, inputs, TileCandidate.Widest)];
        IReadOnlyList<TileKernels> kernels = TileKernels.Compile(target, [.. TileCandidate.Of(target)]);
        foreach (TileOperands size in sizes)
        {
            foreach (TileKernels each in kernels)
            {
                size.Assert(each);
            }
        }

        Workload[] work = [.. from product in TileProduct.All from each in kernels from size in sizes select product.Work(size, each)];
        var (peak, measurements) = Interleaved.Measure(FmaPeak.For(set), work, rounds, SampleSeconds);
        string speed = Figures.Whole(core.SecondLevelBytesPerCycle);
        var report = new Report("tiles" + (name is null ? "" : $" --target {name}") + (secondLevel is null ? "" : $" --second-level {speed}"));
        report.Add($"""
            {set.Kernels}, one thread, {Figures.Whole(rounds)} rounds. FMA peak of {Figures.Whole(32 * set.Lanes)}-bit vectors: median {Figures.Fixed(peak.MedianGigaflops, 0)} GFLOP/s.
            Every tile was checked against double precision first. A tile is named by its rows and column blocks of 16.
            The model counts {speed} bytes a cycle from the second-level cache.
            """);
        int first = 0;
        foreach (TileProduct product in TileProduct.All)
        {
            TileResult[] results = [.. kernels.Select((each, index) =>
                Compare(core, product, each.Candidate, sizes, [.. measurements.Skip(first + (index * sizes.Length)).Take(sizes.Length)]))];
            first += kernels.Count * sizes.Length;

            // A weight gradient's tiles are no higher than a column block of the input.
            TileResult[] possible = [.. results.Where(result => result.Column.Heights[0] == result.Candidate.Shape.Rows)];
            var tables = new TileTables(target, product, sizes, possible);
            report.Add($"""
                The {product.Name}: share of the peak in percent over all sizes one after the other, by the model and as measured,
                and the measured share for each number of inputs / rows of the batch. The second column shows how tiles follow one
                another down the rows; `*` marks the compiler's choice.
                """);
            report.Add(tables.Shares);
            report.Add(tables.Verdict);
        }

        if (write)
        {
            report.Write();
        }
    }

    private static TileResult Compare(
        CostCore core, TileProduct product, TileCandidate candidate, TileOperands[] sizes, Measurement[] measurements)
    {
        var model = new CostModel(core);
        TileColumn column = product.Column(candidate);
        return new(candidate, column, [.. sizes.Zip(measurements, (size, measurement) =>
        {
            double ideal = model.IdealCycles(candidate.Shape.Blocks, size.Inputs, size.Rows);
            double share = candidate.Fits
                ? ideal / product.Cycles(model, column, candidate.Shape.Blocks, size.Inputs, size.Rows)
                : double.NaN;
            return (ideal, share, measurement.MedianRatio);
        })]);
    }
}
