using System.Reflection;
using GraphGen.Execution;
using GraphGen.Tests.Data;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.EndToEnd;

/// <summary>What a network does when it is used in ways that could corrupt memory or give wrong numbers without a word.</summary>
public class MisuseTests
{
    private static readonly float[] Inputs = [.. Enumerable.Range(0, 8 * Curve.InputSize).Select(index => 0.1f * index)];

    private static readonly float[] Targets = [.. Enumerable.Range(0, 8 * Curve.OutputSize).Select(index => index % 3f)];

    [Theory]
    [InlineData(1 << 27)]
    [InlineData(1 << 28)]
    [InlineData(300_000_000)]
    [InlineData(int.MaxValue)]
    public void A_capacity_beyond_what_an_arena_holds_is_refused_by_name(int capacity) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Curve(batchCapacity: capacity)).ParamName.ShouldBe("batchCapacity");

    [Fact]
    public void Room_for_too_many_rows_is_refused_and_changes_nothing()
    {
        var network = new Curve(batchCapacity: 8);

        Should.Throw<ArgumentOutOfRangeException>(() => ((INetwork)network).EnsureCapacity(1 << 28));

        network.BatchCapacity.ShouldBe(8);
        network.TrainStep(Inputs, Targets, 0.01f).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_workspace_that_is_in_use_is_not_replaced_by_a_larger_one()
    {
        var network = new Curve(batchCapacity: 8);
        var memory = (NetworkMemory)typeof(Curve).GetField("generatedMemory", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(network)!;

        using (memory.Begin())
        {
            Should.Throw<InvalidOperationException>(() => ((INetwork)network).EnsureCapacity(64));
        }

        network.BatchCapacity.ShouldBe(8);
    }

    [Fact]
    public void Two_evaluations_at_once_give_right_numbers_or_none()
    {
        var network = new Curve();
        var data = new Dataset(Inputs, Curve.InputSize, Targets, Curve.OutputSize);
        float expected = network.Evaluate(data).Loss;

        Parallel.For(0, 200, _ =>
        {
            try
            {
                network.Evaluate(data).Loss.ShouldBe(expected);
            }
            catch (InvalidOperationException refusal)
            {
                refusal.Message.ShouldContain("another thread");
            }
        });

        network.Evaluate(data).Loss.ShouldBe(expected);
    }

    [Fact]
    public void Loading_a_checkpoint_after_a_divergence_gives_a_network_that_trains()
    {
        using var folder = new TemporaryFolder();
        string file = folder.PathOf("curve.safetensors");
        var network = new Curve();
        network.Save(file);
        float first = network.TrainStep(Inputs, Targets, 0.01f);
        float second = network.TrainStep(Inputs, Targets, 0.01f);
        for (int step = 0; step < 30; step++)
        {
            network.TrainStep(Inputs, Targets, 1e20f);
        }

        network.Load(file);

        network.TrainStep(Inputs, Targets, 0.01f).ShouldBe(first);
        network.TrainStep(Inputs, Targets, 0.01f).ShouldBe(second);
    }

    [Fact]
    public void Gradients_computed_before_a_load_are_not_applied_after_it()
    {
        using var folder = new TemporaryFolder();
        string file = folder.PathOf("curve.safetensors");
        var network = new Curve();
        network.Save(file);
        network.ComputeGradients(Inputs, Targets);

        network.Load(file);

        Should.Throw<InvalidOperationException>(() => network.ApplyGradients(0.01f)).Message.ShouldContain("ComputeGradients");
    }

    [Fact]
    public void Labels_that_change_during_training_are_noticed()
    {
        int[] labels = new int[8];
        var data = new Dataset(new float[8 * Digits.InputSize], Digits.InputSize, labels);

        Should.Throw<ArgumentException>(() => new Digits().Fit(data, new FitOptions { Epochs = 2, Callbacks = [new LambdaCallback { EpochEnd = (_, _) => Array.Fill(labels, 1_000_000_000) }] }))
            .Message.ShouldContain("1000000000");
    }

    [Fact]
    public void Predictions_may_not_overwrite_the_inputs() =>
        Should.Throw<ArgumentException>(() => new Curve().Predict(Inputs, Inputs.AsSpan(0, 8 * Curve.OutputSize))).Message.ShouldContain("shares memory");

    [Fact]
    public void A_last_step_that_ruins_the_network_is_noticed() =>
        Should.Throw<InvalidOperationException>(() => new Curve().Fit(
                new Dataset(Inputs, Curve.InputSize, Targets, Curve.OutputSize), new FitOptions { BatchSize = 8, LearningRate = float.MaxValue }))
            .Message.ShouldContain("smaller");

    [Fact]
    public void A_seed_may_be_an_int()
    {
        int seed = -7;

        Weights(new Curve(seed)).ShouldBe(Weights(new Curve(unchecked((ulong)seed))));

        static float[] Weights(Curve network)
        {
            float[] weights = new float[network.Dense1.Weight.Length];
            network.Dense1.Weight.CopyTo(weights);
            return weights;
        }
    }
}
