using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

/// <summary>What training promises, on generated networks.</summary>
public sealed class GeneratedTrainingTests
{
    private static readonly Dataset Images = new(RandomData.Floats(50 * Digits.InputSize, seed: 1), Digits.InputSize, RandomData.Labels(50, 10, seed: 2));

    private static readonly Dataset Points = new(RandomData.Floats(64 * Curve.InputSize, seed: 3), Curve.InputSize, RandomData.Floats(64, seed: 4), 1);

    private static readonly FitOptions Options = new() { Epochs = 4, BatchSize = 16, LearningRate = 0.02f };

    [Fact]
    public void Training_goes_on_from_a_snapshot_with_the_same_bits()
    {
        var network = new Digits(seed: 1);
        Steps(network, 3);
        var snapshot = new TrainingSnapshot(network);
        float[] losses = Steps(network, 4);
        float[] parameters = network.Parameters.Values();

        snapshot.Restore();

        Steps(network, 4).HasBitsOf(losses).ShouldBeTrue();
        network.Parameters.Values().HasBitsOf(parameters).ShouldBeTrue();
    }

    [Fact]
    public void A_snapshot_is_predicted_with_as_it_was()
    {
        var network = new Digits(seed: 1);
        Steps(network, 3);
        float before = network.Evaluate(Images).Loss;
        var snapshot = new TrainingSnapshot(network);
        Steps(network, 2);

        snapshot.Restore();

        network.Evaluate(Images).Loss.ShouldBe(before);
    }

    [Fact]
    public void Gradients_that_wait_are_part_of_a_snapshot()
    {
        var network = new Curve(seed: 2);
        var other = new Curve(seed: 2);
        network.ComputeGradients(Points.Inputs, Points.Targets);
        other.ComputeGradients(Points.Inputs, Points.Targets);
        var snapshot = new TrainingSnapshot(network);
        network.ApplyGradients(0.5f);
        network.ComputeGradients(Points.Inputs, Points.Targets);

        snapshot.Restore();
        network.ApplyGradients(0.25f);
        other.ApplyGradients(0.25f);

        network.Parameters.Values().HasBitsOf(other.Parameters.Values()).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => network.ApplyGradients(0.25f));
    }

    [Fact]
    public void Taking_and_restoring_a_snapshot_allocates_nothing()
    {
        var network = new Digits();
        var snapshot = new TrainingSnapshot(network);

        AllocatedBytes.Of(3, () =>
        {
            snapshot.Take();
            snapshot.Restore();
        }).ShouldBe(0);
    }

    [Fact]
    public void Early_stopping_restores_the_best_epoch()
    {
        // Random labels cannot be learned: validation gets worse while training goes on.
        Dataset validation = new(RandomData.Floats(40 * Digits.InputSize, seed: 5), Digits.InputSize, RandomData.Labels(40, 10, seed: 6));
        FitOptions options = Options with { Epochs = 30, Validation = validation, Callbacks = [new EarlyStopping { Patience = 3 }] };
        var network = new Digits(seed: 3);
        History history = network.Fit(Images, options);

        history.Ending.ShouldBe(FitEnding.Stopped);
        int best = history.BestEpoch!.Value;
        history.Epochs.Count.ShouldBe(best + 3);
        network.Evaluate(validation).Loss.ShouldBe(history.ValidationLoss.Min());
        var again = new Digits(seed: 3);
        again.Fit(Images, options with { Epochs = best, Callbacks = [] });
        network.Parameters.Values().HasBitsOf(again.Parameters.Values()).ShouldBeTrue();
    }

    [Fact]
    public void The_search_for_a_rate_leaves_every_bit_alone()
    {
        var network = new Digits(seed: 4);
        var untouched = new Digits(seed: 4);
        Steps(network, 2);
        Steps(untouched, 2);

        LearningRateCurve curve = LearningRateFinder.Find(network, Images, new LearningRateFinderOptions { Steps = 30, BatchSize = 10 });

        curve.Rates.ShouldContain(curve.Suggestion);
        network.Parameters.Values().HasBitsOf(untouched.Parameters.Values()).ShouldBeTrue();
        network.Evaluate(Images).Loss.ShouldBe(untouched.Evaluate(Images).Loss);
        Steps(network, 3).HasBitsOf(Steps(untouched, 3)).ShouldBeTrue();
        network.Parameters.Values().HasBitsOf(untouched.Parameters.Values()).ShouldBeTrue();
    }

    [Fact]
    public void A_rate_that_is_far_too_large_stops_the_fit_at_the_last_good_parameters()
    {
        var network = new Curve(seed: 6);
        FitOptions options = Options with { Epochs = 50, LearningRate = 1e30f };

        TrainingDivergedException exception = Should.Throw<TrainingDivergedException>(() => network.Fit(Points, options));

        exception.Message.ShouldContain("training diverged");
        exception.Layer.ShouldBeOneOf("dense1", "dense2", "dense3", "loss");
        network.Parameters.Values().ShouldAllBe(value => float.IsFinite(value));
        float.IsFinite(network.Evaluate(Points).Loss).ShouldBeTrue();
    }

    private static float[] Steps(Digits network, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => network.TrainStep(Images.Inputs, Images.Labels, 0.05f))];
}
