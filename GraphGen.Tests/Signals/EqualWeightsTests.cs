using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Signals;

/// <summary>What docs/rules/GG2004.md says of equal initial weights, tried on networks that start with them.</summary>
public sealed class EqualWeightsTests
{
    private const int Inputs = 4;
    private const int Units = 6;
    private const int Rows = 16;

    [Fact]
    public void Behind_zeros_and_relu_no_weight_ever_moves()
    {
        var network = new ZerosAndRelu(seed: 1);
        float[] second = Values(network.Parameters["dense2.weight"]);

        Train(50, () => network.TrainStep(Normal(Rows * Inputs, 1), Normal(Rows * 2, 2), learningRate: 0.1f));

        Values(network.Parameters["dense1.weight"]).ShouldAllBe(weight => weight == 0);
        Values(network.Parameters["dense2.weight"]).ShouldBe(second);
        Values(network.Parameters["dense2.bias"]).ShouldAllBe(bias => bias != 0);
    }

    [Fact]
    public void Equal_units_in_front_of_equal_weights_stay_equal_while_they_learn()
    {
        var network = new EqualBehindEqual(seed: 1);

        Train(50, () => network.TrainStep(Normal(Rows * Inputs, 1), Normal(Rows * 2, 2), learningRate: 0.01f));

        float[] weights = Values(network.Parameters["dense1.weight"]);
        for (int index = 0; index < weights.Length; index++)
        {
            weights[index].ShouldNotBe(0.3f);
            weights[index].ShouldBe(weights[index - (index % Units)], tolerance: 1e-5);
        }
    }

    [Fact]
    public void In_front_of_one_random_output_the_first_step_moves_all_units_along_one_direction()
    {
        var network = new EqualInFrontOfRandom(seed: 1);
        float[] behind = Values(network.Parameters["dense2.weight"]);

        network.TrainStep(Normal(Rows * Inputs, 1), Normal(Rows, 2), learningRate: 0.5f);

        float[] weights = Values(network.Parameters["dense1.weight"]);
        for (int index = 0; index < weights.Length; index++)
        {
            int first = index - (index % Units);
            double direction = (weights[first] - 0.3f) / behind[0];
            double moved = weights[index] - 0.3f;
            Math.Abs(moved).ShouldBeGreaterThan(1e-6);
            moved.ShouldBe(direction * behind[index % Units], tolerance: 1e-6);
        }
    }

    [Fact]
    public void An_output_that_starts_at_zero_gives_every_weight_its_own_value_in_one_step()
    {
        var network = new ZerosAtTheOutput(seed: 1);

        network.TrainStep(Normal(Rows * Inputs, 1), Normal(Rows * 2, 2), learningRate: 0.1f);

        Values(network.Parameters["dense2.weight"]).ShouldBeUnique();
    }

    private static void Train(int steps, Action step)
    {
        for (int index = 0; index < steps; index++)
        {
            step();
        }
    }

    private static float[] Values(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }

    private static float[] Normal(int count, ulong stream)
    {
        var random = new CounterRandom(seed: 3, stream);
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = (float)random.NextNormal();
        }

        return values;
    }
}
