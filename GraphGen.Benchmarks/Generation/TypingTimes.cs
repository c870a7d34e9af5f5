using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Generation;

/// <summary>How long an editor waits for generator and analyzers after each keystroke in a project of ten networks.</summary>
internal static class TypingTimes
{
    private const double GeneratorTarget = 10;
    private const double AnalyzerTarget = 2;

    /// <summary>Types around every network once to warm up, then once more, measured.</summary>
    public static void Report(Report report)
    {
        var project = new EditorProject(TenNetworks.Sources);
        Around(project);
        Keystroke[] keystrokes = Around(project);
        report.Add($"""
            Typing in a project of ten networks of ten layers, {Figures.Whole(keystrokes.Length)} keystrokes after as many to warm up, in milliseconds. The generator column is the
            run of the generator driver: it reads all ten declarations again and compiles the one that has changed. Parsing is that of the
            emitted files with another text than before, which are counted in the column of files, the mean of a keystroke. The analyzers run on
            the open file alone, in the analysis column with the compiler's binding of that file, which they are the first to ask for; their own
            time is the compiler's account of it.
            """);
        report.Add(TableBy("typing", keystrokes, keystroke => keystroke.Typing));
        Keystroke[] emitting = [.. keystrokes.Where(keystroke => keystroke.Files > 0)];
        report.Add("Of these the keystrokes after which the network at hand was emitted, network by network:");
        report.Add(TableBy("network", emitting, keystroke => TenNetworks.NameOf(keystroke.Network)));
        report.Add(Judgement("generator", GeneratorTarget, emitting, keystroke => keystroke.Generator));
        report.Add(Judgement("analyzers", AnalyzerTarget, emitting, keystroke => keystroke.Analyzers));
    }

    private static Keystroke[] Around(EditorProject project) =>
        [.. Enumerable.Range(0, TenNetworks.Count).SelectMany(network => Keystroke.Around(project, network))];

    private static Table TableBy(string heading, IEnumerable<Keystroke> keystrokes, Func<Keystroke, string> key)
    {
        var table = new Table(
            heading, "keystrokes", "files", "generator", "p95", "parsing", "p95", "analysis", "p95", "analyzers", "p95");
        foreach (var group in keystrokes.GroupBy(key))
        {
            table.Add(
            [
                group.Key,
                Figures.Whole(group.Count()),
                Figures.Fixed(group.Average(keystroke => keystroke.Files), 1),
                .. Times(group.Select(keystroke => keystroke.Generator)),
                .. Times(group.Select(keystroke => keystroke.Parsing)),
                .. Times(group.Select(keystroke => keystroke.Analysis)),
                .. Times(group.Select(keystroke => keystroke.Analyzers)),
            ]);
        }

        return table;
    }

    /// <summary>Median and 95th percentile.</summary>
    private static string[] Times(IEnumerable<double> seconds)
    {
        double[] all = [.. seconds];
        return [Milliseconds(Statistics.Quantile(all, 0.5)), Milliseconds(Statistics.Quantile(all, 0.95))];
    }

    private static string Judgement(string what, double target, IEnumerable<Keystroke> keystrokes, Func<Keystroke, double> time)
    {
        double worst = keystrokes.GroupBy(keystroke => keystroke.Network).Max(network => Statistics.Quantile(network.Select(time), 0.5));
        return $"The worst median of a network is {Milliseconds(worst)} ms for the {what}, "
            + $"{(worst * 1000 < target ? "below" : "not below")} the target of {Figures.Fixed(target, 0)} ms.";
    }

    private static string Milliseconds(double seconds) => Figures.Fixed(seconds * 1000, 2);
}
