using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class EarlyStoppingTests
{
    private static readonly FitOptions Options = new()
    {
        Epochs = 8,
        BatchSize = 2,
        LearningRate = 0.1f,
        Validation = LineData.Seven,
        Callbacks = [new EarlyStopping { Patience = 2 }],
    };

    [Fact]
    public void A_fit_ends_when_patience_is_over_and_restores_the_best_epoch()
    {
        TinyNetwork network = WithLosses(5, 3, 4, 2, 2, 2.5);

        History history = Trainer.Fit(network, LineData.Seven, Options);

        history.Epochs.Count.ShouldBe(6);
        (history.Ending, history.EndingReason, history.BestEpoch).ShouldBe((FitEnding.Stopped, "validation_loss has not become better since epoch 4", 4));
        HoldsStateAfterEpoch(4, network);
    }

    [Fact]
    public void The_best_epoch_is_restored_after_the_last_one_too()
    {
        TinyNetwork network = WithLosses(5, 4, 3, 2, 1, 0.5, 0.25, 0.75);

        History history = Trainer.Fit(network, LineData.Seven, Options);

        (history.Epochs.Count, history.Ending, history.BestEpoch).ShouldBe((8, FitEnding.Completed, 7));
        HoldsStateAfterEpoch(7, network);
    }

    [Fact]
    public void The_last_parameters_stay_where_the_best_are_not_wanted()
    {
        TinyNetwork network = WithLosses(1, 2, 3);

        History history = Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [new EarlyStopping { Patience = 2, RestoreBest = false }] });

        (history.Ending, history.BestEpoch).ShouldBe((FitEnding.Stopped, 1));
        HoldsStateAfterEpoch(3, network);
    }

    [Fact]
    public void An_improvement_below_the_least_difference_is_none()
    {
        TinyNetwork network = WithLosses(5, 4.75, 4.5, 4.25);

        History history = Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [new EarlyStopping { Patience = 3, MinimumDelta = 0.75 }] });

        (history.Epochs.Count, history.BestEpoch).ShouldBe((4, 1));
    }

    [Fact]
    public void Accuracy_is_the_better_the_higher()
    {
        int epoch = 0;
        int[] right = [1, 3, 2, 2];
        Dataset data = new(new float[4], 1, new int[4]);
        var network = new FakeNetwork
        {
            EvaluationLoss = (_, count) => count * (double)++epoch,
            Prediction = (row, output) => (output == 0) == (row < right[epoch]) ? 1 : 0,
        };

        History history = Trainer.Fit(
            network,
            data,
            new FitOptions
            {
                Epochs = 9,
                Validation = data,
                Callbacks = [new EarlyStopping { Monitor = MonitoredValue.ValidationAccuracy, Patience = 2 }],
            });

        history.ValidationAccuracy.ShouldBe([0.25f, 0.75f, 0.5f, 0.5f]);
        history.BestEpoch.ShouldBe(2);
    }

    [Fact]
    public void Without_early_stopping_no_epoch_is_best()
    {
        History history = Trainer.Fit(WithLosses(1, 2, 3, 4, 5, 6, 7, 8), LineData.Seven, Options with { Callbacks = [] });

        (history.Epochs.Count, history.Ending, history.BestEpoch).ShouldBe((8, FitEnding.Completed, null));
    }

    [Fact]
    public void What_cannot_be_watched_is_refused_before_the_first_step()
    {
        TinyNetwork network = WithLosses();

        ArgumentException missing = Should.Throw<ArgumentException>(() => Trainer.Fit(network, LineData.Seven, Options with { Validation = null }));
        ArgumentException regression = Should.Throw<ArgumentException>(() => Trainer.Fit(
            network, LineData.Seven, Options with { Callbacks = [new EarlyStopping { Monitor = MonitoredValue.ValidationAccuracy }] }));

        (missing.ParamName, regression.ParamName).ShouldBe(("Callbacks", "Callbacks"));
        missing.Message.ShouldContain("no validation data: set Validation or ValidationFraction");
        regression.Message.ShouldContain("Tiny is a regression");
        network.Memory.Step.ShouldBe(0u);
    }

    [Fact]
    public void Settings_out_of_their_range_are_named()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new EarlyStopping { Patience = 0 }).ParamName.ShouldBe("Patience");
        Should.Throw<ArgumentOutOfRangeException>(() => new EarlyStopping { MinimumDelta = -1 }).ParamName.ShouldBe("MinimumDelta");
        Should.Throw<ArgumentOutOfRangeException>(() => new EarlyStopping { MinimumDelta = double.NaN }).ParamName.ShouldBe("MinimumDelta");
        Should.Throw<ArgumentNullException>(() => new EarlyStopping { Monitor = null! }).ParamName.ShouldBe("Monitor");
    }

    [Fact]
    public void Text_is_the_same_in_every_culture()
    {
        using var culture = new Culture();

        new EarlyStopping { MinimumDelta = 0.5 }.ToString()
            .ShouldBe("EarlyStopping { Monitor = validation_loss, Patience = 10, MinimumDelta = 0.5, RestoreBest = True }");
    }

    private static TinyNetwork WithLosses(params double[] losses) =>
        new() { EvaluationLoss = (network, _) => losses[(network.Memory.Step / 4) - 1] * LineData.Seven.Count };

    private static void HoldsStateAfterEpoch(int epoch, TinyNetwork network)
    {
        TinyNetwork expected = LineData.After(4 * epoch, Options, _ => 0.1f);
        (network.A, network.B, network.Memory.Step).ShouldBe((expected.A, expected.B, expected.Memory.Step));
        network.Memory.Slot1.Span.SequenceEqual(expected.Memory.Slot1.Span).ShouldBeTrue();
        network.Memory.Derived.At(0).ShouldBe(expected.A * expected.B);
    }
}
