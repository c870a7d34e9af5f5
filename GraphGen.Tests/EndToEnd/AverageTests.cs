using Shouldly;
using Xunit;

namespace GraphGen.Tests.EndToEnd;

/// <summary>A regression that keeps averages of its weights.</summary>
[Input(3)]
[Dense(20, Act.Tanh)]
[Dense(2)]
[MeanSquaredError]
[Nag]
[AverageWeights(0.9)]
internal sealed partial class AveragedRegression;

/// <summary>A regression that adds up the gradients of three mini-batches, with limits on them.</summary>
[Input(3)]
[Dense(20, Act.Tanh)]
[Dense(2)]
[MeanSquaredError]
[Sgd]
[AccumulateGradients(3)] [ClipGradientNorm(1)]
internal sealed partial class AccumulatedRegression;

/// <summary>What averages, accumulation and clipping must not lose.</summary>
public sealed class AverageTests
{
    private static readonly float[] Inputs = [0.1f, -0.7f, 0.4f, 1.2f, 0.3f, -0.2f];
    private static readonly float[] Targets = [0.5f, -0.5f, 1f, 0.25f];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_layer_that_rests_is_its_own_average(bool isTrainedFirst)
    {
        var network = new AveragedRegression(seed: 1);
        if (isTrainedFirst)
        {
            network.TrainStep(Inputs, Targets, 0.1f);
        }

        network.Dense1.Trainable = false;
        network.TrainStep(Inputs, Targets, 0.1f);
        network.TrainStep(Inputs, Targets, 0.1f);
        float[] resting = Values(network.Dense1.Weight), trained = Values(network.Dense2.Weight);

        network.SwapAverages();

        Values(network.Dense1.Weight).ShouldBe(resting);
        Values(network.Dense2.Weight).ShouldNotBe(trained);
    }

    [Fact]
    public void Training_and_saving_its_state_wait_until_the_averages_are_exchanged_back()
    {
        var network = new AveragedRegression(seed: 1);
        network.TrainStep(Inputs, Targets, 0.1f);
        network.TrainStep(Inputs, Targets, 0.1f);
        float[] before = network.Parameters.Values();
        network.SwapAverages();

        Should.Throw<InvalidOperationException>(() => network.TrainStep(Inputs, Targets, 0.1f)).Message.ShouldContain("SwapAverages");
        Should.Throw<InvalidOperationException>(() => network.ComputeGradients(Inputs, Targets)).Message.ShouldContain("SwapAverages");
        Should.Throw<InvalidOperationException>(() => network.Save(Path.GetTempFileName(), trainingState: true)).Message.ShouldContain("SwapAverages");

        network.SwapAverages();
        network.Parameters.Values().ShouldBe(before);
        network.TrainStep(Inputs, Targets, 0.1f);
    }

    [Fact]
    public void A_network_loaded_after_a_divergence_averages_what_it_trains_from_then_on()
    {
        string path = Path.GetTempFileName();
        var network = new AveragedRegression(seed: 1);
        network.Save(path);
        network.TrainStep([float.NaN, 0, 0], [0, 0], 0.1f);
        network.Load(path);
        network.TrainStep(Inputs, Targets, 0.1f);
        float[] trained = network.Parameters.Values();

        network.SwapAverages();

        // The first step's average is what it led to.
        network.Parameters.Values().ShouldBe(trained);
        File.Delete(path);
    }

    [Fact]
    public void No_more_mini_batches_are_added_up_than_make_a_step()
    {
        var network = new AccumulatedRegression(seed: 1);
        for (int batch = 0; batch < 3; batch++)
        {
            network.ComputeGradients(Inputs, Targets);
        }

        Should.Throw<InvalidOperationException>(() => network.ComputeGradients(Inputs, Targets)).Message.ShouldContain("ApplyGradients");
        Should.Throw<InvalidOperationException>(() => network.TrainStep(Inputs, Targets, 0.1f)).Message.ShouldContain("ApplyGradients");
        network.ApplyGradients(0.1f);
        network.ComputeGradients(Inputs, Targets);
    }

    [Fact]
    public void A_state_with_mini_batches_waiting_is_refused_where_none_can_wait()
    {
        string path = Path.GetTempFileName();
        var network = new AccumulatedRegression(seed: 1);
        network.TrainStep(Inputs, Targets, 0.1f);
        network.Save(path, trainingState: true);
        var other = new PlainRegression(seed: 2);
        float[] before = other.Parameters.Values();

        Should.Throw<CheckpointMismatchException>(() => other.Load(path, trainingState: true)).Message.ShouldContain("graphgen.accumulated");

        other.Parameters.Values().ShouldBe(before);
        File.Delete(path);
    }

    [Fact]
    public void Gradients_whose_squares_single_precision_cannot_hold_are_scaled_all_the_same()
    {
        var network = new AccumulatedRegression(seed: 1);
        float[] before = network.Parameters.Values();
        float[] far = [1e25f, -1e25f, 1e25f, 1e25f];
        for (int batch = 0; batch < 3; batch++)
        {
            network.TrainStep(Inputs, far, 1f);
        }

        float[] after = network.Parameters.Values();
        double moved = Math.Sqrt(before.Zip(after, (old, now) => Math.Pow(now - old, 2)).Sum());
        moved.ShouldBe(1, 1e-3);
    }

    private static float[] Values(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }
}

/// <summary>The same regression without anything of the kind.</summary>
[Input(3)]
[Dense(20, Act.Tanh)]
[Dense(2)]
[MeanSquaredError]
[Sgd]
internal sealed partial class PlainRegression;
