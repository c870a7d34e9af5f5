using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Peers;

/// <summary>PyTorch in a process of its own, which computes with one thread and only while it is asked something.</summary>
internal sealed class PyTorchPeer : IDisposable
{
    private const string Script = "pytorch_peer.py";
    private const string Ready = "ready ";
    private const string Missing = "missing ";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("graphgen-peers-");
    private readonly Process process;

    /// <summary>Starts it on a network with its present values.</summary>
    /// <param name="python">The interpreter.</param>
    /// <param name="workload">What it shall compute.</param>
    /// <exception cref="PeerMissingException">The interpreter or a package is not installed.</exception>
    /// <exception cref="IOException">It ended without an answer.</exception>
    public PyTorchPeer(string python, PeerWorkload workload)
    {
        PeerFiles.Write(workload, folder.FullName);
        try
        {
            process = Process.Start(Command(python, folder.FullName))!;
        }
        catch (Win32Exception)
        {
            folder.Delete(recursive: true);
            throw new PeerMissingException($"the interpreter '{python}'");
        }

        try
        {
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
    public double Predict(int rows) => Seconds(Ask("predict", rows));

    /// <summary>Ends the process, which stops at the end of its input.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static ProcessStartInfo Command(string python, string folder)
    {
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "Peers", Script), folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (string inherited in start.Environment.Keys.Where(name => name.StartsWith("OPENBLAS_", StringComparison.Ordinal)).ToArray())
        {
            // A processor type set for other programs would hold OpenBLAS back: left alone, it finds the best kernels itself.
            start.Environment.Remove(inherited);
        }

        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        if (InstructionSet.Avx512.IsSupported)
        {
            // Left alone, PyTorch's own loops use AVX2 even where AVX-512 is there.
            start.Environment["ATEN_CPU_CAPABILITY"] = "avx512";
        }

        return start;
    }

    private string Handshake()
    {
        string answer = Answer();
        return answer.StartsWith(Missing, StringComparison.Ordinal)
            ? throw new PeerMissingException($"the package {answer[Missing.Length..]}")
            : answer[Ready.Length..];
    }

    private string Ask(string command, IFormattable argument)
    {
        process.StandardInput.WriteLine($"{command} {argument.ToString(null, CultureInfo.InvariantCulture)}");
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
            $"The script {Script} ended with the exit code {Figures.Whole(process.ExitCode)} instead of answering; " +
            "what it wrote above says why.");
    }

    private static float[] Numbers(string line) => [.. line.Split(' ').Select(word => float.Parse(word, CultureInfo.InvariantCulture))];

    private static double Seconds(string line) => double.Parse(line, CultureInfo.InvariantCulture);
}
