using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BenchmarkDotNet.Validators;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Micro;

/// <summary><c>micro</c>: BenchmarkDotNet's view of the calls that must not allocate.</summary>
internal static class MicroCommand
{
    public static Command Create()
    {
        var write = CommonOptions.Write();
        var command = new Command("micro", "TrainStep and Predict under BenchmarkDotNet, with its memory column.") { write };
        command.SetAction(result => CommonOptions.Guarded(() => Run(result.GetValue(write))));
        return command;
    }

    private static void Run(bool write)
    {
        Summary summary = BenchmarkRunner.Run<NetworkBenchmarks>(Configuration());
        var table = new Table("call", "mean us", "error us", "allocated bytes");
        foreach (BenchmarkReport result in summary.Reports)
        {
            string name = result.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
            if (result.ResultStatistics is not { } statistics)
            {
                throw new InvalidOperationException($"BenchmarkDotNet has no result for {name}: see its output above.");
            }

            table.Add(
                name,
                Figures.Fixed(statistics.Mean / 1000, 3),
                Figures.Fixed(statistics.ConfidenceInterval.Margin / 1000, 3),
                result.GcStats.GetBytesAllocatedPerOperation(result.BenchmarkCase) is { } bytes ? Figures.Whole(bytes) : "unknown");
        }

        var report = new Report("micro");
        report.Add("BenchmarkDotNet 0.14, in process, a short job. The error is half of the 99.9 % confidence interval.");
        report.Add(table);
        if (write)
        {
            report.Write();
        }
    }

    // In process: the default toolchain would build a project of its own, which needs minutes and cannot see emitted internals.
    private static ManualConfig Configuration() => ManualConfig.CreateEmpty()
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(4).WithIterationCount(10))
        .AddLogger(ConsoleLogger.Default)
        .AddColumnProvider(DefaultConfig.Instance.GetColumnProviders().ToArray())
        .AddValidator(JitOptimizationsValidator.FailOnError)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "GraphGen.Benchmarks"));
}
