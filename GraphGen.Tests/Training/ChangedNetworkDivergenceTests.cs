using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.Training.Callbacks;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Training.ScriptedLosses;

namespace GraphGen.Tests.Training;

/// <summary>Where callbacks change the network besides the steps, a fit that diverges still leaves parameters that it has had, and says which.</summary>
public sealed class ChangedNetworkDivergenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<(float A, float B)> _afterSteps = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_change_at_the_beginning_of_an_epoch_is_a_part_of_it()
    {
        TinyNetwork network = SpoiltByStep7();

        TrainingDivergedException exception = Diverges(network, When.Told("epoch begin 2", run => run.Network.Parameters[0].CopyFrom([0.9f])));

        exception.Message.ShouldContain("The parameters are the last ones with a finite loss");
        (network.A, network.B, network.Memory.Step).ShouldBe((_afterSteps[5].A, _afterSteps[5].B, 6u));
    }

    [Fact]
    public void A_layer_unfrozen_at_the_beginning_of_an_epoch_is_trained_when_its_steps_are_repeated()
    {
        TinyNetwork network = SpoiltByStep7();
        network.Layers[0].Trainable = false;

        TrainingDivergedException exception = Diverges(network, When.Told("epoch begin 2", run => run.Network.Layers[0].Trainable = true));

        exception.Message.ShouldContain("The parameters are the last ones with a finite loss");
        (network.A, network.B, network.Memory.Step).ShouldBe((_afterSteps[5].A, _afterSteps[5].B, 6u));
        network.Layers[0].Trainable.ShouldBeTrue();
    }

    [Fact]
    public void Changes_after_every_batch_are_told_and_the_epoch_is_undone()
    {
        TinyNetwork network = SpoiltByStep7();

        TrainingDivergedException exception = Diverges(
            network, new LambdaCallback { BatchEnd = run => run.Network.Parameters[0].CopyFrom([Math.Clamp(network.A, 0.5f, 0.55f)]) });

        exception.Message.ShouldContain("changed during epoch 2, so the parameters are those from the start of epoch 2: look at what changed them, such as a callback");
        (network.A, network.B, network.Memory.Step).ShouldBe((_afterSteps[3].A, _afterSteps[3].B, 4u));
    }

    [Fact]
    public void A_callback_that_spoils_a_parameter_is_what_to_look_at()
    {
        TinyNetwork network = Network();

        TrainingDivergedException exception = Diverges(network, When.Told("batch end 2.2", run => run.Network.Parameters[1].CopyFrom([float.NaN])));

        exception.Message.ShouldContain("The loss became NaN in epoch 2, batch 3 of 4");
        exception.Message.ShouldContain("those from the start of epoch 2: look at what changed them, such as a callback");
        (network.A, network.B, network.Memory.Step).ShouldBe((_afterSteps[3].A, _afterSteps[3].B, 4u));
    }

    [Fact]
    public void In_an_epoch_resumed_in_its_middle_the_parameters_are_those_of_the_checkpoint()
    {
        string path = _folder.PathOf("progress.safetensors");
        Trainer.Fit(Network(), LineData.Seven, Options with { Callbacks = [When.Told("batch end 2.2", run => run.Save(path))] });
        TinyNetwork saved = LineData.After(6, Options, _ => Options.LearningRate);
        var network = new TinyNetwork { EvaluationLoss = (_, _) => double.NaN };

        var exception = Should.Throw<TrainingDivergedException>(() => Trainer.Fit(network, LineData.Seven, Options, path));

        exception.Message.ShouldContain("The validation loss became NaN after epoch 2");
        exception.Message.ShouldContain("The parameters are those from epoch 2 after batch 2, where the fit was resumed");
        (network.A, network.B, network.Memory.Step).ShouldBe((saved.A, saved.B, 6u));
    }

    private static TinyNetwork SpoiltByStep7() => new()
    {
        AfterStep = tiny =>
        {
            if (tiny.Memory.Step == 7)
            {
                tiny.B = float.NaN;
            }
        },
    };

    private TrainingDivergedException Diverges(TinyNetwork network, ITrainingCallback callback)
    {
        var note = new LambdaCallback { BatchEnd = _ => _afterSteps.Add((network.A, network.B)) };
        return Should.Throw<TrainingDivergedException>(() => Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [callback, note] }));
    }
}
