using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Startup;

/// <summary><c>startup</c>: from the start of a process to its first step and to the end of its first epoch.</summary>
internal static class StartupCommand
{
    private const double TargetMilliseconds = 250;

    public static Command Create()
    {
        var rounds = CommonOptions.Rounds(11);
        var write = CommonOptions.Write();
        var command = new Command("startup", "A fresh process: time to the first step and epoch, and the JIT compiler's time.")
        {
            rounds, write,
        };
        command.SetAction(result => CommonOptions.Guarded(() => Run(result.GetValue(rounds), result.GetValue(write))));
        return command;
    }

    private static void Run(int rounds, bool write)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        StartupTimes[] runs = [.. Enumerable.Range(0, rounds).Select(_ => Launch())];
        var table = new Table("stage", "wall ms", "JIT ms", "methods", "IL bytes");
        foreach (StartupStage stage in Enum.GetValues<StartupStage>())
        {
            table.Add(
                Describe(stage),
                Figures.Fixed(Median(runs, run => run.WallMilliseconds(stage)), 1),
                Figures.Fixed(Median(runs, run => run.JitMilliseconds(stage)), 1),
                Figures.Fixed(Median(runs, run => run.Methods(stage)), 0),
                Figures.Fixed(Median(runs, run => run.IntermediateBytes(stage)), 0));
        }

        double firstStep = Median(runs, run => run.MillisecondsUntil(StartupStage.FirstStep));
        double epoch = Median(runs, run =>
            run.MillisecondsUntil(StartupStage.Epoch) - run.WallMilliseconds(StartupStage.DrawRows));
        var report = new Report("startup");
        report.Add($"""
            784-300-100-10 with batch norm and NAG, batch {Figures.Whole(StartupProgram.Batch)}, {InstructionSet.Chosen.Kernels}, in a fresh process; medians of {Figures.Whole(rounds)} processes. JIT time
            and methods are those of all threads: what is compiled anew, optimised, in the background counts for the stage during which
            that happens.
            """);
        report.Add(table);
        report.Add($"""
            Process start to the end of the first step: {Figures.Fixed(firstStep, 0)} ms; the target of {Figures.Fixed(TargetMilliseconds, 0)} ms is {(firstStep < TargetMilliseconds ? "reached" : "not reached")}.
            Process start to the end of the first epoch of {Figures.Whole(StartupProgram.EpochRows)} rows, without drawing these: {Figures.Fixed(epoch, 0)} ms.
            JIT time in all: {Figures.Fixed(Median(runs, run => run.TotalJitMilliseconds), 0)} ms for {Figures.Fixed(Median(runs, run => run.TotalMethods), 0)} methods.
            """);
        if (write)
        {
            report.Write();
        }
    }

    private static StartupTimes Launch()
    {
        long start = Stopwatch.GetTimestamp();
        string answer = OwnProgram.Run(StartupProgram.Argument);
        return new(start, JsonSerializer.Deserialize<StartupRun>(answer)!);
    }

    private static double Median(StartupTimes[] runs, Func<StartupTimes, double> figure) => Statistics.Quantile(runs.Select(figure), 0.5);

    private static string Describe(StartupStage stage) => stage switch
    {
        StartupStage.Launch => "process start to `Main`",
        StartupStage.DrawBatch => "drawing a batch",
        StartupStage.Constructor => "constructor",
        StartupStage.FirstStep => "first `TrainStep`",
        StartupStage.SecondStep => "second `TrainStep`",
        StartupStage.PredictBatch => $"first `Predict`, {Figures.Whole(StartupProgram.Batch)} rows",
        StartupStage.PredictRow => "first `Predict`, 1 row",
        StartupStage.DrawRows => "drawing an epoch's rows",
        StartupStage.Epoch => "first epoch",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "The stage has no description."),
    };
}
