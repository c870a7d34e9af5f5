using System.Text.Json;
using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training.Callbacks;

/// <summary>What is written about a fit.</summary>
public sealed class LogTests : IDisposable
{
    private static readonly FitOptions Options = new() { Epochs = 3, BatchSize = 2, LearningRate = 0.1f };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_regression_without_validation_has_the_columns_that_it_has()
    {
        using var culture = new Culture();
        string path = _folder.PathOf("log.csv");

        History history = Trainer.Fit(new TinyNetwork(), LineData.Seven, Options with { Callbacks = [new CsvLog(path)] });

        string[] lines = File.ReadAllLines(path);
        lines[0].ShouldBe("epoch,loss,learning_rate,seconds,samples_per_second");
        lines.Length.ShouldBe(4);
        for (int epoch = 1; epoch <= 3; epoch++)
        {
            EpochRecord record = history.Epochs[epoch - 1];
            lines[epoch].ShouldBe(FormattableString.Invariant($"{epoch},{record.Loss},{record.LearningRate},{record.Seconds},{record.SamplesPerSecond}"));
        }

        history.SaveCsv(_folder.PathOf("history.csv"));
        File.ReadAllText(_folder.PathOf("history.csv")).ShouldBe(File.ReadAllText(path));
    }

    [Fact]
    public void A_classifier_with_validation_and_metrics_has_all_columns()
    {
        string path = _folder.PathOf("log.csv");
        var data = new Dataset(new float[4], 1, [0, 1, 2, 0]);
        Trainer.Fit(new FakeNetwork(), data, new FitOptions { Validation = data, Metrics = [Metric.TopK(2)], Callbacks = [new CsvLog(path)] });

        File.ReadAllLines(path)[0].ShouldBe("epoch,loss,accuracy,validation_loss,validation_accuracy,learning_rate,seconds,samples_per_second,validation_top2_accuracy");
    }

    [Fact]
    public void A_log_that_cannot_be_written_for_a_while_costs_no_training()
    {
        string folder = _folder.PathOf("logs"), path = Path.Combine(folder, "log.csv");
        Directory.CreateDirectory(folder);
        var breaks = new LambdaCallback
        {
            EpochBegin = run => When(run.Epoch == 2, () => Directory.Move(folder, folder + "2")),
            EpochEnd = (run, _) => When(run.Epoch == 2, () => Directory.Move(folder + "2", folder)),
        };

        Trainer.Fit(new TinyNetwork(), LineData.Seven, Options with { Callbacks = [new CsvLog(path), breaks] });

        File.ReadAllLines(path).Length.ShouldBe(4);

        static void When(bool isTime, Action action)
        {
            if (isTime)
            {
                action();
            }
        }
    }

    [Fact]
    public void A_log_that_is_missing_its_end_says_so_and_the_history_is_not_lost()
    {
        string folder = _folder.PathOf("logs");
        Directory.CreateDirectory(folder);
        var network = new TinyNetwork();
        var breaks = new LambdaCallback { EpochBegin = _ => Directory.Delete(folder, recursive: true) };
        OutputFileException failure = Should.Throw<OutputFileException>(
            () => Trainer.Fit(network, LineData.Seven, Options with { Epochs = 1, Callbacks = [breaks, new CsvLog(Path.Combine(folder, "log.csv"))] }));

        failure.History!.Epochs.Count.ShouldBe(1);
        failure.History.Ending.ShouldBe(FitEnding.Completed);
    }

    [Fact]
    public void A_resumed_fit_writes_the_epochs_before_too()
    {
        string log = _folder.PathOf("log.csv");
        string path = _folder.PathOf("line.safetensors");
        Trainer.Fit(new TinyNetwork(), LineData.Seven, Options with { Epochs = 2, Callbacks = [new Checkpoint(path)] });

        Trainer.Fit(new TinyNetwork(), LineData.Seven, Options with { Callbacks = [new CsvLog(log)] }, path);

        File.ReadAllLines(log).Select(line => line.Split(',')[0]).ShouldBe(["epoch", "1", "2", "3"]);
    }

    [Fact]
    public void Json_holds_the_same_numbers_to_the_bit_and_how_the_fit_ended()
    {
        using var culture = new Culture();
        string path = _folder.PathOf("history.json");
        History history = Trainer.Fit(
            new TinyNetwork(), LineData.Seven, Options with { Validation = LineData.Seven, Callbacks = [new LambdaCallback { EpochEnd = (run, record) => Stop(run, record) }] });

        history.SaveJson(path);

        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement root = document.RootElement;
        root.GetProperty("ending").GetString().ShouldBe("Stopped");
        root.GetProperty("ending_reason").GetString().ShouldBe("that is \"enough\"");
        root.GetProperty("best_epoch").ValueKind.ShouldBe(JsonValueKind.Null);
        JsonElement[] epochs = [.. root.GetProperty("epochs").EnumerateArray()];
        epochs.Select(epoch => epoch.GetProperty("loss").GetSingle()).ShouldBe(history.Loss);
        epochs.Select(epoch => epoch.GetProperty("validation_loss").GetSingle()).ShouldBe(history.ValidationLoss);
        epochs[0].GetProperty("accuracy").ValueKind.ShouldBe(JsonValueKind.Null);

        static void Stop(TrainingRun run, EpochRecord record)
        {
            if (record.Epoch == 2)
            {
                run.Stop("that is \"enough\"");
            }
        }
    }

    [Fact]
    public void A_metric_is_found_by_its_name_and_a_wrong_name_lists_those_that_there_are()
    {
        var data = new Dataset(new float[4], 1, [0, 1, 2, 0]);
        History history = Trainer.Fit(new FakeNetwork(), data, new FitOptions { Epochs = 2, Validation = data, Metrics = [Metric.TopK(2), Metric.F1()] });

        history["top2_accuracy"].Count.ShouldBe(2);
        history.Epochs[0].Metrics.Keys.ShouldBe(["top2_accuracy", Metric.F1().Name]);
        Should.Throw<KeyNotFoundException>(() => history["top3"]).Message.ShouldContain("There are: top2_accuracy, ");
        history.ToString().ShouldContain("top2_accuracy");
        history.ToString().ShouldEndWith(", Completed");
    }

    [Fact]
    public void Histograms_look_into_the_network_after_the_epochs_that_were_asked_for_and_the_last()
    {
        IReadOnlyList<EpochStatistics>? seen = null;
        var look = new LambdaCallback { FitEnd = run => seen = run.Statistics };
        var network = new Curve(seed: 1);
        var data = new Dataset(RandomData.Floats(40, seed: 5), 4, RandomData.Floats(10, seed: 6), 1);

        network.Fit(data, Options with { Epochs = 5, Callbacks = [new Histograms { Every = 3, Rows = 4 }, look] });

        seen!.Select(statistics => statistics.Epoch).ShouldBe([3, 5]);
        seen![0].Network.Rows.ShouldBe(4);
        seen[1].Network.Layers.Select(layer => layer.Name).ShouldBe(["dense1", "dense2", "dense3"]);
        float[] bias = new float[1];
        network.Parameters["dense3.bias"].CopyTo(bias);
        seen[1].Network["dense3"].Parameters[1].Values.Maximum.ShouldBe(bias[0]);
        Should.Throw<ArgumentOutOfRangeException>(() => new Histograms { Every = 0 }).ParamName.ShouldBe("Every");
        Should.Throw<ArgumentOutOfRangeException>(() => new Histograms { Rows = 0 }).ParamName.ShouldBe("Rows");
    }

    [Fact]
    public void Progress_is_told_after_each_epoch_and_seldom_between()
    {
        List<TrainingProgress> reports = [];
        History history = Trainer.Fit(
            new TinyNetwork(), LineData.Seven, Options with { Validation = LineData.Seven, Progress = new Direct(reports.Add) });

        reports.Where(report => report.Record is not null).Select(report => report.Record).ShouldBe(history.Epochs);
        reports.Count.ShouldBeLessThan(3 + 12);
        TrainingProgress last = reports[^1];
        (last.Epoch, last.Epochs, last.Batch, last.Batches, last.Share, last.Remaining).ShouldBe((3, 3, 4, 4, 1, TimeSpan.Zero));
        (last.Loss, last.LearningRate).ShouldBe((history.Loss[2], 0.1f));
        reports.Select(report => report.Elapsed).ShouldBeInOrder();
    }

    private sealed class Direct(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
