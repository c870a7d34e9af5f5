using GraphGen.Execution;
using GraphGen.Tests.Data;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Training.ScriptedLosses;

namespace GraphGen.Tests.Training;

/// <summary>When the check of one mini-batch has nothing to object to, and when it is no check.</summary>
public sealed class OverfitCheckTests : IDisposable
{
    private static readonly FitOptions Check = new() { Epochs = 50, BatchSize = 2, LearningRate = 1e-4f, OverfitOneBatch = true };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_network_that_knows_the_rows_already_passes()
    {
        // y = -0.999 x, where y = -x is to be learned: too little is left to become ten times better in a few steps.
        var network = new TinyNetwork { A = 1, B = -0.999f };
        network.ParametersChanged();

        History history = Trainer.Fit(network, LineData.Seven, Check with { Epochs = 3 });

        history.Loss[^1].ShouldBeGreaterThan(0.9f * history.Loss[0]);
        (network.A, network.B).ShouldBe((1, -0.999f));
    }

    [Fact]
    public void A_check_that_is_canceled_returns_without_a_verdict()
    {
        using var source = new CancellationTokenSource();
        var network = new TinyNetwork
        {
            AfterStep = tiny =>
            {
                if (tiny.Memory.Step == 2)
                {
                    source.Cancel();
                }
            },
        };

        History history = Trainer.Fit(network, LineData.Seven, Check with { CancellationToken = source.Token });

        history.Ending.ShouldBe(FitEnding.Canceled);
        (network.A, network.B, network.Memory.Step).ShouldBe((0.5f, -0.75f, 0u));
    }

    [Fact]
    public void It_does_not_go_on_from_a_checkpoint()
    {
        string path = _folder.PathOf("progress.safetensors");
        Trainer.Fit(Network(), LineData.Seven, Options with { Callbacks = [new Checkpoint(path)] });
        TinyNetwork network = Network();

        Should.Throw<ArgumentException>(() => Trainer.Fit(network, LineData.Seven, Options with { OverfitOneBatch = true }, path))
            .Message.ShouldContain("begins anew: leave out OverfitOneBatch or resumeFrom");

        network.Data.ShouldBeEmpty();
    }
}
