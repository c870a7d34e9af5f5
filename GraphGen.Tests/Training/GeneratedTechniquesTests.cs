using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

/// <summary>Averages, accumulated gradients and weights of rows, on generated networks.</summary>
public sealed class GeneratedTechniquesTests
{
    private static readonly Dataset Points = new(RandomData.Floats(30 * 4, seed: 1), 4, RandomData.Labels(30, 3, seed: 2));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Training_goes_on_from_a_snapshot_taken_while_gradients_are_accumulated(int batches)
    {
        INetwork network = new Patient(seed: 1);
        Steps(network, 0, batches);
        var snapshot = new TrainingSnapshot(network);
        float[] losses = Steps(network, batches, 10);
        float[] parameters = network.Parameters.Values();
        float[] averages = network.Memory.Averages.Span.ToArray();

        Steps(network, 0, 1); // so that the snapshot is restored in the middle of another accumulation
        snapshot.Restore();

        Steps(network, batches, 10).HasBitsOf(losses).ShouldBeTrue();
        network.Parameters.Values().HasBitsOf(parameters).ShouldBeTrue();
        network.Memory.Averages.Span.ToArray().HasBitsOf(averages).ShouldBeTrue();
    }

    [Fact]
    public void The_search_for_a_rate_leaves_averages_and_accumulated_gradients_alone()
    {
        INetwork network = new Patient(seed: 2), untouched = new Patient(seed: 2);
        Steps(network, 0, 5);
        Steps(untouched, 0, 5);

        LearningRateFinder.Find(network, Points, new LearningRateFinderOptions { Steps = 40, BatchSize = 10 });

        Steps(network, 5, 4).HasBitsOf(Steps(untouched, 5, 4)).ShouldBeTrue();
        network.Memory.Averages.Span.ToArray().HasBitsOf(untouched.Memory.Averages.Span.ToArray()).ShouldBeTrue();
    }

    [Fact]
    public void A_fit_ends_with_the_averages_that_it_validated()
    {
        var network = new Patient(seed: 3);
        List<float> unaveraged = [];

        History history = network.Fit(
            Points,
            new FitOptions { Epochs = 4, BatchSize = 5, Validation = Points, Callbacks = [new LambdaCallback { EpochEnd = (_, _) => unaveraged.Add(network.Evaluate(Points).Loss) }] });

        network.Evaluate(Points).Loss.ShouldBe(history.ValidationLoss[^1]);
        unaveraged[^1].ShouldNotBe(history.ValidationLoss[^1]);
    }

    [Fact]
    public void The_loss_weighs_rows_by_themselves_and_by_their_class()
    {
        float[] weights = [.. RandomData.Floats(30, seed: 4).Select(value => 4 * value)];
        float[] classWeights = [0.5f, 0, 3];
        var network = new Weighted(seed: 5);
        float[] probabilities = new float[30 * 3];
        network.Predict(Points.Inputs, probabilities);
        double expected = 0;
        for (int row = 0; row < 30; row++)
        {
            int label = Points.Labels[row];
            expected -= weights[row] * classWeights[label] * Math.Log(probabilities[(row * 3) + label]) / 30;
        }

        History history = network.Fit(
            Points.WithWeights(weights), new FitOptions { BatchSize = 30, LearningRate = 0, ClassWeights = classWeights });

        ((double)history.Loss[0]).ShouldBe(expected, 1e-5 * expected);
    }

    [Fact]
    public void Rows_without_weight_teach_nothing()
    {
        var whole = new Weighted(seed: 6);
        var part = new Weighted(seed: 6);
        float[] weights = [.. Enumerable.Repeat(1f, 16), .. new float[14]];
        var options = new FitOptions { Epochs = 5, BatchSize = 30 };

        whole.Fit(Points.WithWeights(weights), options with { LearningRate = 0.3f });
        part.Fit(Points[..16], options with { LearningRate = 0.16f }); // the mean is over 16 rows instead of 30

        float[] first = whole.Parameters.Values(), second = part.Parameters.Values();
        first.Zip(second, (one, other) => MathF.Abs(one - other)).Max().ShouldBeLessThan(1e-5f);
    }

    private static float[] Steps(INetwork network, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(step => network.TrainStep(Points, [step % 7, (step * 5) % 30, (step * 11) % 30], 0.05f))];
}
