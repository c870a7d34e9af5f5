using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Reuse;

/// <summary>Layers that are not trained, by declaration or for a while.</summary>
public class FreezingTests
{
    private static readonly FitOptions Options = new() { Epochs = 3, BatchSize = 32, LearningRate = 0.05f, Seed = 4 };

    [Fact]
    public void Frozen_and_resting_layers_keep_their_bits_and_the_others_learn_the_same()
    {
        var frozen = new HalfFrozenStack(seed: 3);
        var resting = new TrainedStack(seed: 3);
        Pairs.Align(frozen, resting);
        Rest(resting.Hidden1, resting.Norm1, resting.Hidden2);
        Dictionary<string, float[]> before = Pairs.Values(frozen);

        History frozenHistory = frozen.Fit(Pairs.Classes(), Options), restingHistory = resting.Fit(Pairs.Classes(), Options);

        Pairs.ShouldBeNear(frozen, resting);
        foreach ((string name, float[] values) in before)
        {
            bool isFrozen = name.StartsWith("hidden1", StringComparison.Ordinal) || name.StartsWith("norm1", StringComparison.Ordinal) || name.StartsWith("hidden2", StringComparison.Ordinal);
            foreach (INetwork network in new INetwork[] { frozen, resting })
            {
                Pairs.Values(network.Parameters[name]).AsSpan().SequenceEqual(values).ShouldBe(isFrozen, $"{name} of {network.Info.Name}");
            }
        }

        frozenHistory.Loss[^1].ShouldBe(restingHistory.Loss[^1], 1e-5f);
        frozenHistory.Loss[^1].ShouldBeLessThan(frozenHistory.Loss[0]);
    }

    [Fact]
    public void A_frozen_norm_behind_trained_layers_is_one_that_rests()
    {
        var frozen = new FrozenNormStack(seed: 3);
        var resting = new TrainedStack(seed: 3);
        Pairs.Align(frozen, resting);
        Rest(resting.Norm1);

        frozen.Fit(Pairs.Classes(), Options);
        resting.Fit(Pairs.Classes(), Options);

        Pairs.ShouldBeNear(frozen, resting);
        Pairs.Values(frozen.Hidden1.Weight).ShouldNotBe(Pairs.Values(new FrozenNormStack(seed: 3).Hidden1.Weight));
    }

    [Fact]
    public void A_prediction_behind_a_frozen_norm_has_the_trained_bias_in_front_of_it()
    {
        var network = new FrozenSumNorm(seed: 3);
        Dataset data = Pairs.Classes(32);
        network.TrainStep(data.Inputs, data.Labels, 0.5f);
        float[] predictions = new float[32 * 4], renewed = new float[32 * 4];

        network.Predict(data.Inputs, predictions);
        network.CreatePredictor().Predict(data.Inputs, renewed);

        for (int index = 0; index < predictions.Length; index++)
        {
            predictions[index].ShouldBe(renewed[index], 1e-5f);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Gradients_below_the_lowest_trained_layer_may_be_left_out(int threads)
    {
        var whole = new TrainedStack(seed: 3, threads: threads);
        var apart = new TrainedStack(seed: 3);
        Dataset data = Pairs.Classes(64);
        foreach (TrainedStack network in new[] { whole, apart })
        {
            Rest(network.Hidden1, network.Norm1, network.Hidden3);
        }

        for (int step = 0; step < 5; step++)
        {
            whole.TrainStep(data.Inputs, data.Labels, 0.05f);
            apart.ComputeGradients(data.Inputs, data.Labels);
            apart.ApplyGradients(0.05f);
        }

        Pairs.ShouldBeNear(whole, apart);
    }

    [Fact]
    public void A_layer_that_rested_for_a_while_is_trained_again()
    {
        var network = new TrainedStack(seed: 3);
        Rest(network.Hidden1, network.Norm1);
        network.Fit(Pairs.Classes(), Options);
        float[] rested = Pairs.Values(network.Norm1.MovingMean);
        rested.ShouldAllBe(value => value == 0);

        network.Hidden1.Trainable = network.Norm1.Trainable = true;
        network.Fit(Pairs.Classes(), Options);

        Pairs.Values(network.Norm1.MovingMean).ShouldNotBe(rested);
        Pairs.Values(network.Hidden1.Weight).ShouldNotBe(Pairs.Values(new TrainedStack(seed: 3).Hidden1.Weight));
    }

    [Fact]
    public void A_layers_rate_is_the_steps_times_its_multiplier()
    {
        var half = new TrainedStack(seed: 3);
        var slow = new TrainedStack(seed: 3);
        Dataset data = Pairs.Classes(64);
        half.Output.RateMultiplier = 0.5f;
        half.Hidden2.RateMultiplier = 0;

        half.TrainStep(data.Inputs, data.Labels, 0.5f);
        slow.TrainStep(data.Inputs, data.Labels, 0.25f);

        Pairs.Values(half.Output.Weight).ShouldBe(Pairs.Values(slow.Output.Weight));
        Pairs.Values(half.Hidden2.Weight).ShouldBe(Pairs.Values(new TrainedStack(seed: 3).Hidden2.Weight));
        Pairs.Values(half.Hidden3.Weight).ShouldNotBe(Pairs.Values(slow.Hidden3.Weight));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_multiplier_that_is_none_is_refused_by_its_layer(float value) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new TrainedStack().Hidden2.RateMultiplier = value).Message.ShouldContain("layer 'hidden2'");

    [Fact]
    public void What_is_frozen_cannot_become_trainable()
    {
        var network = new HalfFrozenStack();
        network.Norm1.Trainable.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => network.Norm1.Trainable = true).Message.ShouldContain("FreezeUpTo");
    }

    [Fact]
    public void Frozen_layers_have_no_gradients_no_optimizer_state_and_no_stored_activations()
    {
        NetworkInfo whole = TrainedStack.Info, half = HalfFrozenStack.Info;

        half.Memory.Gradients.ShouldBeLessThan(whole.Memory.Gradients / 2);
        half.Memory.OptimizerState.ShouldBe(half.Memory.Gradients);
        half.Memory.WorkspacePerRow.ShouldBeLessThan(whole.Memory.WorkspacePerRow);
        half.Layers.Take(3).ShouldAllBe(layer => layer.ActivationBytesPerRow == 0);
        whole.Layers[0].ActivationBytesPerRow.ShouldBeGreaterThan(0);
        (half.FrozenLayers, half.FeatureSize).ShouldBe((3, 18));
        (whole.FrozenLayers, whole.FeatureSize).ShouldBe((0, 0));

        // Forward through the frozen part, forward, weight gradients and one input gradient behind it.
        half.TrainingFlopsPerRow.ShouldBe((2 * ((20 * 24) + (24 * 18))) + (2 * 2 * ((18 * 12) + (12 * 4))) + (2 * 12 * 4));
    }

    private static void Rest(params Layer[] layers)
    {
        foreach (Layer layer in layers)
        {
            layer.Trainable = false;
        }
    }
}
