using Shouldly;
using Xunit;

namespace GraphGen.Tests.EndToEnd;

public class DeterminismTests
{
    [Fact]
    public void The_same_seed_gives_the_same_parameters_and_another_seed_others()
    {
        float[] parameters = new Digits(seed: 42).Parameters.Values();
        new Digits(seed: 42, threads: 3, batchCapacity: 7).Parameters.Values().HasBitsOf(parameters).ShouldBeTrue();
        new Digits(seed: 43).Parameters.Values().HasBitsOf(parameters).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 64)]
    public void Training_gives_the_same_bits_from_run_to_run_for_any_threads_and_capacity(int threads, int batchCapacity)
    {
        var (parameters, losses) = Train(new Digits(seed: 1));
        var (again, lossesAgain) = Train(new Digits(seed: 1, threads: threads, batchCapacity: batchCapacity));
        lossesAgain.HasBitsOf(losses).ShouldBeTrue();
        again.HasBitsOf(parameters).ShouldBeTrue();
    }

    [Fact]
    public void A_step_gives_the_same_bits_whatever_batches_came_before_it()
    {
        // A larger batch leaves its rows behind in the buffers: the next, ragged one may not see them.
        var fresh = new Curve(seed: 2);
        var used = new Curve(seed: 2);
        float[] inputs = RandomData.Floats(64 * Curve.InputSize, seed: 3), targets = RandomData.Floats(64, seed: 4);
        used.TrainStep(inputs, targets, learningRate: 0);
        fresh.TrainStep(inputs.AsSpan(0, 5 * Curve.InputSize), targets.AsSpan(0, 5), learningRate: 0);
        for (int step = 0; step < 3; step++)
        {
            float expected = fresh.TrainStep(inputs.AsSpan(0, 13 * Curve.InputSize), targets.AsSpan(0, 13), 0);
            used.TrainStep(inputs.AsSpan(0, 13 * Curve.InputSize), targets.AsSpan(0, 13), 0).ShouldBe(expected);
        }
    }

    [Fact]
    public void Computing_gradients_and_applying_them_is_a_training_step()
    {
        var atOnce = new Wide(seed: 5);
        var inTwo = new Wide(seed: 5);
        float[] inputs = RandomData.Floats(11 * Wide.InputSize, seed: 6), targets = RandomData.Floats(11 * Wide.OutputSize, seed: 7);
        for (int step = 0; step < 3; step++)
        {
            float loss = atOnce.TrainStep(inputs, targets, 0.05f);
            inTwo.ComputeGradients(inputs, targets).ShouldBe(loss, 1e-5f * loss);
            inTwo.ApplyGradients(0.05f);
        }

        float[] first = atOnce.Parameters.Values(), second = inTwo.Parameters.Values();
        first.Zip(second, (one, other) => MathF.Abs(one - other)).Max().ShouldBeLessThan(1e-5f);
    }

    private static (float[] Parameters, float[] Losses) Train(Digits network)
    {
        float[] inputs = RandomData.Floats(33 * Digits.InputSize, seed: 8);
        int[] labels = RandomData.Labels(33, Digits.OutputSize, seed: 9);
        float[] losses = [.. Enumerable.Range(0, 4).Select(_ => network.TrainStep(inputs, labels, 0.05f))];
        return (network.Parameters.Values(), losses);
    }
}
