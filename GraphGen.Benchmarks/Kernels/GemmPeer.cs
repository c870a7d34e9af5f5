using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Kernels;

/// <summary>
/// A library's matrix products in a process of their own, which computes with one thread and only while it is asked something.
/// </summary>
internal sealed class GemmPeer : IDisposable
{
    private const string Form = "form ";

    private readonly GemmProgram program;
    private readonly Process process;

    /// <summary>Compiles and starts it.</summary>
    /// <param name="library">Whose products.</param>
    /// <param name="set">Whose vectors it may use.</param>
    /// <exception cref="GemmPeerMissingException">The library or the C compiler is not installed, or its program cannot be started.</exception>
    /// <exception cref="IOException">It ended without an answer.</exception>
    public GemmPeer(GemmLibrary library, InstructionSet set)
    {
        Library = library;
        program = new GemmProgram(library);
        var start = new ProcessStartInfo(program.Path) { RedirectStandardInput = true, RedirectStandardOutput = true };
        library.Configure(start.Environment, set);
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            program.Dispose();
            throw new GemmPeerMissingException(library, $"its program was compiled but cannot be started ({exception.Message})");
        }

        try
        {
            Version = Answer();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Whose products.</summary>
    public GemmLibrary Library { get; }

    /// <summary>The library's version, and which processor it takes this one for.</summary>
    public string Version { get; }

    /// <summary>Chooses the fastest way to compute a product, after a check of all.</summary>
    /// <returns>How the two operands are stored: N as written, row by row, T transposed.</returns>
    /// <exception cref="InvalidOperationException">One of the ways computes something wrong.</exception>
    public string Prepare(ProductSize size)
    {
        string answer = Ask(FormattableString.Invariant($"prepare {size.Rows} {size.Columns} {size.Inner}"));
        return answer.StartsWith(Form, StringComparison.Ordinal)
            ? answer[Form.Length..]
            : throw new InvalidOperationException($"{Library.Name} fails its check of {size}: {answer}.");
    }

    /// <summary>Computes the prepared product so many times.</summary>
    /// <returns>The seconds by its own clock.</returns>
    public double Run(int repetitions) => double.Parse(Ask($"run {Figures.Whole(repetitions)}"), CultureInfo.InvariantCulture);

    /// <summary>Ends the process, which stops at the end of its input.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        program.Dispose();
    }

    private string Ask(string question)
    {
        process.StandardInput.WriteLine(question);
        process.StandardInput.Flush();
        return Answer();
    }

    private string Answer()
    {
        if (process.StandardOutput.ReadLine() is { } line)
        {
            return line;
        }

        process.WaitForExit();
        throw new IOException(
            $"The program for {Library.Name} ended with the exit code {Figures.Whole(process.ExitCode)} instead of answering; " +
            "what it wrote above says why.");
    }
}
