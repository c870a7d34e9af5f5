using System.Diagnostics;
using System.Runtime;

namespace GraphGen.Benchmarks.Startup;

/// <summary>One run of <see cref="StartupProgram"/>, as seen at the end of each stage.</summary>
internal sealed class StartupRun
{
    /// <summary>The marks at the ends of the stages so far, in their order.</summary>
    public List<StartupMark> Marks { get; init; } = [];

    /// <summary>To be called at the end of each stage.</summary>
    public void EndOf(StartupStage stage) => Marks.Add(new(
        stage,
        Stopwatch.GetTimestamp(),
        JitInfo.GetCompilationTime().TotalMilliseconds,
        JitInfo.GetCompiledMethodCount(),
        JitInfo.GetCompiledILBytes()));
}

/// <summary>What was seen at the end of a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Timestamp">The clock, which all processes of the machine have in common.</param>
/// <param name="JitMilliseconds">The JIT compiler's time since the process began, on all threads.</param>
/// <param name="Methods">Methods that it has compiled.</param>
/// <param name="IntermediateBytes">Bytes of their intermediate language.</param>
internal sealed record StartupMark(StartupStage Stage, long Timestamp, double JitMilliseconds, long Methods, long IntermediateBytes);
