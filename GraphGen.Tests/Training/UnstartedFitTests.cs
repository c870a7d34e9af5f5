using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.EndToEnd;
using GraphGen.Tests.Training.Callbacks;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Training.ScriptedLosses;

namespace GraphGen.Tests.Training;

/// <summary>A fit that ends before its first step has never been, and one that only rehearses leaves no trace.</summary>
public sealed class UnstartedFitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("fit begin")]
    [InlineData("epoch begin 3")]
    [InlineData("batch begin 3.1")]
    public void A_resumed_fit_that_fails_before_its_first_step_leaves_the_network_untouched(string moment)
    {
        string path = _folder.PathOf("progress.safetensors");
        NotingCallback freeze = When.Told("batch end 2.1", run => run.Network.Layers[0].Trainable = false);
        Trainer.Fit(Network(), LineData.Seven, Options with { Epochs = 2, Callbacks = [freeze, new Checkpoint(path)] });
        TinyNetwork network = Network();
        NotingCallback fails = When.Told(moment, _ => throw new FormatException());

        Should.Throw<FormatException>(() => Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [fails] }, path));

        IsUntouched(network);
    }

    [Theory]
    [InlineData("fit begin")]
    [InlineData("epoch begin 3")]
    public void So_does_one_whose_first_checkpoint_cannot_be_written(string moment)
    {
        string path = _folder.PathOf("progress.safetensors");
        Trainer.Fit(Network(), LineData.Seven, Options with { Epochs = 2, Callbacks = [new Checkpoint(path)] });
        TinyNetwork network = Network();
        NotingCallback save = When.Told(moment, run => run.Save(_folder.PathOf("no/file.safetensors")));

        Should.Throw<OutputFileException>(() => Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [save] }, path))
            .Problem.ShouldBe(OutputFileProblem.NoFolder);

        IsUntouched(network);
    }

    [Fact]
    public void A_fit_without_a_step_does_not_claim_the_scaling_of_its_data()
    {
        var network = new Curve(seed: 1);
        var data = new Dataset(RandomData.Floats(40, seed: 5), 4, RandomData.Floats(10, seed: 6), 1);
        (Dataset scaled, _) = data.Standardize();

        network.Fit(scaled, new FitOptions { CancellationToken = new CancellationToken(canceled: true) });
        network.InputScaling.ShouldBeNull();

        network.Fit(scaled);
        network.InputScaling.ShouldNotBeNull();
    }

    [Fact]
    public void A_dry_run_puts_back_which_layers_are_trainable()
    {
        TinyNetwork network = Network();
        NotingCallback freeze = When.Told("epoch begin 1", run => run.Network.Layers[0].Trainable = false);

        Trainer.Fit(network, LineData.Seven, Options with { DryRun = true, Callbacks = [freeze] });

        IsUntouched(network);
    }

    [Fact]
    public void A_checkpoint_of_a_fit_that_has_failed_is_refused_and_not_forgotten()
    {
        string path = _folder.PathOf("failed.safetensors");
        Exception? refused = null;
        NotingCallback save = When.Told("fit end Failed", run => refused = Record.Exception(() => run.Save(path)));
        NotingCallback fails = When.Told("batch end 1.2", _ => throw new FormatException());

        Should.Throw<FormatException>(() => Trainer.Fit(Network(), LineData.Seven, Options with { Callbacks = [save, fails] }));

        refused.ShouldBeOfType<InvalidOperationException>().Message.ShouldContain("No checkpoint can be written now");
        File.Exists(path).ShouldBeFalse();
    }

    private static void IsUntouched(TinyNetwork network)
    {
        (network.A, network.B, network.Memory.Step, network.Memory.Derived.At(0)).ShouldBe((0.5f, -0.75f, 0u, 0.5f * -0.75f));
        network.Memory.Slot1.Span.ToArray().ShouldAllBe(value => value == 0);
        network.Layers.ShouldAllBe(layer => layer.Trainable);
    }
}
