using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

/// <summary>A fit that diverges says where, and leaves the last good parameters. Four steps make an epoch of seven rows in twos.</summary>
public sealed class TrainerDivergenceTests
{
    private static readonly FitOptions Options = new()
    {
        Epochs = 5,
        BatchSize = 2,
        Seed = 3,
        Schedule = LearningRateSchedule.Exponential(0.2, 0.9).PerBatch(),
    };

    [Theory]
    [InlineData(1, "epoch 1, batch 2 of 4")]
    [InlineData(2, "epoch 1, batch 3 of 4")]
    [InlineData(7, "epoch 2, batch 4 of 4")]
    [InlineData(9, "epoch 3, batch 2 of 4")]
    public void A_step_that_spoils_a_parameter_is_undone_and_named(int step, string noticed)
    {
        var network = new TinyNetwork { AfterStep = Spoils(step, tiny => tiny.B = float.NaN) };

        TrainingDivergedException exception = Diverges(network);

        exception.Message.ShouldContain($"The loss became NaN in {noticed}");
        exception.Message.ShouldContain($"in 'dense2', whose 'dense2.weight' has had one since step {step}");
        (exception.Layer, exception.Step).ShouldBe(("dense2", step));
        (exception.Epoch, exception.Batch).ShouldBe((((step - 1) / 4) + 1, ((step - 1) % 4) + 1));
        HoldsStateAfter(step - 1, network);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(20)]
    public void A_parameter_spoilt_by_the_last_step_of_an_epoch_is_noticed_before_the_epoch_counts(int step)
    {
        int records = 0;
        var network = new TinyNetwork { AfterStep = Spoils(step, tiny => tiny.A = float.PositiveInfinity) };

        TrainingDivergedException exception = Diverges(network, Options with { Callbacks = [new LambdaCallback { EpochEnd = (_, _) => records++ }], Validation = LineData.Seven });

        records.ShouldBe((step / 4) - 1);
        (exception.Layer, exception.Step).ShouldBe(("dense1", step));
        HoldsStateAfter(step - 1, network);
    }

    [Fact]
    public void The_first_of_several_spoilt_layers_is_named()
    {
        var network = new TinyNetwork { AfterStep = Spoils(3, tiny => (tiny.A, tiny.B) = (float.NaN, float.NaN)) };

        Diverges(network).Layer.ShouldBe("dense1");
    }

    [Theory]
    [InlineData(6)]
    [InlineData(5)]
    [InlineData(2)]
    public void A_loss_that_overflows_with_finite_parameters_undoes_the_step_before(int step)
    {
        var network = new TinyNetwork { StepLoss = (tiny, loss) => tiny.Memory.Step == step - 1 ? float.PositiveInfinity : loss };

        TrainingDivergedException exception = Diverges(network);

        exception.Message.ShouldContain("The loss became Infinity");
        (exception.Layer, exception.Step).ShouldBe(("loss", step));
        HoldsStateAfter(step - 2, network);
    }

    [Fact]
    public void A_layer_that_overflows_with_finite_parameters_is_named()
    {
        // The product of both overflows, neither alone.
        var network = new TinyNetwork { AfterStep = Spoils(6, tiny => (tiny.A, tiny.B) = (1e30f, 1e30f)) };

        TrainingDivergedException exception = Diverges(network);

        exception.Message.ShouldContain("'dense2', which first makes one in step 7");
        (exception.Layer, exception.Epoch, exception.Batch, exception.Step).ShouldBe(("dense2", 2, 3, 7));
        HoldsStateAfter(5, network);
    }

    [Fact]
    public void A_loss_that_is_not_finite_from_the_beginning_changes_nothing()
    {
        var network = new TinyNetwork { StepLoss = (_, _) => float.NaN };

        TrainingDivergedException exception = Diverges(network);

        exception.Message.ShouldContain("before the first step of this fit");
        exception.Step.ShouldBe(1);
        HoldsStateAfter(0, network);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Steps_are_repeated_with_the_layers_that_were_trainable_then(bool first)
    {
        var network = new TinyNetwork { StepLoss = (tiny, loss) => tiny.Memory.Step == 4 ? float.NaN : loss };
        var expected = new TinyNetwork();
        network.Layers[0].Trainable = expected.Layers[0].Trainable = first;

        TrainingDivergedException exception = Diverges(network, Options with { Callbacks = [new LambdaCallback { EpochEnd = (_, _) => network.Layers[0].Trainable = !first }] });

        exception.Message.ShouldContain("The parameters are the last ones with a finite loss");
        network.Layers[0].Trainable.ShouldBe(!first);
        HoldsStateAfter(3, network, expected);
    }

    [Theory]
    [InlineData(1e30f, "'dense2', which first makes one in step 5")]
    [InlineData(float.NaN, "'dense2', whose 'dense2.weight' had one before step 5")]
    public void What_a_callback_wrote_is_not_undone_by_repeating_steps(float written, string place)
    {
        var network = new TinyNetwork();

        TrainingDivergedException exception = Diverges(network, Options with { Callbacks = [new LambdaCallback { EpochEnd = (_, _) => Write() }] });

        exception.Message.ShouldContain(place);
        exception.Message.ShouldContain("changed after epoch 1, so the parameters are those from the start of epoch 2: look at what changed them");
        (exception.Layer, exception.Epoch, exception.Batch).ShouldBe(("dense2", 2, 1));
        (network.A, network.B, network.Memory.Step).ShouldBe((1e30f, written, 4u));

        void Write()
        {
            (network.A, network.B) = (1e30f, written);
            network.ParametersChanged();
        }
    }

    [Fact]
    public void A_change_by_a_callback_is_kept_where_a_later_step_diverges()
    {
        var network = new TinyNetwork { StepLoss = (tiny, loss) => tiny.Memory.Step == 5 ? float.NaN : loss };

        TrainingDivergedException exception = Diverges(network, Options with { Callbacks = [new LambdaCallback { EpochEnd = (_, _) => network.A = 0.125f }] });

        exception.Message.ShouldContain("The parameters are the last ones with a finite loss");
        (network.A, network.Memory.Step).ShouldBe((0.125f, 4u));
    }

    [Fact]
    public void A_validation_loss_that_is_not_finite_goes_back_to_the_start_of_the_epoch()
    {
        var network = new TinyNetwork { EvaluationLoss = (tiny, loss) => tiny.Memory.Step == 12 ? double.PositiveInfinity : loss };

        TrainingDivergedException exception = Diverges(network, Options with { Validation = LineData.Seven });

        exception.Message.ShouldContain("The validation loss became Infinity after epoch 3");
        HoldsStateAfter(8, network);
    }

    [Fact]
    public void Training_goes_on_after_a_divergence()
    {
        var network = new TinyNetwork { AfterStep = Spoils(6, tiny => tiny.A = float.NaN) };
        Diverges(network);
        network.Memory.ResetOptimizer();

        Trainer.Fit(network, LineData.Seven, Options with { Epochs = 1 }).Loss.Single().ShouldBeInRange(0, 10);
    }

    [Fact]
    public void Padding_that_is_not_finite_is_no_divergence()
    {
        var network = new TinyNetwork();
        network.Memory.Parameters.At(31) = float.NaN;

        Trainer.Fit(network, LineData.Seven, Options).Epochs.Count.ShouldBe(5);
    }

    /// <summary>Spoils the network after a step, whenever that step is made.</summary>
    private static Action<TinyNetwork> Spoils(int step, Action<TinyNetwork> spoil) => network =>
    {
        if (network.Memory.Step == step)
        {
            spoil(network);
        }
    };

    private static TrainingDivergedException Diverges(TinyNetwork network, FitOptions? options = null) =>
        Should.Throw<TrainingDivergedException>(() => Trainer.Fit(network, LineData.Seven, options ?? Options));

    private static void HoldsStateAfter(int steps, TinyNetwork network, TinyNetwork? begun = null)
    {
        TinyNetwork expected = LineData.After(steps, Options, step => (float)(0.2 * Math.Pow(0.9, step)), begun);
        network.Memory.Parameters.Span.SequenceEqual(expected.Memory.Parameters.Span).ShouldBeTrue();
        network.Memory.Slot1.Span.SequenceEqual(expected.Memory.Slot1.Span).ShouldBeTrue();
        network.Memory.Step.ShouldBe((uint)steps);
        network.Memory.Derived.At(0).ShouldBe(expected.Memory.Derived.At(0));
    }
}
