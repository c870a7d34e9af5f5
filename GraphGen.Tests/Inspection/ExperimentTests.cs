using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Inspection;

/// <summary>What first weights do to the activations of five layers, as the lecture notes show it, by numbers.</summary>
public class ExperimentTests
{
    private const ulong Seed = 1;

    private static readonly Dataset Data = StandardNormal(rows: 1000, features: 100);

    [Fact]
    public void Sigmoid_with_weights_of_deviation_1_piles_up_at_0_and_1()
    {
        TensorStatistics[] layers = Outputs(new SigmoidOne(Seed).Inspect(Data));
        layers.ShouldAllBe(layer => layer.StandardDeviation > 0.4f);
        layers.ShouldAllBe(layer => Share(layer, 0, 0.05) > 0.25 && Share(layer, 0.95, 1) > 0.25);
        layers.ShouldAllBe(layer => Share(layer, 0.4, 0.6) < 0.1);
        new SigmoidOne(Seed).Inspect(Data).Layers.Take(5).ShouldAllBe(layer => layer.SaturatedShare > 0.4f);
    }

    [Fact]
    public void Sigmoid_with_weights_of_deviation_a_hundredth_piles_up_at_a_half()
    {
        TensorStatistics[] layers = Outputs(new SigmoidHundredth(Seed).Inspect(Data));
        layers.ShouldAllBe(layer => layer.StandardDeviation < 0.03f);
        layers.ShouldAllBe(layer => Share(layer, 0.4, 0.6) > 0.99);
    }

    [Fact]
    public void Sigmoid_with_Xavier_spreads()
    {
        TensorStatistics[] layers = Outputs(new SigmoidXavier(Seed).Inspect(Data));
        layers.ShouldAllBe(layer => layer.StandardDeviation > 0.1f && layer.StandardDeviation < 0.25f);
        layers.ShouldAllBe(layer => Share(layer, 0.4, 0.6) < 0.7 && Share(layer, 0, 0.05) + Share(layer, 0.95, 1) < 0.05);
    }

    [Fact]
    public void Relu_with_weights_of_deviation_a_hundredth_piles_up_at_0()
    {
        TensorStatistics[] layers = Outputs(new ReluHundredth(Seed).Inspect(Data));
        Ratios(layers).ShouldAllBe(ratio => ratio < 0.1f);
        layers.Skip(1).ShouldAllBe(layer => Share(layer, 0, 0.02) > 0.97);
    }

    /// <summary>ReLU lets half of the squares pass, and Xavier does not make up for that: each layer's deviation is about sqrt(1/2) of the one before.</summary>
    [Fact]
    public void Relu_with_Xavier_shrinks_from_layer_to_layer() =>
        Ratios(Outputs(new ReluXavier(Seed).Inspect(Data))).ShouldAllBe(ratio => ratio > 0.5f && ratio < 0.9f);

    [Fact]
    public void Relu_with_He_stays_even()
    {
        TensorStatistics[] layers = Outputs(new ReluHe(Seed).Inspect(Data));
        (layers.Max(layer => layer.StandardDeviation) / layers.Min(layer => layer.StandardDeviation)).ShouldBeLessThan(1.5f);
        layers[^1].StandardDeviation.ShouldBeGreaterThan(0.6f);
    }

    [Fact]
    public void Weights_that_are_too_small_are_found_to_make_gradients_vanish()
    {
        new ReluHundredth(Seed).Inspect(Data).Problems().ShouldContain(problem => problem.StartsWith("Vanishing gradients"));
        new SigmoidOne(Seed).Inspect(Data).Problems().ShouldContain(problem => problem.StartsWith("Saturation: ") && problem.Contains("'dense1'"));
        new ReluHe(Seed).Inspect(Data).Problems().ShouldBeEmpty();
    }

    private static TensorStatistics[] Outputs(NetworkStatistics statistics) => [.. statistics.Layers.Take(5).Select(layer => layer.Outputs)];

    private static float[] Ratios(TensorStatistics[] layers) =>
        [.. layers.Zip(layers.Skip(1), (before, after) => after.StandardDeviation / before.StandardDeviation)];

    /// <summary>The share of elements in bins whose middle lies between two numbers.</summary>
    private static double Share(TensorStatistics values, double from, double to)
    {
        double width = values.BinEdge(1) - values.BinEdge(0);
        int inside = Enumerable.Range(0, TensorStatistics.BinCount)
            .Where(bin => values.BinEdge(bin) + (width / 2) is var middle && middle >= from && middle <= to)
            .Sum(bin => values.Histogram[bin]);
        return (double)inside / values.Count;
    }

    private static Dataset StandardNormal(int rows, int features)
    {
        var random = new CounterRandom(Seed, stream: 1);
        float[] inputs = new float[rows * features];
        for (int index = 0; index < inputs.Length; index++)
        {
            inputs[index] = (float)random.NextNormal();
        }

        return new Dataset(inputs, features, new float[rows], 1);
    }
}
