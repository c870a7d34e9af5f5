using System.CommandLine;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Kernels;

/// <summary><c>kernels</c>: the speed of the emitted matrix products beside the processor's peak.</summary>
internal static class KernelsCommand
{
    private const double TargetShare = 0.75;
    private const double TargetRatio = 1.4;
    private const int MostPeerRounds = 31;
    private const int SmallestBatch = 64;
    private const double SampleSeconds = 0.4e-3;

    private static readonly int[] Batches = [32, 64, 128, 200];

    public static Command Create()
    {
        var target = new Option<string?>("--target") { Description = "avx512, avx2 or portable (default: what networks choose here)." };
        var rounds = CommonOptions.Rounds(61);
        var write = CommonOptions.Write();
        var command = new Command("kernels", "GFLOP/s of the emitted products, interleaved with the FMA peak.") { target, rounds, write };
        command.SetAction(result => CommonOptions.Guarded(() =>
            Run(result.GetValue(target), result.GetValue(rounds), result.GetValue(write))));
        return command;
    }

    private static void Run(string? target, int rounds, bool write)
    {
        InstructionSet set = InstructionSet.Named(target);
        ProductWorkload[] products =
            [.. ProductShape.All.SelectMany(shape => Batches.SelectMany(rows => ProductWorkload.Create(shape, rows, set)))];
        var (peak, measurements) = Interleaved.Measure(
            FmaPeak.For(set), [.. products.Select(product => product.Workload)], rounds, SampleSeconds);
        var tables = new ProductTables([.. products.Zip(measurements)]);
        var report = new Report(target is null ? "kernels" : $"kernels --target {target}");
        report.Add($"""
            {set.Kernels}, one thread, {Figures.Whole(rounds)} rounds. FMA peak of {Figures.Whole(32 * set.Lanes)}-bit vectors: median {Figures.Fixed(peak.MedianGigaflops, 0)}, best {Figures.Fixed(peak.BestGigaflops, 0)} GFLOP/s.
            Only useful operations count (2 · batch · inputs · units, no padding). Every result was checked against double precision first.
            """);
        report.Add("""
            Share of the peak in percent, of the faster of its samples right before and after: the median over the rounds, and in brackets
            the best among the rounds where the peak was not disturbed itself.
            """);
        report.Add(tables.Shares);
        report.Add("GFLOP/s: median, and in brackets the best.");
        report.Add(tables.Speeds);
        report.Add(Verdict([.. tables.Misses(TargetShare, SmallestBatch)]));
        if (set != InstructionSet.Portable)
        {
            Compare(report, products, set, Math.Min(rounds, MostPeerRounds));
        }

        if (write)
        {
            report.Write();
        }
    }

    private static void Compare(Report report, ProductWorkload[] products, InstructionSet set, int rounds)
    {
        using var peers = new GemmPeers(set);
        foreach (string missing in peers.Missing)
        {
            report.Add(missing);
        }

        string[] versions = [.. peers.Versions];
        if (versions.Length == 0)
        {
            return;
        }

        var table = new ComparisonTable(
            [.. products.Where(product => !product.IsUpdate).Select(product => peers.Measure(product, rounds))]);
        report.Add($"""
            Beside {string.Join(" and ", versions)}, in processes of their own, one thread, {Figures.Whole(rounds)} rounds in which samples of 2 ms alternate.
            A ratio is the library's time over ours in the same round: the median over the rounds, and in brackets 10 % to 90 % of them.
            """);
        report.Add("""
            Ours is the whole emitted method, in a forward product with its bias; theirs is the plain product, with the operands stored
            as the library likes them best, at no cost: row by row (N) or transposed (T), rows packed or at multiples of 64 bytes, without
            or with the columns that this adds. LIBXSMM runs kernels that it compiled for the shape, one or a loop over blocks. The fastest
            of all these was chosen for each product before, and everything was checked against double precision.
            """);
        report.Add(table.Table);
        report.Add(string.Join('\n', table.Verdicts(TargetRatio)));
    }

    private static string Verdict(IReadOnlyCollection<string> misses)
    {
        string target = $"{Figures.Percent(TargetShare)} of the peak in the median at batch {Figures.Whole(SmallestBatch)} and more (100x10 apart)";
        return misses.Count == 0
            ? $"All three products reach the target of {target}."
            : $"Below the target of {target}: {string.Join("; ", misses)}.";
    }
}
