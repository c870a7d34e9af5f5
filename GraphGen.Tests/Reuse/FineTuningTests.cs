using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.Training;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Reuse;

public sealed class FineTuningTests
{
    private static readonly Dataset Data = ReuseData.Classes(3);
    private static readonly FitOptions Options = new() { Epochs = 2, BatchSize = 8, LearningRate = 0.1f, Validation = Data[..6] };

    [Fact]
    public void The_head_is_trained_first_and_then_the_top_two_layers_at_a_tenth_of_the_rate()
    {
        var network = new Teacher(seed: 1);

        FineTuneResult result = network.FineTune(Data, Options);

        result.Stages.Select(stage => string.Join(' ', stage.TrainedLayers)).ShouldBe(["output", "hidden2 output"]);
        result.Stages.Select(stage => stage.History.Epochs[^1].LearningRate).ShouldBe([0.1f, 0.1f * 0.1f]);
        result.Stages.ShouldAllBe(stage => stage.History.Epochs.Count == 2 && stage.History.ValidationLoss.Count == 2);
        result.ToString().ShouldStartWith("stage 1: output: epoch 2: loss ");
    }

    [Fact]
    public void Parameters_that_are_exchanged_with_their_averages_are_not_lost()
    {
        var network = new AveragedPair(seed: 1);
        float[] inputs = [1, 2, 3, 4, 5], targets = [1, 2];
        network.TrainStep(inputs, targets, 0.1f);
        network.TrainStep(inputs, targets, 0.1f);
        Dictionary<string, float[]> own = Pairs.Values(network);
        network.SwapAverages();

        Should.Throw<InvalidOperationException>(() => network.FineTune(new Dataset(inputs, 5, targets, 2))).Message.ShouldContain("SwapAverages");
        Should.Throw<InvalidOperationException>(() => network.CopyLayersFrom(new AveragedPair(seed: 2), "hidden")).Message.ShouldContain("SwapAverages");

        network.SwapAverages();
        foreach ((string name, float[] values) in own)
        {
            Pairs.Values(network.Parameters[name]).ShouldBe(values, name);
        }
    }

    [Fact]
    public void Layer_by_layer_unfreezes_one_more_in_each_stage_with_the_normalisation_above_it()
    {
        var network = new Teacher(seed: 1);

        network.FineTune(Data, Options, FineTuneOptions.LayerByLayer(3)).Stages.Select(stage => string.Join(' ', stage.TrainedLayers))
            .ShouldBe(["output", "hidden2 output", "hidden1 batchnorm1 hidden2 output"]);
    }

    [Fact]
    public void Every_part_of_a_stage_counts()
    {
        var network = new Tuned(seed: 1);
        var heard = new List<string>();
        ITrainingCallback all = Noting("all"), own = Noting("own");
        FineTuneOptions stages = new()
        {
            Stages =
            [
                FineTuneStage.Top(3) with { Epochs = 1, LayerRateFactor = 0.5f },
                FineTuneStage.Matching("hidden2|output") with { Epochs = 3, RateFactor = 0.5f, Callbacks = [own] },
            ],
        };
        network.Hidden2.RateMultiplier = 2;

        FineTuneResult result = network.FineTune(Data, Options with { Callbacks = [all], Schedule = LearningRateSchedule.Constant(0.25) }, stages);

        heard.ShouldBe(["all 0.25: 0.25 0.25 1 1", "own 0.125: 1 1 2 1", "own 0.125: 1 1 2 1", "own 0.125: 1 1 2 1"]);
        result.Stages[1].TrainedLayers.ShouldBe(["hidden2", "output"]);
        stages.ToString().ShouldBe(
            "FineTuneOptions { Stages = [top 3, epochs 1, rate x 1, x 0.5 from layer to layer; 'hidden2|output', epochs 3, rate x 0.5], KeepLastStage = False }");

        ITrainingCallback Noting(string name) => new LambdaCallback
        {
            EpochEnd = (run, record) => heard.Add(FormattableString.Invariant(
                $"{name} {record.LearningRate}: {string.Join(' ', run.Network.Layers.Select(layer => FormattableString.Invariant($"{layer.RateMultiplier}")))}")),
        };
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Layers_are_afterwards_what_they_were_or_what_the_last_stage_left(bool keepLastStage)
    {
        var network = new Tuned(seed: 1);
        network.Hidden1.Trainable = false;
        network.Output.RateMultiplier = 3;
        FineTuneOptions stages = new() { Stages = [FineTuneStage.Top(2) with { LayerRateFactor = 0.25f }], KeepLastStage = keepLastStage };

        network.FineTune(Data, Options, stages);

        network.Layers().Select(layer => layer.Trainable).ShouldBe(keepLastStage ? [false, false, true, true] : [false, true, true, true]);
        network.Layers().Select(layer => layer.RateMultiplier).ShouldBe(keepLastStage ? [0.0625f, 0.0625f, 0.25f, 3] : [1, 1, 1, 3]);
    }

    [Fact]
    public void A_stage_that_stops_early_is_followed_by_the_next_but_a_canceled_one_is_the_last()
    {
        var stopping = new LambdaCallback { EpochEnd = (run, _) => run.Stop("enough") };
        new Tuned(seed: 1).FineTune(Data, Options with { Callbacks = [stopping] }).Stages
            .Select(stage => (stage.History.Ending, stage.History.Epochs.Count)).ShouldBe([(FitEnding.Stopped, 1), (FitEnding.Stopped, 1)]);

        using var source = new CancellationTokenSource();
        var canceling = new LambdaCallback { EpochEnd = (_, _) => source.Cancel() };
        new Tuned(seed: 1).FineTune(Data, Options with { Callbacks = [canceling], CancellationToken = source.Token }).Stages
            .Single().History.Ending.ShouldBe(FitEnding.Canceled);
    }

    [Fact]
    public void Early_stopping_goes_back_to_the_best_epoch_of_its_stage()
    {
        // The second epoch is the best one of each stage.
        double[] script = [1, 3, 2, 0, 0, 0];
        int epoch = 0;
        Metric scripted = Metric.Of("scripted", isHigherBetter: true, (_, _) => script[epoch++]);
        var network = new Tuned(seed: 1);
        var bits = new List<int[]>();
        var noting = new LambdaCallback { FitBegin = _ => epoch = 0, EpochEnd = (_, _) => bits.Add(ReuseData.Bits(network, _ => true)) };
        var stopping = new EarlyStopping { Monitor = MonitoredValue.Of(scripted), Patience = 2 };
        int[]? second = null;
        var beginning = new LambdaCallback { FitBegin = _ => second = ReuseData.Bits(network, _ => true) };

        FineTuneResult result = network.FineTune(
            Data,
            Options with { Epochs = 6, Metrics = [scripted] },
            new() { Stages = [FineTuneStage.Top(1) with { Callbacks = [noting, stopping] }, FineTuneStage.Top(2) with { Callbacks = [beginning, noting, stopping] }] });

        result.Stages.Select(stage => (stage.History.BestEpoch, stage.History.Epochs.Count)).ShouldBe([(2, 4), (2, 4)]);
        bits.Count.ShouldBe(8);
        bits[1].ShouldNotBe(bits[3]);
        second.ShouldBe(bits[1]);
        ReuseData.Bits(network, _ => true).ShouldBe(bits[5]);
    }

    [Fact]
    public void A_dry_run_leaves_the_network_as_it_was_to_the_bit()
    {
        var network = new Teacher(seed: 1);
        network.Fit(Data, Options);
        var before = new TrainingSnapshot(network);

        network.FineTune(Data, Options with { DryRun = true }).Stages.Count.ShouldBe(2);

        before.Matches().ShouldBeTrue();
        network.Layers().ShouldAllBe(layer => layer.Trainable);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_rehearsal_keeps_no_stage(bool dryRun, bool overfit)
    {
        var network = new Tuned(seed: 1);
        FineTuneOptions stages = new() { Stages = [FineTuneStage.Top(1) with { LayerRateFactor = 0.5f }], KeepLastStage = true };

        network.FineTune(Data, new FitOptions { Epochs = 300, BatchSize = 2, LearningRate = 0.05f, DryRun = dryRun, OverfitOneBatch = overfit }, stages);

        network.Layers().ShouldAllBe(layer => layer.Trainable && layer.RateMultiplier == 1);
    }

    [Fact]
    public void Layers_that_are_tied_to_others_have_no_weights_to_count()
    {
        var network = new TiedMiddle(seed: 1);
        float[] rates = [];
        var noting = new LambdaCallback { EpochEnd = (run, _) => rates = [.. run.Network.Layers.Select(layer => layer.RateMultiplier)] };

        FineTuneResult result = network.FineTune(
            Data, Options, new() { Stages = [FineTuneStage.Top(1), FineTuneStage.Top(2), FineTuneStage.Top(3) with { LayerRateFactor = 0.5f, Callbacks = [noting] }] });

        result.Stages.Select(stage => string.Join(' ', stage.TrainedLayers)).ShouldBe(["output", "code wide output", "hidden1 code wide output"]);
        rates.ShouldBe([0.25f, 0.5f, 0.5f, 1]);
        Should.Throw<ArgumentException>(() => network.FineTune(Data, Options, new() { Stages = [FineTuneStage.Top(4)] })).Message
            .ShouldContain("has 3 with weights of their own: train fewer: hidden1, code, output");
    }

    [Fact]
    public void A_failure_gives_the_layers_back()
    {
        var network = new Tuned(seed: 1);
        var failing = new LambdaCallback { EpochEnd = (_, _) => throw new InvalidOperationException("no more") };

        FineTuneException failure = Should.Throw<FineTuneException>(
            () => network.FineTune(Data, Options with { Callbacks = [failing] }, new() { KeepLastStage = true }));

        failure.Message.ShouldBe("Stage 1 (top 1, epochs as the fit's, rate x 1) failed: no more");
        failure.InnerException.ShouldBeOfType<InvalidOperationException>();

        network.Layers().ShouldAllBe(layer => layer.Trainable && layer.RateMultiplier == 1);
    }

    [Theory]
    [InlineData("metric")]
    [InlineData("monitor")]
    [InlineData("schedule")]
    [InlineData("file")]
    [InlineData("two writers")]
    public void What_a_later_stage_cannot_do_is_found_out_before_the_first_one_is_trained(string fault)
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("log.csv"), missing = folder.PathOf("none/log.csv");
        var network = new Tuned(seed: 1);
        network.Fit(Data, Options);
        var before = new TrainingSnapshot(network);
        bool hasBegun = false;
        ITrainingCallback[] own = fault switch
        {
            "monitor" => [new EarlyStopping()],
            "file" => [new CsvLog(missing)],
            "two writers" => [new CsvLog(path), new Checkpoint(path)],
            _ => [],
        };
        FitOptions options = Options with
        {
            Validation = fault == "metric" ? Data : null,
            Metrics = fault == "metric" ? [Metric.R2] : [],
            Schedule = fault == "schedule" ? LearningRateSchedule.WarmUp(3) : null,
            Callbacks = [new LambdaCallback { FitBegin = _ => hasBegun = true }],
        };

        Exception refusal = Should.Throw<Exception>(
            () => network.FineTune(Data, options, new() { Stages = [FineTuneStage.Top(1), FineTuneStage.Top(2) with { Callbacks = own }] }));

        refusal.ShouldBeOfType(fault switch { "schedule" => typeof(InvalidOperationException), "file" => typeof(OutputFileException), _ => typeof(ArgumentException) });
        hasBegun.ShouldBeFalse();
        before.Matches().ShouldBeTrue();
        Directory.GetFileSystemEntries(folder.FullName).ShouldBeEmpty();
        network.Layers().ShouldAllBe(layer => layer.Trainable);
    }

    [Fact]
    public void A_stage_that_fails_is_named_with_those_that_had_finished()
    {
        var network = new Tuned(seed: 1);
        var spoiling = new LambdaCallback { BatchEnd = _ => network.Output.Bias!.CopyFrom([float.NaN, 0, 0]) };

        FineTuneException failure = Should.Throw<FineTuneException>(
            () => network.FineTune(Data, Options, new() { Stages = [FineTuneStage.Top(1), FineTuneStage.Top(2) with { Callbacks = [spoiling] }] }));

        failure.Stage.ShouldBe(2);
        failure.Finished.Stages.ShouldHaveSingleItem().History.Epochs.Count.ShouldBe(2);
        failure.InnerException.ShouldBeOfType<TrainingDivergedException>();
        network.Parameters.ShouldAllBe(parameter => Pairs.Values(parameter).All(float.IsFinite));
    }

    [Fact]
    public void A_first_stage_that_makes_no_step_leaves_everything_as_it_was()
    {
        var network = new Tuned(seed: 1);
        network.Fit(Data, Options);
        var before = new TrainingSnapshot(network);
        var failing = new LambdaCallback { FitBegin = _ => throw new InvalidOperationException("not today") };

        Should.Throw<FineTuneException>(() => network.FineTune(Data, Options with { Callbacks = [failing] })).Stage.ShouldBe(1);

        before.Matches().ShouldBeTrue();
    }

    [Fact]
    public void What_a_network_cannot_do_is_refused_before_anything_changes()
    {
        var network = new Tuned(seed: 1);
        int[] before = ReuseData.Bits(network, _ => true);

        Refusal(new() { Stages = [FineTuneStage.Top(1), FineTuneStage.Top(4)] }).ShouldBe(
            "Stage 2 trains the top 4 layers, but Tuned has 3 with weights of their own: train fewer: hidden1, hidden2, output. (Parameter 'Stages')");
        Refusal(new() { Stages = [FineTuneStage.Matching("hiden1")] }).ShouldContain("Did you mean 'hidden1'?");
        Should.Throw<ArgumentException>(() => network.FineTune(new Dataset(new float[5], 5, [0]), Options)).ParamName.ShouldBe("train");
        ReuseData.Bits(network, _ => true).ShouldBe(before);

        Should.Throw<ArgumentException>(() => new FrozenHead().FineTune(Data, Options)).Message.ShouldContain("no head to train, since 'output' was declared frozen");
        Should.Throw<ArgumentException>(() => new FrozenHead().FineTune(Data, Options, new() { Stages = [FineTuneStage.Matching("output")] }))
            .Message.ShouldContain("Stage 1 of FrozenHead has nothing to train");

        string Refusal(FineTuneOptions stages) => Should.Throw<ArgumentException>(() => network.FineTune(Data, Options, stages)).Message;
    }

    [Fact]
    public void A_fit_does_not_fine_tune_its_own_network()
    {
        var network = new Tuned(seed: 1);
        var nested = new LambdaCallback { EpochEnd = (_, _) => network.FineTune(Data) };

        Should.Throw<InvalidOperationException>(() => network.Fit(Data, Options with { Callbacks = [nested] })).Message.ShouldContain("being fitted already");

        network.Layers().ShouldAllBe(layer => layer.Trainable);
    }

    [Fact]
    public void Settings_out_of_their_range_are_refused_at_once()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => FineTuneStage.Top(0)).ParamName.ShouldBe("layers");
        Should.Throw<ArgumentException>(() => FineTuneStage.Matching("(")).ParamName.ShouldBe("pattern");
        Should.Throw<ArgumentOutOfRangeException>(() => FineTuneStage.Top(1) with { Epochs = 0 }).ParamName.ShouldBe("Epochs");
        Should.Throw<ArgumentException>(() => FineTuneStage.Top(1) with { Callbacks = [null!] }).ParamName.ShouldBe("Callbacks");
        Should.Throw<ArgumentException>(() => new FineTuneOptions { Stages = [] }).ParamName.ShouldBe("Stages");
        Should.Throw<ArgumentException>(() => new FineTuneOptions { Stages = [null!] }).ParamName.ShouldBe("Stages");
        Should.Throw<ArgumentOutOfRangeException>(() => FineTuneOptions.LayerByLayer(0)).ParamName.ShouldBe("layers");
        foreach (float factor in new[] { 0, -1, float.NaN, float.PositiveInfinity })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => FineTuneStage.Top(1) with { RateFactor = factor }).ParamName.ShouldBe("RateFactor");
            Should.Throw<ArgumentOutOfRangeException>(() => FineTuneStage.Top(1) with { LayerRateFactor = factor }).ParamName.ShouldBe("LayerRateFactor");
            Should.Throw<ArgumentOutOfRangeException>(() => FineTuneOptions.LayerByLayer(1, factor)).Message.ShouldContain("finite and above 0. (Parameter 'rateFactor')");
        }
    }
}
