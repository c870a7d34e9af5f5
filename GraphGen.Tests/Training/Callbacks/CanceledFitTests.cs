using GraphGen.Execution;
using GraphGen.Tests.Data;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Training.ScriptedLosses;

namespace GraphGen.Tests.Training.Callbacks;

/// <summary>Whenever a fit is canceled, its network is at the best epoch so far, and its checkpoint goes on as if nothing had happened.</summary>
public sealed class CanceledFitTests : IDisposable
{
    /// <summary>With a patience of two the fit ends after the sixth epoch, and the fourth is the best.</summary>
    private static readonly double[] Losses = [3, 1, 2, 0.5, 4, 5, 6, 7];

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _source = new();

    public void Dispose()
    {
        _source.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("batch begin 1.3", null, 3)]
    [InlineData("batch begin 2.1", 1, 5)]
    [InlineData("batch begin 3.2", 2, 10)]
    [InlineData("batch begin 4.4", 2, 16)]
    [InlineData("batch begin 6.3", 4, 23)]
    public void In_the_middle_of_an_epoch_it_goes_back_to_the_best_one(string moment, int? best, int steps)
    {
        TinyNetwork network = Network(Losses);

        History history = Fit(network, When.Told(moment, _ => _source.Cancel()));

        (history.Ending, history.BestEpoch, history.Epochs.Count).ShouldBe((FitEnding.Canceled, best, (steps - 1) / Steps));
        IsAfter(best * Steps ?? steps, network);
        GoesOnToTheEnd();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 4)]
    [InlineData(6, 4)]
    public void During_validation_it_counts_the_epoch_and_tells_the_callbacks(int epoch, int best)
    {
        var network = new TinyNetwork
        {
            EvaluationLoss = (tiny, _) =>
            {
                if (tiny.Memory.Step == epoch * Steps)
                {
                    _source.Cancel();
                }

                return Of(tiny, Losses);
            },
        };

        History history = Fit(network);

        (history.Ending, history.BestEpoch, history.Epochs.Count).ShouldBe((FitEnding.Canceled, best, epoch));
        IsAfter(best * Steps, network);
        GoesOnToTheEnd();
    }

    [Fact]
    public void A_checkpoint_of_the_best_epochs_alone_is_not_written()
    {
        string path = _folder.PathOf("best.safetensors");
        ITrainingCallback[] callbacks = [new Checkpoint(path) { BestOnly = true }, When.Told("batch begin 1.3", _ => _source.Cancel())];

        Trainer.Fit(Network(Losses), LineData.Seven, Options with { CancellationToken = _source.Token, Callbacks = callbacks })
            .Ending.ShouldBe(FitEnding.Canceled);

        File.Exists(path).ShouldBeFalse();
    }

    private string Progress => _folder.PathOf("progress.safetensors");

    private History Fit(TinyNetwork network, params ITrainingCallback[] cancel) => Trainer.Fit(
        network,
        LineData.Seven,
        Options with { CancellationToken = _source.Token, Callbacks = [new EarlyStopping { Patience = 2 }, new Checkpoint(Progress), .. cancel] });

    private void GoesOnToTheEnd()
    {
        TinyNetwork resumed = Network(Losses);

        History history = Trainer.Fit(resumed, LineData.Seven, Options with { Callbacks = [new EarlyStopping { Patience = 2 }] }, Progress);

        (history.Ending, history.BestEpoch, history.Epochs.Count).ShouldBe((FitEnding.Stopped, 4, 6));
        IsAfter(4 * Steps, resumed);
    }

    private static void IsAfter(int steps, TinyNetwork network)
    {
        TinyNetwork expected = LineData.After(steps, Options, _ => Options.LearningRate);
        (network.A, network.B, network.Memory.Step).ShouldBe((expected.A, expected.B, expected.Memory.Step));
        network.Memory.Slot1.Span.SequenceEqual(expected.Memory.Slot1.Span).ShouldBeTrue();
    }
}
