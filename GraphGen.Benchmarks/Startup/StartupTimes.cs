using System.Diagnostics;

namespace GraphGen.Benchmarks.Startup;

/// <summary>The stages of one run, each by itself.</summary>
/// <param name="start">The clock when the process was started.</param>
/// <param name="run">What it saw.</param>
internal sealed class StartupTimes(long start, StartupRun run)
{
    /// <summary>The JIT compiler's time in all.</summary>
    public double TotalJitMilliseconds => run.Marks[^1].JitMilliseconds;

    /// <summary>Methods that were compiled in all.</summary>
    public long TotalMethods => run.Marks[^1].Methods;

    /// <summary>Time from the start of the process to the end of a stage.</summary>
    public double MillisecondsUntil(StartupStage stage) => Stopwatch.GetElapsedTime(start, At(stage).Timestamp).TotalMilliseconds;

    /// <summary>Time of a stage.</summary>
    public double WallMilliseconds(StartupStage stage) =>
        Stopwatch.GetElapsedTime(Before(stage)?.Timestamp ?? start, At(stage).Timestamp).TotalMilliseconds;

    /// <summary>The JIT compiler's time during a stage.</summary>
    public double JitMilliseconds(StartupStage stage) => At(stage).JitMilliseconds - (Before(stage)?.JitMilliseconds ?? 0);

    /// <summary>Methods that were compiled during a stage.</summary>
    public long Methods(StartupStage stage) => At(stage).Methods - (Before(stage)?.Methods ?? 0);

    /// <summary>Bytes of their intermediate language.</summary>
    public long IntermediateBytes(StartupStage stage) => At(stage).IntermediateBytes - (Before(stage)?.IntermediateBytes ?? 0);

    private StartupMark At(StartupStage stage) => run.Marks[(int)stage];

    private StartupMark? Before(StartupStage stage) => stage == 0 ? null : run.Marks[(int)stage - 1];
}
