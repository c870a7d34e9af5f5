using GraphGen.Execution;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Training.ScriptedLosses;

namespace GraphGen.Tests.Training.Callbacks;

public sealed class RateFactorTests
{
    [Fact]
    public void A_reduction_while_the_rate_is_zero_counts_for_the_rates_after_it()
    {
        List<float> factors = [];
        FitOptions options = Options with
        {
            Epochs = 4,
            LearningRate = 0,
            Callbacks = [new ReduceOnPlateau { Patience = 0, Factor = 0.5, MinimumRate = 0.01 }, new LambdaCallback { EpochEnd = (run, _) => factors.Add(run.RateFactor) }],
        };

        Trainer.Fit(Network(1, 2, 3, 4), LineData.Seven, options);

        factors.ShouldBe([1, 0.5f, 0.25f, 0.125f]);
    }

    [Fact]
    public void A_rate_that_no_float_holds_is_named_before_its_step()
    {
        TinyNetwork network = Network();
        FitOptions options = Options with { LearningRate = 100, Callbacks = [When.Told("batch begin 1.2", run => run.RateFactor = 1e38f)] };

        Should.Throw<InvalidOperationException>(() => Trainer.Fit(network, LineData.Seven, options))
            .Message.ShouldBe("The rate of step 2 times the RateFactor 1E+38 is more than a float holds: let callbacks set a smaller factor.");

        network.Memory.Step.ShouldBe(1u);
        float.IsFinite(network.A * network.B).ShouldBeTrue();
    }
}
