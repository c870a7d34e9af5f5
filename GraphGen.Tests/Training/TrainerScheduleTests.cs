using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class TrainerScheduleTests
{
    [Fact]
    public void Every_step_has_the_schedules_rate_and_the_record_the_last_one()
    {
        var options = new FitOptions { Epochs = 3, BatchSize = 2, Schedule = LearningRateSchedule.Cosine(0.5) };
        var network = new TinyNetwork();

        History history = Trainer.Fit(network, LineData.Seven, options);

        TinyNetwork expected = LineData.After(12, options, Rate);
        (network.A, network.B).ShouldBe((expected.A, expected.B));
        history.Epochs.Select(record => record.LearningRate).ShouldBe([Rate(3), Rate(7), Rate(11)]);

        static float Rate(int step) => (float)LearningRateSchedule.Cosine(0.5).RateAt(step, 12, double.NaN);
    }

    [Fact]
    public void A_schedule_that_the_network_proposes_holds_where_the_fit_names_none()
    {
        var options = new FitOptions { Epochs = 2, BatchSize = 2, LearningRate = 0.5f };

        float[] proposed = Rates(options);
        float[] named = Rates(options with { Schedule = LearningRateSchedule.Constant(0.25) });

        proposed.ShouldBe([OneCycle(3), OneCycle(7)]);
        named.ShouldBe([0.25f, 0.25f]);

        static float OneCycle(int step) => (float)LearningRateSchedule.OneCycle(0.5).RateAt(step, 8, double.NaN);

        static float[] Rates(FitOptions options) =>
            [.. Trainer.Fit(new TinyNetwork(schedule: ProposedSchedule.OneCycle), LineData.Seven, options).Epochs.Select(record => record.LearningRate)];
    }

    [Fact]
    public void Performance_goes_by_the_validation_loss()
    {
        double[] losses = [1, 2, 3, 0.5];
        var network = new TinyNetwork { EvaluationLoss = (tiny, _) => 7 * losses[(tiny.Memory.Step / 4) - 1] };

        History history = Trainer.Fit(network, LineData.Seven, Performing() with { Validation = LineData.Seven });

        history.Epochs.Select(record => record.LearningRate).ShouldBe([0.25f, 0.25f, 0.125f, 0.0625f]);
    }

    [Fact]
    public void Without_validation_data_performance_goes_by_the_training_loss()
    {
        float[] losses = [1, 1, 0.5f, 0.5f];
        var network = new TinyNetwork { StepLoss = (tiny, _) => losses[tiny.Memory.Step / 4] };

        History history = Trainer.Fit(network, LineData.Seven, Performing());

        history.Epochs.Select(record => record.LearningRate).ShouldBe([0.25f, 0.25f, 0.125f, 0.125f]);
    }

    [Fact]
    public void A_schedule_that_does_not_fit_is_refused_before_the_first_step()
    {
        var network = new TinyNetwork();
        var options = new FitOptions { Epochs = 4, BatchSize = 2 };

        Should.Throw<InvalidOperationException>(() => Trainer.Fit(network, LineData.Seven, options with { Schedule = LearningRateSchedule.WarmUp(5) }))
            .Message.ShouldContain(".Then(");
        network.Memory.Step.ShouldBe(0u);
        network.BatchCapacity.ShouldBe(1);
    }

    private static FitOptions Performing() => new()
    {
        Epochs = 4,
        BatchSize = 2,
        Schedule = LearningRateSchedule.Performance(0.25, factor: 0.5, patience: 0),
    };
}
