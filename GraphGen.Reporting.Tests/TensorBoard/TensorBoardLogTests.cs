using GraphGen.Reporting.TensorBoard;
using GraphGen.Reporting.Tests.Html;
using GraphGen.Reporting.Tests.Live;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.TensorBoard;

/// <summary>What TensorBoard will find, read back by <see cref="EventReader"/>. Numbers are those of the public messages' fields.</summary>
public sealed class TensorBoardLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A folder that is not made yet.</summary>
    private string Run => _folder["run"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_named_and_begun_as_TensorBoard_expects()
    {
        var clock = new ManualClock();

        Fits.Run(Fits.Options(1, new TensorBoardLog(Run, clock)));

        string path = Directory.GetFiles(Run).ShouldHaveSingleItem();
        Path.GetFileName(path).ShouldStartWith($"events.out.tfevents.{clock.GetUtcNow().ToUnixTimeSeconds()}.");
        Message first = EventReader.Read(path)[0];
        first.Text(3).ShouldBe("brain.Event:2");
        first.Number(2).ShouldBe(0);
        first.Double(1).ShouldBe(clock.GetUtcNow().ToUnixTimeSeconds());
    }

    [Fact]
    public void The_figures_of_each_epoch_are_scalars_at_its_step()
    {
        FitOptions options = Fits.Options(3, new TensorBoardLog(Run)) with { Metrics = [Metric.TopK(2)] };

        History history = Fits.Run(options);

        (long Step, string Tag, Message Value)[] scalars = [.. Values().Where(value => value.Value.Has(2))];
        scalars.Length.ShouldBe(3 * 8);
        foreach (EpochRecord epoch in history.Epochs)
        {
            scalars.Where(scalar => scalar.Step == epoch.Epoch).Select(scalar => (scalar.Tag, scalar.Value.Float(2))).ShouldBe(
                [
                    ("loss/train", epoch.Loss),
                    ("loss/validation", epoch.ValidationLoss!.Value),
                    ("accuracy/train", epoch.Accuracy),
                    ("accuracy/validation", epoch.ValidationAccuracy!.Value),
                    ("metrics/top2_accuracy", (float)epoch.Metrics["top2_accuracy"]),
                    ("training/learning_rate", epoch.LearningRate),
                    ("training/samples_per_second", (float)epoch.SamplesPerSecond),
                    ("training/epoch_seconds", (float)epoch.Seconds),
                ]);
        }
    }

    [Fact]
    public void What_a_fit_does_not_measure_is_left_out()
    {
        var data = new Dataset([0f, 0, 1, 0], inputSize: 2, targets: [0f, 1], targetSize: 1);

        new Slope().Fit(data, new FitOptions { Callbacks = [new TensorBoardLog(Run)] });

        Values().Where(value => value.Value.Has(2)).Select(value => value.Tag)
            .ShouldBe(["loss/train", "training/learning_rate", "training/samples_per_second", "training/epoch_seconds"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Layers_have_histograms_whichever_callback_comes_first(bool isLogFirst)
    {
        IReadOnlyList<EpochStatistics> statistics = [];
        ITrainingCallback[] callbacks = [new TensorBoardLog(Run), new Histograms()];
        var keeping = new LambdaCallback { FitEnd = run => statistics = run.Statistics };

        Fits.Run(Fits.Options(2, [.. isLogFirst ? callbacks : callbacks.Reverse(), keeping]));

        var written = Values().Where(value => value.Value.Has(5)).ToDictionary(value => (value.Step, value.Tag), value => value.Value.Only(5));
        written.Keys.Where(key => key.Step == 2).Select(key => key.Tag).ShouldBe(
            [
                "dense1/outputs", "dense1/gradients", "dense1/weights", "dense1/weight_gradients",
                "batchnorm1/outputs", "batchnorm1/gradients",
                "dense2/outputs", "dense2/gradients", "dense2/weights", "dense2/weight_gradients",
            ],
            ignoreOrder: true);
        foreach (EpochStatistics epoch in statistics)
        {
            LayerStatistics layer = epoch.Network["dense1"];
            ShouldBe(written[(epoch.Epoch, "dense1/outputs")], layer.Outputs);
            ShouldBe(written[(epoch.Epoch, "dense1/gradients")], layer.Gradients);
            ShouldBe(written[(epoch.Epoch, "dense1/weights")], layer.Weights!);
            ShouldBe(written[(epoch.Epoch, "dense1/weight_gradients")], layer.WeightGradients!);
        }
    }

    [Fact]
    public void Equal_elements_make_one_bucket_and_those_that_are_not_finite_none()
    {
        LayerStatistics layer = LayerOf(TensorStatistics.Of([3, 3, float.NaN]), TensorStatistics.Of([float.NaN]));

        Summary summary = Summaries.Of(new NetworkStatistics("Any", rows: 1, loss: 0, [layer]));

        Summary.Types.Value value = summary.Value.ShouldHaveSingleItem();
        value.Tag.ShouldBe("any/outputs");
        value.Histo.BucketLimit.ShouldBe([3.0]);
        value.Histo.Bucket.ShouldBe([2.0]);
        (value.Histo.Num, value.Histo.Sum, value.Histo.SumSquares).ShouldBe((2, 6, 18));
    }

    [Fact]
    public void Settings_and_declaration_are_a_page_of_text()
    {
        Fits.Run(Fits.Options(1, new TensorBoardLog(Run)) with { Seed = 17 });

        Message value = Values().Single(value => value.Tag == "hyperparameters").Value;
        value.Only(9).Only(1).Text(1).ShouldBe("text");
        value.Only(9).Number(4).ShouldBe(2, "data class: tensor");
        Message tensor = value.Only(8);
        tensor.Number(1).ShouldBe(7, "type: string");
        tensor.Only(2).Has(2).ShouldBeFalse("no dimension: a scalar");
        string text = tensor.Text(8);
        text.ShouldContain("| optimizer | Momentum");
        text.ShouldContain("| seed | 17 |");
        text.ShouldContain(Halves.Info.Summary());
    }

    [Fact]
    public void Training_and_validation_share_a_chart()
    {
        Fits.Run(Fits.Options(1, new TensorBoardLog(Run)));

        Message value = Values().Single(value => value.Tag == "custom_scalars__config__").Value;
        value.Only(9).Only(1).Text(1).ShouldBe("custom_scalars");
        var layout = new Message(value.Only(8).Bytes(8));
        layout.Only(2).Messages(2).Select(chart => (chart.Text(1), chart.Only(2).Text(1)))
            .ShouldBe([("loss", "^loss/(train|validation)$"), ("accuracy", "^accuracy/(train|validation)$")]);
    }

    [Fact]
    public void After_each_epoch_all_can_be_read_while_the_fit_goes_on()
    {
        var seen = new List<long>();
        var reading = new LambdaCallback { EpochEnd = (_, _) => seen.Add(Values().Max(value => value.Step)) };

        Fits.Run(Fits.Options(3, new TensorBoardLog(Run), reading));

        seen.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_resumed_fit_goes_on_in_a_new_file_that_takes_back_what_came_after_the_checkpoint()
    {
        string checkpoint = _folder["halves.safetensors"];
        var clock = new ManualClock();
        var saving = new LambdaCallback { EpochEnd = (run, record) => Save(run, record.Epoch == 2, checkpoint) };
        Fits.Run(Fits.Options(3, new TensorBoardLog(Run, clock), saving));
        clock.Advance(TimeSpan.FromMinutes(1));

        new Halves().Fit(Fits.Points(), Fits.Options(4, new TensorBoardLog(Run, clock)), resumeFrom: checkpoint);

        string[] files = [.. Directory.GetFiles(Run).Order(StringComparer.Ordinal)];
        files.Length.ShouldBe(2);
        Start(files[0]).ShouldBe(0);
        Start(files[1]).ShouldBe(3);
        EventReader.Values(EventReader.Read(files[1])).Where(value => value.Tag == "loss/train").Select(value => value.Step).ShouldBe([3, 4]);
    }

    [Fact]
    public void Two_fits_in_the_same_second_write_two_files()
    {
        var clock = new ManualClock();

        Fits.Run(Fits.Options(1, new TensorBoardLog(Run, clock)));
        Fits.Run(Fits.Options(1, new TensorBoardLog(Run, clock)));

        Directory.GetFiles(Run).Length.ShouldBe(2);
    }

    [Fact]
    public void A_dry_run_leaves_no_file()
    {
        Fits.Run(Fits.Options(1, new TensorBoardLog(Run)) with { DryRun = true });

        Directory.GetFiles(Run).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_before_the_first_step()
    {
        File.WriteAllText(Run, "a file in its place");
        var network = new Halves(seed: 1);
        float[] before = new float[network.Parameters[0].Length];
        float[] after = new float[before.Length];
        network.Parameters[0].CopyTo(before);

        OutputFileException refused = Should.Throw<OutputFileException>(
            () => network.Fit(Fits.Points(), Fits.Options(1, new TensorBoardLog(Run))));

        refused.Message.ShouldContain(Run);
        network.Parameters[0].CopyTo(after);
        after.ShouldBe(before);
    }

    [Fact]
    public void A_fit_that_never_began_leaves_no_file()
    {
        var refusing = new LambdaCallback { FitBegin = _ => throw new TimeoutException() };

        Should.Throw<TimeoutException>(() => Fits.Run(Fits.Options(1, new TensorBoardLog(Run), refusing)));

        Directory.GetFiles(Run).ShouldBeEmpty();
    }

    [Fact]
    public void A_fit_that_fails_keeps_what_it_logged()
    {
        var failing = new LambdaCallback { EpochEnd = (_, record) => Fail(record.Epoch == 2) };

        Should.Throw<TimeoutException>(() => Fits.Run(Fits.Options(5, new TensorBoardLog(Run), failing)));

        Values().Where(value => value.Tag == "loss/train").Select(value => value.Step).ShouldBe([1, 2]);
    }

    [Fact]
    public void A_disk_that_is_full_for_a_while_loses_nothing()
    {
        FullDisk? disk = null;
        var filling = new LambdaCallback
        {
            EpochEnd = (_, record) =>
            {
                disk = record.Epoch == 1 && OperatingSystem.IsLinux() ? new FullDisk(TheFile()) : disk;
                Free(record.Epoch == 3, disk);
            },
        };

        Fits.Run(Fits.Options(4, new TensorBoardLog(Run), filling));

        Values().Where(value => value.Tag == "loss/train").Select(value => value.Step).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void A_disk_that_stays_full_does_not_end_the_fit_but_is_told_at_its_end()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        FullDisk? disk = null;
        var filling = new LambdaCallback
        {
            EpochEnd = (_, record) => disk = record.Epoch == 2 ? new FullDisk(TheFile()) : disk,
            FitEnd = _ => disk!.Dispose(),
        };

        OutputFileException told = Should.Throw<OutputFileException>(() => Fits.Run(Fits.Options(4, new TensorBoardLog(Run), filling)));

        told.Problem.ShouldBe(OutputFileProblem.DiskFull);
        told.History!.Ending.ShouldBe(FitEnding.Completed);
        told.History.Epochs.Count.ShouldBe(4);
        Values().Where(value => value.Tag == "loss/train").Select(value => value.Step).ShouldBe([1, 2]);
    }

    [Fact]
    public void A_fit_that_had_ended_logs_nothing_when_it_is_resumed()
    {
        string checkpoint = _folder["halves.safetensors"];
        Fits.Run(Fits.Options(1, new LambdaCallback { EpochEnd = (run, _) => run.Save(checkpoint) }));

        new Halves().Fit(Fits.Points(), Fits.Options(1, new TensorBoardLog(Run)), resumeFrom: checkpoint);

        Directory.GetFiles(Run).ShouldBeEmpty();
    }

    [Fact]
    public void The_rate_is_described_as_the_fit_takes_it()
    {
        Fits.Run(Fits.Options(1, new TensorBoardLog(Run)));

        string text = Values().Single(value => value.Tag == "hyperparameters").Value.Only(8).Text(8);
        text.ShouldContain("| learning rate | Constant(0.5) per epoch |");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_folder_needs_a_name(string name) => Should.Throw<ArgumentException>(() => new TensorBoardLog(name));

    private string TheFile() => Directory.GetFiles(Run).Single();

    private List<(long Step, string Tag, Message Value)> Values() => EventReader.Values(EventReader.ReadOnly(Run));

    /// <summary>The step from which on a file's events take the place of those before. TensorBoard passes over the first such event of a folder.</summary>
    private static long Start(string path)
    {
        Message start = EventReader.Read(path)[1];
        start.Only(7).Number(1).ShouldBe(1, "status: start");
        return start.Number(2);
    }

    private static void ShouldBe(Message histogram, TensorStatistics tensor)
    {
        (histogram.Double(1), histogram.Double(2), histogram.Double(3)).ShouldBe((tensor.Minimum, tensor.Maximum, tensor.Count));
        histogram.Double(4).ShouldBe((double)tensor.Mean * tensor.Count, 1e-6);
        histogram.Double(5).ShouldBe((Math.Pow(tensor.StandardDeviation, 2) + Math.Pow(tensor.Mean, 2)) * tensor.Count, 1e-6);
        double[] limits = histogram.Doubles(6);
        limits.ShouldBe(limits.Order());
        limits[^1].ShouldBe(tensor.Maximum, 1e-6);
        histogram.Doubles(7).ShouldBe(tensor.Histogram.Select(count => (double)count));
    }

    private static LayerStatistics LayerOf(TensorStatistics outputs, TensorStatistics gradients) =>
        new("any", "Dense", null, outputs, gradients, [], float.NaN, float.NaN);

    private static void Save(TrainingRun run, bool condition, string path)
    {
        if (condition)
        {
            run.Save(path);
        }
    }

    private static void Free(bool condition, FullDisk? disk)
    {
        if (condition)
        {
            disk?.Dispose();
        }
    }

    private static void Fail(bool condition)
    {
        if (condition)
        {
            throw new TimeoutException();
        }
    }
}
