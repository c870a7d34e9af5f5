using GraphGen.Execution;
using GraphGen.Tests.Data;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training.Callbacks;

public sealed class CheckpointCallbackTests : IDisposable
{
    private static readonly FitOptions Options = new() { Epochs = 5, BatchSize = 2, LearningRate = 0.1f, Validation = LineData.Seven };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_file_holds_the_last_epoch()
    {
        string path = _folder.PathOf("line.safetensors");
        TinyNetwork network = Fit(new Checkpoint(path));
        var loaded = new TinyNetwork();

        CheckpointFile.Load(path, loaded);

        (loaded.A, loaded.B).ShouldBe((network.A, network.B));
        Files().ShouldBe(["line.safetensors"]);
    }

    [Fact]
    public void Every_third_epoch_and_the_last()
    {
        Fit(new Checkpoint(_folder.PathOf("{epoch}.safetensors")) { Every = 3 });

        Files().ShouldBe(["0003.safetensors", "0005.safetensors"]);
    }

    [Fact]
    public void Of_many_the_last_ones_are_kept()
    {
        string other = _folder.Write("0000.safetensors", [1]);

        Fit(new Checkpoint(_folder.PathOf("{epoch}.safetensors")) { Keep = 2 });

        Files().ShouldBe([Path.GetFileName(other), "0004.safetensors", "0005.safetensors"]);
    }

    [Fact]
    public void What_is_kept_is_remembered_by_a_fit_that_resumes()
    {
        string path = _folder.PathOf("{epoch}.safetensors");
        var stop = new LambdaCallback { EpochEnd = (run, record) => Stop(run, record.Epoch == 3) };
        Fit(new Checkpoint(path) { Keep = 2 }, stop);
        Files().ShouldBe(["0002.safetensors", "0003.safetensors"]);

        Trainer.Fit(new TinyNetwork(), LineData.Seven, Options with { Epochs = 4, Callbacks = [new Checkpoint(path) { Keep = 2 }] }, _folder.PathOf("0002.safetensors"));

        Files().ShouldBe(["0003.safetensors", "0004.safetensors"]);
    }

    [Fact]
    public void The_best_epoch_alone()
    {
        double[] losses = [5, 3, 4, 2, 6];
        string path = _folder.PathOf("best.safetensors");

        Fit(losses, new Checkpoint(path) { BestOnly = true });

        Read(path).ShouldBe(4);
        Fit(losses, new Checkpoint(_folder.PathOf("b{epoch}.safetensors")) { BestOnly = true });
        Files().ShouldBe(["b0001.safetensors", "b0002.safetensors", "b0004.safetensors", "best.safetensors"]);
    }

    [Fact]
    public void Batches_are_counted_through_the_whole_fit()
    {
        List<string> written = [];
        string path = _folder.PathOf("line.safetensors");
        var look = new NotingCallback { Does = (_, run) => written.Add(File.Exists(path) ? $"{File.GetLastWriteTimeUtc(path).Ticks}" : "none") };

        Fit(new Checkpoint(path) { EveryBatches = 3, Every = 100 }, look);

        // Four batches an epoch: after the steps 3, 6, 9, ... 18, and after the last epoch.
        written.Distinct().Count().ShouldBe(1 + 6 + 1);
    }

    [Fact]
    public void A_canceled_fit_leaves_a_file_to_resume_from()
    {
        string path = _folder.PathOf("line.safetensors");
        using var source = new CancellationTokenSource();
        var cancel = new LambdaCallback
        {
            BatchBegin = run =>
            {
                if (run.Step == 6)
                {
                    source.Cancel();
                }
            },
        };
        var network = new TinyNetwork();
        FitOptions options = Options with { Callbacks = [new Checkpoint(path), cancel], CancellationToken = source.Token };

        History history = Trainer.Fit(network, LineData.Seven, options);

        (history.Ending, history.EndingReason, history.Epochs.Count, network.Memory.Step).ShouldBe((FitEnding.Canceled, "the cancellation token was canceled", 1, 6u));
        var whole = new TinyNetwork();
        Trainer.Fit(whole, LineData.Seven, Options);
        var resumed = new TinyNetwork();
        Trainer.Fit(resumed, LineData.Seven, Options, path);
        (resumed.A, resumed.B).ShouldBe((whole.A, whole.B));
    }

    [Fact]
    public void A_fit_that_is_canceled_before_it_begins_makes_no_step()
    {
        var network = new TinyNetwork();

        History history = Trainer.Fit(network, LineData.Seven, Options with { CancellationToken = new CancellationToken(canceled: true) });

        (history.Ending, history.Epochs.Count, network.Memory.Step).ShouldBe((FitEnding.Canceled, 0, 0u));
    }

    [Fact]
    public void Places_that_cannot_be_written_are_found_before_the_first_step()
    {
        string folder = _folder.PathOf("missing");
        Directory.CreateDirectory(_folder.PathOf("folder"));
        var network = new TinyNetwork();

        Refused(Path.Combine(folder, "x.safetensors")).Problem.ShouldBe(OutputFileProblem.NoFolder);
        Refused(_folder.PathOf("folder")).Message.ShouldContain("This is a folder");
        using (new FileStream(_folder.PathOf("busy.safetensors"), FileMode.Create, FileAccess.Write, FileShare.None))
        {
            Refused(_folder.PathOf("busy.safetensors")).Problem.ShouldBe(OutputFileProblem.InUse);
        }

        network.Memory.Step.ShouldBe(0u);

        OutputFileException Refused(string path) =>
            Should.Throw<OutputFileException>(() => Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [new Checkpoint(path)] }));
    }

    [Fact]
    public void A_folder_that_vanishes_ends_the_fit_with_its_history_and_a_usable_network()
    {
        string folder = Directory.CreateDirectory(_folder.PathOf("sub")).FullName;
        string path = Path.Combine(folder, "x.safetensors");
        var vanish = new LambdaCallback { EpochEnd = (_, record) => Vanish(record.Epoch == 3) };
        var network = new TinyNetwork();

        var failure = Should.Throw<OutputFileException>(
            () => Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [vanish, new Checkpoint(path)] }));

        (failure.Problem, failure.Path, failure.History!.Epochs.Count, failure.History.Ending).ShouldBe((OutputFileProblem.NoFolder, path, 3, FitEnding.Failed));
        TinyNetwork expected = LineData.After(12, Options, _ => 0.1f);
        (network.A, network.B).ShouldBe((expected.A, expected.B));
        CheckpointFile.Save(_folder.PathOf("elsewhere.safetensors"), network);

        void Vanish(bool now)
        {
            if (now)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    [Fact]
    public void Settings_out_of_their_range_are_named()
    {
        Should.Throw<ArgumentException>(() => new Checkpoint(""));
        Should.Throw<ArgumentOutOfRangeException>(() => new Checkpoint("x") { Every = 0 }).ParamName.ShouldBe("Every");
        Should.Throw<ArgumentOutOfRangeException>(() => new Checkpoint("x") { EveryBatches = 0 }).ParamName.ShouldBe("EveryBatches");
        Should.Throw<ArgumentOutOfRangeException>(() => new Checkpoint("x") { Keep = 0 }).ParamName.ShouldBe("Keep");
        Should.Throw<ArgumentException>(() => Fit(new Checkpoint(_folder.PathOf("one")) { Keep = 2 })).Message.ShouldContain("put {epoch} into its name");
        Should.Throw<ArgumentException>(() => Trainer.Fit(
            new TinyNetwork(), LineData.Seven, Options with { Validation = null, Callbacks = [new Checkpoint(_folder.PathOf("x")) { BestOnly = true }] }))
            .Message.ShouldContain("Checkpoint goes by validation_loss, but there are no validation data");
    }

    private static void Stop(TrainingRun run, bool now)
    {
        if (now)
        {
            run.Stop("test");
        }
    }

    private static TinyNetwork Fit(params ITrainingCallback[] callbacks)
    {
        var network = new TinyNetwork();
        Trainer.Fit(network, LineData.Seven, Options with { Callbacks = callbacks });
        return network;
    }

    private static void Fit(double[] losses, params ITrainingCallback[] callbacks) => Trainer.Fit(
        new TinyNetwork { EvaluationLoss = (network, _) => losses[(network.Memory.Step / 4) - 1] * 7 }, LineData.Seven, Options with { Callbacks = callbacks });

    /// <summary>The epoch after which a file was written.</summary>
    private static int Read(string path) => int.Parse(Checkpoint.ReadMetadata(path)["graphgen.step"], System.Globalization.CultureInfo.InvariantCulture) / 4;

    private string[] Files() => [.. Directory.GetFiles(_folder.FullName).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
