using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training.Callbacks;

public sealed class ReduceOnPlateauTests
{
    [Fact]
    public void The_rate_goes_down_where_the_figure_stalls_whatever_the_schedule()
    {
        float[] rates = Rates(new ReduceOnPlateau { Patience = 1, Factor = 0.5 }, LearningRateSchedule.Exponential(0.1, 0.5, 8), 5, 3, 3, 3, 2, 2, 2);
        float[] plain = Rates(null, LearningRateSchedule.Exponential(0.1, 0.5, 8), 5, 3, 3, 3, 2, 2, 2);

        // Stalled twice after the fourth epoch and after the seventh: the rate of the next one is halved.
        rates.ShouldBe([plain[0], plain[1], plain[2], plain[3], plain[4] * 0.5f, plain[5] * 0.5f, plain[6] * 0.5f]);
    }

    [Fact]
    public void It_goes_as_PyTorchs_with_cooldown_and_threshold()
    {
        // torch.optim.lr_scheduler.ReduceLROnPlateau(factor=0.1, patience=0, threshold=0.1, cooldown=1) on these losses.
        float[] rates = Rates(
            new ReduceOnPlateau { Patience = 0, Factor = 0.1, Threshold = 0.1, Cooldown = 1 }, LearningRateSchedule.Constant(1), 1, 0.95, 0.94, 0.93, 0.5, 0.49, 0.2);

        rates.ShouldBe([1, 1, 0.1f, 0.1f, 0.01f, 0.01f, 0.001f], tolerance: 1e-6);
    }

    [Fact]
    public void The_rate_never_falls_below_the_lowest()
    {
        Rates(new ReduceOnPlateau { Patience = 0, Factor = 0.1, MinimumRate = 0.05 }, LearningRateSchedule.Constant(0.25), 1, 1, 1, 1, 1)
            .ShouldBe([0.25f, 0.25f, 0.05f, 0.05f, 0.05f], tolerance: 1e-6);
    }

    [Fact]
    public void Settings_out_of_their_range_are_named()
    {
        Named("Factor", () => new ReduceOnPlateau { Factor = 1 });
        Named("Factor", () => new ReduceOnPlateau { Factor = 0 });
        Named("Patience", () => new ReduceOnPlateau { Patience = -1 });
        Named("Threshold", () => new ReduceOnPlateau { Threshold = 1 });
        Named("Cooldown", () => new ReduceOnPlateau { Cooldown = -1 });
        Named("MinimumRate", () => new ReduceOnPlateau { MinimumRate = double.NaN });

        static void Named(string property, Func<object> create) => Should.Throw<ArgumentOutOfRangeException>(create).ParamName.ShouldBe(property);
    }

    private static float[] Rates(ReduceOnPlateau? callback, LearningRateSchedule schedule, params double[] losses)
    {
        var network = new TinyNetwork { EvaluationLoss = (tiny, _) => losses[(tiny.Memory.Step / 4) - 1] * 7, StepLoss = (_, _) => 1 };
        History history = Trainer.Fit(
            network,
            LineData.Seven,
            new FitOptions { Epochs = losses.Length, BatchSize = 2, Validation = LineData.Seven, Schedule = schedule, Callbacks = callback is null ? [] : [callback] });
        return [.. history.Epochs.Select(epoch => epoch.LearningRate)];
    }
}
