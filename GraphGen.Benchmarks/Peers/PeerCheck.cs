using GraphGen.Benchmarks.Networks;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Peers;

/// <summary>That both sides compute the same, before either is timed.</summary>
internal static class PeerCheck
{
    /// <summary>The largest difference allowed, absolute below 1 and relative above.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>Steps whose losses are compared.</summary>
    public const int Steps = 3;

    private const int PredictedRows = 8;

    /// <summary>
    /// Starts a peer, compares predictions of the untrained network and, if it shall train, the losses of the first steps. With
    /// dropout every library draws other masks: there, the losses of the same network without dropout are compared first.
    /// </summary>
    /// <param name="peer">The peer.</param>
    /// <param name="kind">The network, which is created anew for the comparison.</param>
    /// <param name="batch">Rows of a step or of a prediction.</param>
    /// <param name="use">What the peer shall do.</param>
    /// <param name="threads">Threads that it may use.</param>
    /// <returns>The peer, whose learning rate is that of steps to be timed.</returns>
    /// <exception cref="PeerMissingException">Something that it needs is not installed.</exception>
    /// <exception cref="InvalidOperationException">The two do not compute the same.</exception>
    public static PeerProcess Start(IPeer peer, NetworkKind kind, int batch, PeerUse use, int threads)
    {
        if (use == PeerUse.Training && kind.WithoutDropout is { } comparable)
        {
            Start(peer, comparable, batch, use, threads).Dispose();
        }

        var workload = kind.Create(batch);
        var process = new PeerProcess(peer, workload, threads);
        try
        {
            ComparePredictions(peer, workload, process);
            if (use == PeerUse.Training)
            {
                if (kind.WithoutDropout is null)
                {
                    CompareLosses(peer, workload, process);
                }

                process.SetLearningRate(NetworkWorkload.TimedLearningRate);
            }

            return process;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    private static void ComparePredictions(IPeer peer, NetworkWorkload workload, PeerProcess process)
    {
        float[] predictions = new float[PredictedRows * workload.Kind.Info.OutputSize];
        workload.Runner.Predict(workload.Rows[..PredictedRows].Inputs, predictions);
        Compare(peer, workload, "prediction", predictions, process.Outputs(PredictedRows));
    }

    private static void CompareLosses(IPeer peer, NetworkWorkload workload, PeerProcess process)
    {
        float[] losses = [.. workload.Losses(Steps, workload.Kind.LearningRate)];
        Compare(peer, workload, "loss", losses, process.Losses(Steps));
    }

    private static void Compare(IPeer peer, NetworkWorkload workload, string what, float[] ours, float[] theirs)
    {
        foreach (var (our, their) in ours.Zip(theirs))
        {
            // Written so that NaN fails.
            if (!(Math.Abs(our - their) <= Tolerance * Math.Max(1, Math.Abs(their))))
            {
                throw new InvalidOperationException(
                    $"{workload.Description}: our {what} is {Figures.Fixed(our, 7)}, that of {peer.Name} {Figures.Fixed(their, 7)}; " +
                    "they do not compute the same.");
            }
        }
    }
}
