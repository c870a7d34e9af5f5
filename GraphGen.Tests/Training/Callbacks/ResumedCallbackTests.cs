using System.Globalization;
using GraphGen.Execution;
using GraphGen.Tests.Data;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Training.ScriptedLosses;

namespace GraphGen.Tests.Training.Callbacks;

/// <summary>What callbacks have done to a fit, and what they remember of it, outlives its process, whichever moment that ends at.</summary>
public sealed class ResumedCallbackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("epoch end 1", "epoch begin 4")]
    [InlineData("epoch begin 2", "batch end 3.2")]
    [InlineData("batch end 1.1", "epoch end 2")]
    public void Layers_that_were_frozen_stay_so(string freeze, string thaw) => GoesOnFromEveryMoment(
        () => [When.Told(freeze, run => run.Network.Layers[0].Trainable = false), When.Told(thaw, run => run.Network.Layers[0].Trainable = true)]);

    [Fact]
    public void Layers_keep_the_rates_that_they_were_given() => GoesOnFromEveryMoment(
        () => [When.Told("batch end 2.2", run => run.Network.Layers[0].RateMultiplier = 0.25f), When.Told("epoch begin 4", run => run.Network.Layers[1].RateMultiplier = 2)]);

    [Fact]
    public void A_layer_that_was_frozen_before_a_fit_resumes_is_trained_where_it_was()
    {
        TinyNetwork whole = Network();
        Trainer.Fit(whole, LineData.Seven, Options with { Callbacks = [When.Told("batch end 2.3", run => run.Save(Progress))] });
        TinyNetwork resumed = Network();
        resumed.Layers[1].Trainable = false;

        Trainer.Fit(resumed, LineData.Seven, Options, Progress);

        resumed.Layers[1].Trainable.ShouldBeTrue();
        (resumed.A, resumed.B).ShouldBe((whole.A, whole.B));
    }

    [Fact]
    public void A_rate_that_follows_from_the_one_before_is_not_changed_twice_for_one_epoch() =>
        GoesOnFromEveryMoment(() => [new LambdaCallback { EpochBegin = run => run.RateFactor = run.Epoch % 3 == 1 ? 1 : run.RateFactor * 0.8f }]);

    [Fact]
    public void A_callback_of_ones_own_goes_on_with_its_state() => GoesOnFromEveryMoment(() => [new AlternatingRate(), new AlternatingRate()]);

    [Fact]
    public void Callbacks_keep_their_states_apart_whatever_their_types_are_called()
    {
        Trainer.Fit(
            Network(3, 1, 2, 2),
            LineData.Seven,
            Options with
            {
                Epochs = 4,
                Callbacks = [new EarlyStopping(), new EarlyStopping { RestoreBest = false }, new EarlyStopping2 { State = "mine" }, new Checkpoint(Progress)],
            });
        var mine = new EarlyStopping2();

        History history = Trainer.Fit(
            Network(3, 1, 2, 2, 2),
            LineData.Seven,
            Options with { Epochs = 5, Callbacks = [mine, new EarlyStopping { Patience = 4 }, new EarlyStopping { Patience = 3, RestoreBest = false }] },
            Progress);

        mine.State.ShouldBe("mine");
        history.BestEpoch.ShouldBe(2);
    }

    [Fact]
    public void Parameters_that_were_not_kept_cannot_be_restored_and_the_network_is_untouched()
    {
        Trainer.Fit(Network(), LineData.Seven, Options with { Epochs = 2, Callbacks = [new EarlyStopping { RestoreBest = false }, new Checkpoint(Progress)] });
        TinyNetwork network = Network();

        var failure = Should.Throw<CheckpointMismatchException>(
            () => Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [new EarlyStopping()] }, Progress));

        failure.Differences.ShouldBe(["EarlyStopping: RestoreBest is true, but the parameters of the best epoch were not kept."]);
        (network.A, network.B, network.Memory.Step).ShouldBe((0.5f, -0.75f, 0u));
    }

    [Fact]
    public void There_are_no_validation_predictions_before_the_first_validation()
    {
        List<int> lengths = [];
        Trainer.Fit(Network(), LineData.Seven, Options with { Epochs = 2, Callbacks = [new Checkpoint(Progress)] });

        Trainer.Fit(
            Network(),
            LineData.Seven,
            Options with { Epochs = 2, Callbacks = [new NotingCallback { Does = (_, run) => lengths.Add(run.ValidationPredictions.Length) }] },
            Progress);

        lengths.ShouldBe([0, 0]);
    }

    private string Progress => _folder.PathOf("progress.safetensors");

    private void GoesOnFromEveryMoment(Func<ITrainingCallback[]> callbacks)
    {
        FitOptions options = Options with { Epochs = 5 };
        TinyNetwork whole = Network();
        History history = Trainer.Fit(whole, LineData.Seven, options with { Callbacks = [.. callbacks(), When.AlwaysSaves(_folder.PathOf)] });
        string[] files = Directory.GetFiles(_folder.FullName);
        files.Length.ShouldBe(1 + (5 * (Steps + 2)));
        foreach (string file in files)
        {
            TinyNetwork resumed = Network();

            History rest = Trainer.Fit(resumed, LineData.Seven, options with { Callbacks = callbacks() }, file);

            (resumed.A, resumed.B, resumed.Memory.Step).ShouldBe((whole.A, whole.B, whole.Memory.Step), file);
            rest.Epochs.Select(epoch => (epoch.Loss, epoch.LearningRate)).ShouldBe(history.Epochs.Select(epoch => (epoch.Loss, epoch.LearningRate)), file);
            resumed.Layers.Select(layer => layer.Trainable).ShouldBe(whole.Layers.Select(layer => layer.Trainable), file);
        }
    }

    /// <summary>Halves the rate in every other epoch, as it counts them itself.</summary>
    private sealed class AlternatingRate : IEpochCallback, IResumableCallback
    {
        private int _epochs;

        public string State => _epochs.ToString(CultureInfo.InvariantCulture);

        public void OnFitBegin(TrainingRun run) => _epochs = 0;

        public void OnEpochBegin(TrainingRun run) => run.RateFactor *= _epochs++ % 2 == 0 ? 0.5f : 1.5f;

        public void Restore(string state) => _epochs = int.Parse(state, CultureInfo.InvariantCulture);
    }

    /// <summary>Called as the second of the house's own would be, were they numbered without a sign between.</summary>
    private sealed class EarlyStopping2 : IResumableCallback
    {
        public string State { get; set; } = "";

        public void Restore(string state) => State = state;
    }
}
