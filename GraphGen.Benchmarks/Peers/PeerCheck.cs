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

    /// <summary>Compares predictions of the untrained network and then the losses of the first steps.</summary>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static void Run(PeerWorkload workload, PyTorchPeer peer)
    {
        float[] predictions = new float[PredictedRows * workload.Network.Info.OutputSize];
        workload.Predict(0, PredictedRows, predictions);
        Compare(workload, "prediction", predictions, peer.Outputs(PredictedRows));
        float[] losses = [.. Enumerable.Range(0, Steps).Select(index => workload.TrainStep(index, workload.LearningRate))];
        Compare(workload, "loss", losses, peer.Losses(Steps));
    }

    private static void Compare(PeerWorkload workload, string what, float[] ours, float[] theirs)
    {
        foreach (var (our, their) in ours.Zip(theirs))
        {
            // Written so that NaN fails.
            if (!(Math.Abs(our - their) <= Tolerance * Math.Max(1, Math.Abs(their))))
            {
                throw new InvalidOperationException(
                    $"'{workload.Name}', batch {Figures.Whole(workload.Batch)}: our {what} is {Figures.Fixed(our, 7)}, " +
                    $"PyTorch's {Figures.Fixed(their, 7)}; they do not compute the same.");
            }
        }
    }
}
