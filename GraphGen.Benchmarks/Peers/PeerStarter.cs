using GraphGen.Benchmarks.Networks;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Peers;

/// <summary>Starts peers. One that is not installed is named once and left out from then on.</summary>
internal sealed class PeerStarter
{
    private readonly Dictionary<string, string> versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> missing = new(StringComparer.Ordinal);

    /// <summary>Starts a peer on a network, once both sides have been seen to compute the same.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="kind">The network.</param>
    /// <param name="batch">Rows of a step or of a prediction.</param>
    /// <param name="use">What it shall do.</param>
    /// <param name="threads">Threads that it may use.</param>
    /// <returns>Null where the peer is not installed.</returns>
    /// <exception cref="InvalidOperationException">The two do not compute the same.</exception>
    public PeerProcess? TryStart(IPeer peer, NetworkKind kind, int batch, PeerUse use, int threads)
    {
        if (missing.ContainsKey(peer.Name))
        {
            return null;
        }

        try
        {
            PeerProcess process = PeerCheck.Start(peer, kind, batch, use, threads);
            versions[peer.Name] = process.Versions;
            return process;
        }
        catch (PeerMissingException exception)
        {
            missing[peer.Name] = $"{peer.Name} is not measured, because {exception.Message}. {peer.Installation}";
            Console.Error.WriteLine(missing[peer.Name]);
            return null;
        }
    }

    /// <summary>Says what was measured beside us and how, and what was not.</summary>
    /// <param name="report">The report.</param>
    /// <param name="rounds">Rounds of the measurement.</param>
    public void Describe(Report report, int rounds)
    {
        foreach (string line in missing.Values)
        {
            report.Add(line);
        }

        if (versions.Count == 0)
        {
            return;
        }

        report.Add($"""
            Peers are programs of their own, started on the same networks, initial weights and rows: {string.Join("; ", versions.Values)}.
            In each of {Figures.Whole(rounds)} rounds, samples of {Figures.Fixed(SideBySide.SampleSeconds * 1000, 0)} ms of ours and of each peer alternate.
            """);
        report.Add($"""
            Predictions, and for training the losses of the first {Figures.Whole(PeerCheck.Steps)} steps, agreed to within 1e-4 before anything was timed. With
            dropout each library draws other masks: there the losses of the same network without dropout were compared, and both sides
            timed with it. Every peer has its best settings. PyTorch runs eagerly with gradients set to none, optimizers over lists of
            tensors, activations in place, contiguous batches on hand, evaluation and inference mode for predictions, and
            `ATEN_CPU_CAPABILITY=avx512` where the processor has it. OpenBLAS chooses its kernels by itself: every `OPENBLAS_` variable
            of the environment is removed.
            """);
    }
}
