using System.Diagnostics;
using System.Runtime.InteropServices;
using GraphGen.Analyzers;
using GraphGen.Benchmarks.Reporting;
using GraphGen.Generator;
using GraphGen.Model;

namespace GraphGen.Benchmarks.Generation;

/// <summary>
/// Builds a small project by the SDK's compiler in a process of its own: the part of a build that GraphGen can change, with no
/// compiler server that has been at work before.
/// </summary>
internal sealed class ColdBuild : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("graphgen-build-");

    // The runtime's folder is DOTNET/shared/Microsoft.NETCore.App/VERSION.
    private readonly string dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Runs the compiler, with warnings as the SDK's templates have them.</summary>
    /// <param name="sources">The project's sources.</param>
    /// <param name="usesGraphGen">Whether GraphGen's generator and analyzers take part.</param>
    /// <returns>The seconds of its process.</returns>
    /// <exception cref="IOException">There is no SDK beside the runtime.</exception>
    /// <exception cref="InvalidOperationException">The project does not compile.</exception>
    public double Run(IReadOnlyList<string> sources, bool usesGraphGen)
    {
        string options = Path.Combine(folder.FullName, "options.rsp");
        File.WriteAllLines(
            options,
            [
                "/noconfig", "/nostdlib", "/target:library", "/optimize+", "/debug:portable", "/deterministic", "/nullable:enable",
                $"/out:\"{Path.Combine(folder.FullName, "Built.dll")}\"",
                .. CompilerReferences.Files().Select(file => $"/reference:\"{file}\""),
                .. usesGraphGen ? Analyzers().Select(file => $"/analyzer:\"{file}\"") : [],
                .. sources.Select(WriteSource),
            ]);
        long start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(dotnet, "dotnet"), ["exec", Compiler(), "@" + options])
        {
            RedirectStandardOutput = true,
        })!;
        string messages = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return process.ExitCode == 0
            ? seconds
            : throw new InvalidOperationException($"The project does not compile: {messages}");
    }

    /// <summary>Deletes what was built.</summary>
    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<string> Analyzers() =>
        ((Type[])[typeof(NetworkGenerator), typeof(NetworkAnalyzer), typeof(NetworkSpec)]).Select(type => type.Assembly.Location);

    private string WriteSource(string source, int index)
    {
        string file = Path.Combine(folder.FullName, $"Source{Figures.Whole(index)}.cs");
        File.WriteAllText(file, source);
        return $"\"{file}\"";
    }

    private string Compiler()
    {
        string sdks = Path.Combine(dotnet, "sdk");
        string? newest = !Directory.Exists(sdks) ? null : Directory.GetDirectories(sdks)
            .Where(sdk => Version.TryParse(Path.GetFileName(sdk), out _))
            .MaxBy(sdk => Version.Parse(Path.GetFileName(sdk)));
        return newest is null
            ? throw new IOException($"There is no .NET SDK in '{sdks}', whose compiler could be measured: install it beside the runtime.")
            : Path.Combine(newest, "Roslyn", "bincore", "csc.dll");
    }
}
