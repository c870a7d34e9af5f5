using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class LearningRateFinderTests
{
    [Fact]
    public void Rates_grow_from_the_lowest_to_the_highest_by_equal_factors()
    {
        var options = new LearningRateFinderOptions { Lowest = 1e-5f, Highest = 1e-2f, Steps = 31 };

        LearningRateCurve curve = LearningRateFinder.Find(new TinyNetwork { StepLoss = (_, _) => 1 }, LineData.Seven, options);

        curve.Rates.Count.ShouldBe(31);
        for (int step = 0; step < 31; step++)
        {
            ((double)curve.Rates[step]).ShouldBe(Math.Pow(10, -5 + (0.1 * step)), 1e-6 * curve.Rates[step]);
        }
    }

    [Fact]
    public void Losses_are_smoothed_by_an_average_that_forgets_nothing_of_its_first_value()
    {
        float[] losses = [4, 3, 2, 1, 1, 1, 1, 1, 1, 1];
        var options = new LearningRateFinderOptions { Steps = 10, Smoothing = 0.5 };

        LearningRateCurve curve = LearningRateFinder.Find(Scripted(losses), LineData.Seven, options);

        curve.Losses.ShouldBe(losses);
        for (int step = 0; step < losses.Length; step++)
        {
            double[] shares = [.. Enumerable.Range(0, step + 1).Select(index => Math.Pow(0.5, step - index))];
            double expected = shares.Zip(losses, (share, loss) => share * loss).Sum() / shares.Sum();
            ((double)curve.SmoothedLosses[step]).ShouldBe(expected, 1e-6);
        }
    }

    [Fact]
    public void The_suggestion_is_where_the_loss_falls_fastest_and_a_tenth_of_the_lowest_comes_beside_it()
    {
        float[] losses = [5, 5, 4.9f, 4.8f, 4, 2, 1.5f, 1.25f, 1.5f, 3, 40, 1, 1, 1];
        var options = new LearningRateFinderOptions { Lowest = 1, Highest = 8192, Steps = 14, Smoothing = 0 };

        LearningRateCurve curve = LearningRateFinder.Find(Scripted(losses), LineData.Seven, options);

        curve.Rates.Count.ShouldBe(10); // 40 is more than four times the lowest
        curve.Suggestion.ShouldBe(16, 1e-4f); // (2 - 4.8) / 2 around the fifth step
        curve.TenthOfLowest.ShouldBe(12.8f, 1e-4f);
    }

    [Fact]
    public void The_first_losses_whose_average_has_not_settled_suggest_nothing()
    {
        float[] losses = [9, 1, .. Enumerable.Repeat(3f, 14), 2.5f, 2, 1.5f, 1, .. Enumerable.Repeat(1f, 20)];

        LearningRateCurve curve = LearningRateFinder.Find(
            Scripted(losses), LineData.Seven, new LearningRateFinderOptions { Steps = 40, Smoothing = 0.8 });

        curve.Rates.ToList().IndexOf(curve.Suggestion).ShouldBeInRange(16, 20);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_loss_that_is_not_finite_ends_the_search(float loss) =>
        LearningRateFinder.Find(Scripted([3, 2, 1, 1, loss]), LineData.Seven).Rates.Count.ShouldBe(4);

    [Fact]
    public void Whatever_happens_the_network_is_as_it_was()
    {
        TinyNetwork[] networks =
        [
            new(hasAverages: true),
            new(hasAverages: true) { StepLoss = (tiny, loss) => tiny.Memory.Step < 5 ? loss : float.NaN },
            new(hasAverages: true) { StepLoss = (tiny, loss) => tiny.Memory.Step < 5 ? loss : throw new TimeoutException() },
        ];
        foreach (TinyNetwork network in networks)
        {
            network.TrainStep(LineData.Seven, [0, 1], 0.1f);
            (float A, float B, uint Step, float Average, float Velocity) before = State(network);

            try
            {
                LearningRateFinder.Find(network, LineData.Seven);
            }
            catch (TimeoutException)
            {
            }

            State(network).ShouldBe(before);
            network.Memory.Derived.At(0).ShouldBe(network.A * network.B);
        }

        static (float A, float B, uint Step, float Average, float Velocity) State(TinyNetwork network) =>
            (network.A, network.B, network.Memory.Step, network.Memory.Averages.At(0), network.Memory.Slot1.At(16));
    }

    [Fact]
    public void A_search_whose_first_step_is_refused_leaves_what_another_thread_has_learned()
    {
        // The other thread's step comes between the snapshot and ours.
        var network = new TinyNetwork
        {
            StepLoss = (tiny, _) =>
            {
                tiny.A = 0.875f;
                throw new TimeoutException();
            },
        };

        Should.Throw<TimeoutException>(() => LearningRateFinder.Find(network, LineData.Seven));

        network.A.ShouldBe(0.875f);
    }

    [Fact]
    public void A_smoothing_of_nine_tenths_settles_in_ten_steps()
    {
        // Such a curve is steepest at its start.
        float[] losses = [.. Enumerable.Range(0, 40).Select(step => 10 * MathF.Pow(0.8f, step))];

        LearningRateCurve curve = LearningRateFinder.Find(
            Scripted(losses), LineData.Seven, new LearningRateFinderOptions { Steps = 40, Smoothing = 0.9 });

        curve.Rates.ToList().IndexOf(curve.Suggestion).ShouldBe(10);
    }

    [Fact]
    public void Without_three_points_there_is_no_curve() =>
        Should.Throw<InvalidOperationException>(() => LearningRateFinder.Find(Scripted([1, 1, 9]), LineData.Seven, new LearningRateFinderOptions { Smoothing = 0 }))
            .Message.ShouldContain("after 2 steps");

    [Fact]
    public void Bad_arguments_are_named()
    {
        Should.Throw<ArgumentNullException>(() => LearningRateFinder.Find(null!, LineData.Seven)).ParamName.ShouldBe("network");
        Should.Throw<ArgumentNullException>(() => LearningRateFinder.Find(new TinyNetwork(), null!)).ParamName.ShouldBe("train");
        Should.Throw<ArgumentOutOfRangeException>(() => LearningRateFinder.Find(
            new TinyNetwork(), LineData.Seven, new LearningRateFinderOptions { Lowest = 1, Highest = 1 })).ParamName.ShouldBe("options");
        Should.Throw<ArgumentOutOfRangeException>(() => new LearningRateFinderOptions { Lowest = 0 }).ParamName.ShouldBe("Lowest");
        Should.Throw<ArgumentOutOfRangeException>(() => new LearningRateFinderOptions { Highest = float.NaN }).ParamName.ShouldBe("Highest");
        Should.Throw<ArgumentOutOfRangeException>(() => new LearningRateFinderOptions { Steps = 9 }).ParamName.ShouldBe("Steps");
        Should.Throw<ArgumentOutOfRangeException>(() => new LearningRateFinderOptions { BatchSize = 0 }).ParamName.ShouldBe("BatchSize");
        Should.Throw<ArgumentOutOfRangeException>(() => new LearningRateFinderOptions { Smoothing = 1 }).ParamName.ShouldBe("Smoothing");
    }

    private static TinyNetwork Scripted(float[] losses) => new() { StepLoss = (network, _) => losses[network.Memory.Step] };
}
