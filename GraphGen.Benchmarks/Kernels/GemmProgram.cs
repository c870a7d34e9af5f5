using System.ComponentModel;
using System.Diagnostics;

namespace GraphGen.Benchmarks.Kernels;

/// <summary>The program Peers/Native/gemm_peer.c, compiled for one library into a temporary folder that lives as long as this.</summary>
internal sealed class GemmProgram : IDisposable
{
    private const string Compiler = "gcc";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("graphgen-gemm-");

    /// <summary>Compiles it.</summary>
    /// <exception cref="GemmPeerMissingException">There is no compiler, or it does not find the library.</exception>
    public GemmProgram(GemmLibrary library)
    {
        try
        {
            Compile(library);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The compiled program.</summary>
    public string Path => System.IO.Path.Combine(folder.FullName, "gemm_peer");

    /// <summary>Deletes the program.</summary>
    public void Dispose() => folder.Delete(recursive: true);

    private void Compile(GemmLibrary library)
    {
        string source = System.IO.Path.Combine(AppContext.BaseDirectory, "Peers", "Native", "gemm_peer.c");
        var start = new ProcessStartInfo(
            Compiler, ["-std=gnu17", "-O3", "-march=native", "-D" + library.Symbol, source, "-o", Path, .. library.Linked])
        {
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            string messages = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new GemmPeerMissingException(library, $"{Compiler} says '{FirstError(messages)}'");
            }
        }
        catch (Win32Exception)
        {
            throw new GemmPeerMissingException(library, $"the compiler '{Compiler}' was not found");
        }
    }

    // The compiler's "FILE:LINE: fatal error: libxsmm.h: No such file or directory", or the linker's "cannot find -lxsmm".
    private static string FirstError(string messages)
    {
        string[] marks = ["error: ", "ld: "];
        string[] lines = messages.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string line = lines.FirstOrDefault(line => marks.Any(mark => line.Contains(mark, StringComparison.Ordinal)), messages.Trim());
        string mark = marks.FirstOrDefault(mark => line.Contains(mark, StringComparison.Ordinal), "");
        return line[(line.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..];
    }
}
