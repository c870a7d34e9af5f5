using GraphGen.Execution;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Training.ScriptedLosses;

namespace GraphGen.Tests.Training.Callbacks;

/// <summary>Which epoch counts as the best where that is not plain.</summary>
public sealed class BestEpochTests
{
    [Fact]
    public void Of_two_that_stop_early_the_history_names_the_epoch_that_the_network_is_left_at()
    {
        double[] losses = [5, 1, 2, 3, 4];
        var network = new TinyNetwork { StepLoss = (tiny, _) => 100 - tiny.Memory.Step, EvaluationLoss = (tiny, _) => Of(tiny, losses) };
        FitOptions options = Options with { Epochs = 5, Callbacks = [new EarlyStopping(), new EarlyStopping { Monitor = MonitoredValue.Loss }] };

        History history = Trainer.Fit(network, LineData.Seven, options);

        (history.BestEpoch, network.Memory.Step).ShouldBe((5, 5u * Steps));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_first_value_that_is_no_number_does_not_stay_the_best(bool isHigherBetter)
    {
        double[] values = [double.NaN, 0.5, isHigherBetter ? 0.9 : 0.1, double.NaN];
        int epoch = 0;
        Metric metric = Metric.Of("figure", isHigherBetter, (_, _) => values[epoch++]);
        FitOptions options = Options with { Epochs = 4, Metrics = [metric], Callbacks = [new EarlyStopping { Monitor = MonitoredValue.Of(metric) }] };

        Trainer.Fit(Network(), LineData.Seven, options).BestEpoch.ShouldBe(3);
    }

    [Fact]
    public void A_fit_whose_patience_ends_with_its_last_epoch_is_complete()
    {
        TinyNetwork network = Network(1, 2, 3);

        History history = Trainer.Fit(network, LineData.Seven, Options with { Epochs = 3, Callbacks = [new EarlyStopping { Patience = 2 }] });

        (history.Ending, history.EndingReason, network.Memory.Step).ShouldBe((FitEnding.Completed, null, (uint)Steps));
    }
}
