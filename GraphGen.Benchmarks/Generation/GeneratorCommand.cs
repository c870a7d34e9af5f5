using System.CommandLine;
using System.Diagnostics;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;
using GraphGen.Generator;
using GraphGen.Model;

namespace GraphGen.Benchmarks.Generation;

/// <summary><c>generator</c>: how long an editor waits for the generator after an edit, how much text it emits, and what a build costs.</summary>
internal static class GeneratorCommand
{
    private const double TargetMilliseconds = 50;
    private const int WarmUpEdits = 30;

    public static Command Create()
    {
        var rounds = CommonOptions.Rounds(100);
        var builds = new Option<int>("--builds") { Description = "How many compiler processes are started of each kind; 0 to leave builds out.", DefaultValueFactory = _ => 7 };
        var write = CommonOptions.Write();
        var command = new Command("generator", "The generator's time for ten layers, after an edit and in a build.") { rounds, builds, write };
        command.SetAction(result => CommonOptions.Guarded(
            () => Run(result.GetValue(rounds), result.GetValue(builds), result.GetValue(write))));
        return command;
    }

    private static void Run(int rounds, int builds, bool write)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(builds);
        var table = new Table("declaration", "median ms", "p95 ms", "best ms", "compiler alone, median ms", "p95 ms", "emitted KB");
        var slow = new List<string>();
        TenLayers[] declarations = [TenLayers.Equal, TenLayers.Different];
        foreach (TenLayers declaration in declarations)
        {
            var project = new EditedProject(declaration);
            double[] edits = TimeEdits(project, rounds), compilations = TimeCompiler(project.Specification(), rounds);
            table.Add(
                declaration.Name,
                Milliseconds(edits, 0.5),
                Milliseconds(edits, 0.95),
                Milliseconds(edits, 0),
                Milliseconds(compilations, 0.5),
                Milliseconds(compilations, 0.95),
                Figures.Fixed(project.EmittedBytes / 1000.0, 0));
            if (Statistics.Quantile(edits, 0.5) * 1000 >= TargetMilliseconds)
            {
                slow.Add(declaration.Name);
            }
        }

        var report = new Report("generator");
        report.Add($"""
            One run of the generator driver after an edit that changes one width, {Figures.Whole(rounds)} edits after {Figures.Whole(WarmUpEdits)} to warm up: reading the
            declaration and compiling it. Beside it the compiler alone, from the checked declaration to the text of all targets, whose size in
            UTF-8 is in the last column.
            """);
        report.Add(table);
        report.Add(slow.Count == 0
            ? $"The medians are below the target of {Figures.Fixed(TargetMilliseconds, 0)} ms."
            : $"Above the target of {Figures.Fixed(TargetMilliseconds, 0)} ms in the median: {string.Join(", ", slow)}.");
        TypingTimes.Report(report);
        MemoryOverEdits.Report(report);
        if (builds > 0)
        {
            BuildTimes.Report(report, declarations, builds);
        }

        if (write)
        {
            report.Write();
        }
    }

    private static string Milliseconds(double[] seconds, double probability) =>
        Figures.Fixed(Statistics.Quantile(seconds, probability) * 1000, 1);

    private static double[] TimeEdits(EditedProject project, int rounds)
    {
        var seconds = new List<double>();
        for (int edit = 0; edit < WarmUpEdits + rounds; edit++)
        {
            project.Edit();
            long start = Stopwatch.GetTimestamp();
            project.Generate();
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            project.AssertGenerated();
        }

        return [.. seconds.Skip(WarmUpEdits)];
    }

    private static double[] TimeCompiler(NetworkSpec specification, int rounds)
    {
        var seconds = new List<double>();
        for (int round = 0; round < rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            IReadOnlyList<SourceFile> files = Compiler.Compile(specification);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (files.Count == 0)
            {
                throw new InvalidOperationException("The compiler emitted no file.");
            }
        }

        return [.. seconds];
    }
}
