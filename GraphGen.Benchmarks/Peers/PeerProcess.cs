using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Networks;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Peers;

/// <summary>
/// A peer's program on one workload. It computes only while it is asked something: its first line is <c>ready</c> with its
/// versions or <c>missing</c> with a package, and then it answers each line by one line.
/// </summary>
internal sealed class PeerProcess : IDisposable
{
    private const string Ready = "ready ";
    private const string Missing = "missing ";

    private readonly IPeer peer;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("graphgen-peers-");
    private readonly Process? process;

    /// <summary>Starts it on a network with its present values.</summary>
    /// <param name="peer">Which one.</param>
    /// <param name="workload">What it shall compute.</param>
    /// <param name="threads">Threads that it may use.</param>
    /// <exception cref="PeerMissingException">Something that it needs is not installed.</exception>
    /// <exception cref="IOException">It ended without an answer.</exception>
    public PeerProcess(IPeer peer, NetworkWorkload workload, int threads)
    {
        this.peer = peer;
        try
        {
            PeerFiles.Write(workload, folder.FullName);
            process = Start(peer.Prepare(workload, folder.FullName), folder.FullName, threads);
            Versions = Handshake();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What it is, and with which matrix products and vectors it computes.</summary>
    public string Versions { get; }

    /// <summary>Its predictions for the first rows.</summary>
    public float[] Outputs(int rows) => Numbers(Ask("outputs", rows));

    /// <summary>Its losses before each of the next steps.</summary>
    public float[] Losses(int steps) => Numbers(Ask("losses", steps));

    /// <summary>Sets the learning rate of all further steps.</summary>
    public void SetLearningRate(float rate) => Ask("rate", rate);

    /// <summary>Makes so many training steps.</summary>
    /// <returns>Their seconds by its own clock.</returns>
    public double Train(int steps) => Seconds(Ask("train", steps));

    /// <summary>Predicts so many single rows.</summary>
    /// <returns>Their seconds by its own clock.</returns>
    public double PredictRows(int rows) => Seconds(Ask("predict", rows));

    /// <summary>Predicts so many batches of the workload's size.</summary>
    /// <returns>Their seconds by its own clock.</returns>
    public double PredictBatches(int batches) => Seconds(Ask("predict-batches", batches));

    /// <summary>Ends the process, which stops at the end of its input.</summary>
    public void Dispose()
    {
        if (process is not null)
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private static Process Start(IReadOnlyList<string> command, string folder, int threads)
    {
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (string inherited in start.Environment.Keys.Where(name => name.StartsWith("OPENBLAS_", StringComparison.Ordinal)).ToArray())
        {
            // A processor type set for other programs would hold OpenBLAS back: left alone, it finds the best kernels itself.
            start.Environment.Remove(inherited);
        }

        start.Environment["OMP_NUM_THREADS"] = Figures.Whole(threads);
        start.Environment["OPENBLAS_NUM_THREADS"] = Figures.Whole(threads);

        // Left alone, OpenBLAS's idle threads watch for work for some 20 ms, on the very processors that ours run on next. A quarter of a
        // millisecond outlasts every pause within a sample.
        start.Environment["OPENBLAS_THREAD_TIMEOUT"] = "20";
        if (InstructionSet.Avx512.IsSupported)
        {
            // Left alone, PyTorch's own loops use AVX2 even where AVX-512 is there.
            start.Environment["ATEN_CPU_CAPABILITY"] = "avx512";
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new PeerMissingException($"the program '{command[0]}'");
        }
    }

    private string Handshake()
    {
        string answer = Answer();
        return answer.StartsWith(Missing, StringComparison.Ordinal)
            ? throw new PeerMissingException(answer[Missing.Length..])
            : answer[Ready.Length..];
    }

    private string Ask(string command, IFormattable argument)
    {
        process!.StandardInput.WriteLine($"{command} {argument.ToString(null, CultureInfo.InvariantCulture)}");
        process.StandardInput.Flush();
        return Answer();
    }

    private string Answer()
    {
        if (process!.StandardOutput.ReadLine() is { } line)
        {
            return line;
        }

        process.WaitForExit();
        throw new IOException(
            $"The program of {peer.Name} ended with the exit code {Figures.Whole(process.ExitCode)} instead of answering; " +
            "what it wrote above says why.");
    }

    private static float[] Numbers(string line) => [.. line.Split(' ').Select(word => float.Parse(word, CultureInfo.InvariantCulture))];

    private static double Seconds(string line) => double.Parse(line, CultureInfo.InvariantCulture);
}
