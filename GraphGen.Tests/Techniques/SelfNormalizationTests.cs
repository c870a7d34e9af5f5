using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Techniques;

/// <summary>What SELU and alpha dropout are for: a mean of 0 and a variance of 1 pass through them (Klambauer et al., 2017, sections 2 and 3).</summary>
public sealed class SelfNormalizationTests
{
    private const int Rows = 1000;
    private const int Samples = 20;

    [Fact]
    public void Alpha_dropout_behind_selu_keeps_a_mean_of_zero_and_a_variance_of_one()
    {
        const int Width = SelfNormalizingNetwork.InputSize;
        var network = new SelfNormalizingNetwork(seed: 1);
        float[] identity = new float[Width * Width];
        for (int unit = 0; unit < Width; unit++)
        {
            identity[(unit * Width) + unit] = 1;
        }

        network.Parameters["dense1.weight"].CopyFrom(identity);
        network.Parameters["dense2.weight"].CopyFrom(identity);
        float[] inputs = StandardNormal(Rows * Width);
        float[] means = new float[Rows * Width], deviations = new float[Rows * Width];

        network.PredictSamples(inputs, Samples, means, deviations);

        double mean = means.Average(value => (double)value);
        double variance = means.Zip(deviations, (center, deviation) => Math.Pow(center - mean, 2) + Math.Pow(deviation, 2)).Average();

        // 16,000 independent inputs: five standard errors, the second one with the kurtosis of SELU's output, which is below 4.
        mean.ShouldBe(0, tolerance: 5 / Math.Sqrt(inputs.Length));
        variance.ShouldBe(1, tolerance: 5 * Math.Sqrt(3.0 / inputs.Length));
    }

    private static float[] StandardNormal(int count)
    {
        var random = new CounterRandom(seed: 5, stream: 0);
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = (float)random.NextNormal();
        }

        return values;
    }
}
