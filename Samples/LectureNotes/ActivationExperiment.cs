using GraphGen;
using GraphGen.Numerics;

/// <summary>One network of the experiment, and what its five layers made of the rows.</summary>
/// <param name="Title">Activation and first weights.</param>
/// <param name="Finding">What one sees.</param>
/// <param name="Layers">The statistics of the five layers.</param>
internal sealed record ActivationExperiment(string Title, string Finding, IReadOnlyList<LayerStatistics> Layers)
{
    private const int Rows = 1000;
    private const int Features = 100;
    private const int HiddenLayers = 5;

    /// <summary>Passes 1000 rows of standard normal numbers through each network, untrained.</summary>
    public static ActivationExperiment[] RunAll(ulong seed)
    {
        Dataset data = StandardNormal(seed);
        return
        [
            Of("Sigmoid, weights of deviation 1", "piles up at 0 and 1, where no gradient is left", new SigmoidOne(seed).Inspect(data)),
            Of("Sigmoid, weights of deviation 0.01", "piles up at 0.5: all units say nearly the same", new SigmoidHundredth(seed).Inspect(data)),
            Of("Sigmoid, Xavier", "spreads in every layer", new SigmoidXavier(seed).Inspect(data)),
            Of("ReLU, weights of deviation 0.01", "piles up at 0 from the second layer on", new ReluHundredth(seed).Inspect(data)),
            Of("ReLU, Xavier", "shrinks towards 0 from layer to layer", new ReluXavier(seed).Inspect(data)),
            Of("ReLU, He", "stays even from layer to layer", new ReluHe(seed).Inspect(data)),
        ];
    }

    private static ActivationExperiment Of(string title, string finding, NetworkStatistics statistics) =>
        new(title, finding, [.. statistics.Layers.Take(HiddenLayers)]);

    private static Dataset StandardNormal(ulong seed)
    {
        var random = new CounterRandom(seed, stream: 1);
        float[] inputs = new float[Rows * Features];
        for (int index = 0; index < inputs.Length; index++)
        {
            inputs[index] = (float)random.NextNormal();
        }

        return new Dataset(inputs, Features, new float[Rows], 1);
    }
}
