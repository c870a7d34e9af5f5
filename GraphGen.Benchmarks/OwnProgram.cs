using System.Diagnostics;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks;

/// <summary>The benchmarks themselves as a process of their own, for what can be seen only once in a process.</summary>
internal static class OwnProgram
{
    /// <summary>Runs them with an argument.</summary>
    /// <returns>What they wrote.</returns>
    /// <exception cref="IOException">They failed; what they wrote to the error stream says why.</exception>
    public static string Run(string argument)
    {
        // The .NET host's "exec" runs a library; without it, the process is the program's own executable.
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] arguments = isHost ? ["exec", typeof(OwnProgram).Assembly.Location, argument] : [argument];
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string written = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? written
            : throw new IOException($"The benchmarks' own process '{argument}' ended with the exit code {Figures.Whole(process.ExitCode)}.");
    }
}
