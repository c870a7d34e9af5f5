using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Training.ScriptedLosses;

namespace GraphGen.Tests.Training.Callbacks;

/// <summary>A fit that a callback has stopped is over: its checkpoint says so, and no longer training follows from it.</summary>
public sealed class StoppedFitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("batch end 2.2")]
    [InlineData("epoch end 2")]
    [InlineData("epoch begin 3")]
    public void It_stays_stopped_where_it_is_resumed_with_or_without_that_callback(string moment)
    {
        TinyNetwork stopped = Network();
        History first = Trainer.Fit(stopped, LineData.Seven, Options with { Callbacks = [Stop(moment), new Checkpoint(Progress)] });
        (first.Ending, first.EndingReason).ShouldBe((FitEnding.Stopped, "enough"));

        foreach (ITrainingCallback[] callbacks in new ITrainingCallback[][] { [], [Stop(moment)], [new EarlyStopping()] })
        {
            TinyNetwork resumed = Network();
            History history = Trainer.Fit(resumed, LineData.Seven, Options with { Epochs = 20, Callbacks = callbacks }, Progress);

            (history.Ending, history.EndingReason, history.Epochs.Count).ShouldBe((FitEnding.Stopped, "enough", first.Epochs.Count));
            (resumed.A, resumed.B, resumed.Memory.Step).ShouldBe((stopped.A, stopped.B, stopped.Memory.Step));
        }
    }

    [Fact]
    public void It_stays_stopped_where_early_stopping_is_taken_away()
    {
        Trainer.Fit(Network(1, 2, 3), LineData.Seven, Options with { Callbacks = [new EarlyStopping { Patience = 2 }, new Checkpoint(Progress)] });
        TinyNetwork resumed = Network();

        History history = Trainer.Fit(resumed, LineData.Seven, Options, Progress);

        (history.Ending, history.BestEpoch, history.Epochs.Count).ShouldBe((FitEnding.Stopped, 1, 3));
        resumed.Memory.Step.ShouldBe(3u * Steps);
    }

    [Fact]
    public void A_new_fit_goes_on_from_what_it_left()
    {
        Trainer.Fit(Network(), LineData.Seven, Options with { Callbacks = [Stop("batch end 2.2"), new Checkpoint(Progress)] });
        TinyNetwork network = Network();

        CheckpointFile.Load(Progress, network, trainingState: true);

        Trainer.Fit(network, LineData.Seven, Options).Epochs.Count.ShouldBe(8);
        network.Memory.Step.ShouldBe(6u + (8 * Steps));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_checkpoint_is_written_whether_it_hears_of_the_epoch_before_or_after_the_callback_that_stops(bool isBefore)
    {
        var checkpoint = new Checkpoint(Progress) { Every = 5 };
        NotingCallback stop = Stop("epoch end 3");

        Trainer.Fit(Network(), LineData.Seven, Options with { Callbacks = isBefore ? [checkpoint, stop] : [stop, checkpoint] });

        TinyNetwork resumed = Network();
        Trainer.Fit(resumed, LineData.Seven, Options, Progress).Epochs.Count.ShouldBe(3);
    }

    [Fact]
    public void Histograms_look_after_every_nth_epoch_and_not_after_an_early_end()
    {
        IReadOnlyList<EpochStatistics>? seen = null;
        var network = new Curve(seed: 1);
        var data = new Dataset(RandomData.Floats(40, seed: 5), 4, RandomData.Floats(10, seed: 6), 1);
        ITrainingCallback[] callbacks = [new Histograms { Every = 3, Rows = 4 }, Stop("epoch end 4"), new LambdaCallback { FitEnd = run => seen = run.Statistics }];

        network.Fit(data, new FitOptions { Epochs = 9, Callbacks = callbacks });

        seen!.Select(statistics => statistics.Epoch).ShouldBe([3]);
    }

    private string Progress => _folder.PathOf("progress.safetensors");

    private static NotingCallback Stop(string moment) => When.Told(moment, run => run.Stop("enough"));
}
