using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Generation;

/// <summary>What a network adds to the time of a build.</summary>
internal static class BuildTimes
{
    private const double TargetSeconds = 1;
    private const int WarmRounds = 15;
    private const int WarmUpBuilds = 20;

    private const string Program = """
        public static class Program
        {
            public static int Add(int left, int right) => left + right;
        }
        """;

    /// <summary>Measures builds with a network and without one, in turns.</summary>
    /// <param name="report">The report.</param>
    /// <param name="declarations">The networks.</param>
    /// <param name="rounds">Builds of each kind that start a process.</param>
    public static void Report(Report report, IReadOnlyList<TenLayers> declarations, int rounds)
    {
        using var cold = new ColdBuild();
        var warm = new WarmBuild();
        var table = new Table(
            "declaration", "build", "without ms", "with ms", "added ms", "added in the best ms", "target", "reached");
        string[][] sources = [.. declarations.Select(declaration => (string[])[Program, declaration.Source(0)])];
        for (int build = 0; build < WarmUpBuilds; build++)
        {
            Array.ForEach(sources, source => warm.Run(source));
        }

        foreach (var (declaration, source) in declarations.Zip(sources))
        {
            var coldBuilds = InTurns(rounds, () => cold.Run([Program], usesGraphGen: false), () => cold.Run(source, usesGraphGen: true));
            var warmBuilds = InTurns(WarmRounds, () => warm.Run([Program]), () => warm.Run(source));
            Add(table, declaration.Name, "cold", coldBuilds);
            Add(table, declaration.Name, "warm", warmBuilds);
        }

        report.Add($"""
            What a network adds to a build: medians of {Figures.Whole(rounds)} cold builds and {Figures.Whole(WarmRounds)} warm ones with and without it, in turns, and the difference of
            the fastest. Cold is the SDK's C# compiler in a fresh process, alone and with GraphGen's generator, analyzers and the declaration.
            Warm is parsing, generating and emitting inside one process, as a compiler server does from its second build on.
            """);
        report.Add(table);
    }

    private static (double[] Without, double[] With) InTurns(int rounds, Func<double> without, Func<double> with)
    {
        double[] withouts = new double[rounds], withs = new double[rounds];
        for (int round = 0; round < rounds; round++)
        {
            withouts[round] = without();
            withs[round] = with();
        }

        return (withouts, withs);
    }

    private static void Add(Table table, string declaration, string build, (double[] Without, double[] With) seconds)
    {
        double without = Statistics.Quantile(seconds.Without, 0.5), with = Statistics.Quantile(seconds.With, 0.5);
        table.Add(
            declaration,
            build,
            Milliseconds(without),
            Milliseconds(with),
            Milliseconds(with - without),
            Milliseconds(seconds.With.Min() - seconds.Without.Min()),
            "below " + Milliseconds(TargetSeconds),
            with - without < TargetSeconds ? "yes" : "no");
    }

    private static string Milliseconds(double seconds) => Figures.Fixed(seconds * 1000, 0);
}
