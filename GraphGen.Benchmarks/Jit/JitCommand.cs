using System.CommandLine;
using System.Diagnostics;
using System.Reflection;
using System.Runtime;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;
using GraphGen.Benchmarks.Steps;

namespace GraphGen.Benchmarks.Jit;

/// <summary><c>jit</c>: what the first steps of a fresh process cost, before the emitted methods are machine code.</summary>
internal static class JitCommand
{
    private const int Batch = 128;

    public static Command Create()
    {
        var write = CommonOptions.Write();
        var command = new Command("jit", "The JIT compiler's time for an MNIST network in a fresh process.") { write };
        command.SetAction(result => CommonOptions.Guarded(() => Run(result.GetValue(write))));
        return command;
    }

    private static void Run(bool write)
    {
        var rows = new RandomRows(Batch, NormalizedDigits.InputSize);
        float[] probabilities = new float[Batch * NormalizedDigits.OutputSize];
        NormalizedDigits? network = null;
        float computed = 0;
        var table = new Table("call", "wall ms", "JIT ms", "methods", "IL bytes");
        Time(table, "constructor", () => network = new NormalizedDigits(batchCapacity: Batch));
        Time(table, "first TrainStep", () => computed += network!.TrainStep(rows.Inputs(0, Batch), rows.Labels(0, Batch), 0.01f));
        Time(table, "second TrainStep", () => computed += network!.TrainStep(rows.Inputs(0, Batch), rows.Labels(0, Batch), 0.01f));
        Time(table, "first Predict, 128 rows", () => network!.Predict(rows.Inputs(0, Batch), probabilities));
        Time(table, "first Predict, 1 row", () => network!.Predict(rows.Inputs(0, 1), probabilities.AsSpan(..NormalizedDigits.OutputSize)));

        var report = new Report("jit");
        report.Add($"""
            784-300-100-10 with batch norm and NAG, batch {Figures.Whole(Batch)}, in a fresh process. {Figures.Whole(EmittedMethods())} methods were emitted for its layers and
            {InstructionSet.Chosen.Kernels}; the counts below include whatever else of the libraries a call needs.
            Mean loss of the two steps {Figures.Fixed(computed / 2, 3)}, first probability {Figures.Fixed(probabilities[0], 3)}.
            """);
        report.Add(table);
        if (write)
        {
            report.Write();
        }
    }

    private static void Time(Table table, string name, Action call)
    {
        TimeSpan compilation = JitInfo.GetCompilationTime(currentThread: true);
        long methods = JitInfo.GetCompiledMethodCount(currentThread: true), bytes = JitInfo.GetCompiledILBytes(currentThread: true);
        long start = Stopwatch.GetTimestamp();
        call();
        double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        table.Add(
            name,
            Figures.Fixed(wall, 2),
            Figures.Fixed((JitInfo.GetCompilationTime(currentThread: true) - compilation).TotalMilliseconds, 2),
            Figures.Whole(JitInfo.GetCompiledMethodCount(currentThread: true) - methods),
            Figures.Whole(JitInfo.GetCompiledILBytes(currentThread: true) - bytes));
    }

    /// <summary>Methods of the network's emitted types, the other targets' kernels apart.</summary>
    private static int EmittedMethods()
    {
        const BindingFlags all = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        string space = "GraphGen.Generated." + typeof(NormalizedDigits).FullName!.Replace('.', '_');
        string[] others = [.. InstructionSet.All.Where(set => set != InstructionSet.Chosen).Select(set => set.Kernels)];
        return typeof(NormalizedDigits).Assembly.GetTypes()
            .Where(type => type.Namespace == space && !type.IsInterface && !others.Contains(type.Name))
            .Sum(type => type.GetMethods(all).Length);
    }
}
