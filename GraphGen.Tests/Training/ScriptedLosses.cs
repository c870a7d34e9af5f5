namespace GraphGen.Tests.Training;

/// <summary>Fits of <see cref="LineData.Seven"/> in twos, four steps an epoch, whose validation losses are written down beforehand.</summary>
internal static class ScriptedLosses
{
    /// <summary>Steps of an epoch.</summary>
    public const int Steps = 4;

    /// <summary>Eight epochs.</summary>
    public static FitOptions Options { get; } = new() { Epochs = 8, BatchSize = 2, LearningRate = 0.1f, Validation = LineData.Seven };

    /// <summary>A network with these losses after its epochs. Where there are none, they are computed.</summary>
    public static TinyNetwork Network(params double[] losses) =>
        losses.Length == 0 ? new TinyNetwork() : new TinyNetwork { EvaluationLoss = (network, _) => Of(network, losses) };

    /// <summary>The summed loss of the epoch that the network has just ended.</summary>
    public static double Of(TinyNetwork network, double[] losses) => losses[(network.Memory.Step / Steps) - 1] * LineData.Seven.Count;
}
