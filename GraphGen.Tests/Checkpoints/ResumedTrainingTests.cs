using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.EndToEnd;
using GraphGen.Tests.Training;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Checkpoints;

/// <summary>A fit that goes on from a checkpoint ends with the bits of one that never stopped, wherever it was stopped.</summary>
public sealed class ResumedTrainingTests : IDisposable
{
    private const int Rows = 42;
    private const int Batches = 5;
    private const int Epochs = 4;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nesterov_momentum_with_dropout_and_moving_statistics() => GoesOnFromEveryStep(
        seed => new Digits(seed),
        new Dataset(RandomData.Floats(Rows * Digits.InputSize, seed: 3), Digits.InputSize, RandomData.Labels(Rows, 10, seed: 4)),
        new FitOptions { Schedule = LearningRateSchedule.OneCycle(0.05) });

    [Fact]
    public void Adam_with_a_schedule_that_goes_by_the_loss() => GoesOnFromEveryStep(
        seed => new Curve(seed),
        new Dataset(RandomData.Floats(Rows * Curve.InputSize, seed: 5), Curve.InputSize, RandomData.Floats(Rows, seed: 6), 1),
        new FitOptions { Schedule = LearningRateSchedule.Performance(0.01, factor: 0.5, patience: 0), ValidationFraction = 0.2 },
        batches: 4);

    [Fact]
    public void Averages_accumulated_gradients_early_stopping_and_a_plateau()
    {
        var data = new Dataset(RandomData.Floats(Rows * 4, seed: 7), 4, RandomData.Labels(Rows, 3, seed: 8));
        GoesOnFromEveryStep(
            seed => new Patient(seed),
            data,
            new FitOptions { LearningRate = 0.5f, Validation = data[..20], Metrics = [Metric.TopK(2)] },
            callbacks: () => [new EarlyStopping { Patience = 2 }, new ReduceOnPlateau { Patience = 0, Factor = 0.3 }]);
    }

    [Fact]
    public void Distorted_images()
    {
        GoesOnFromEveryStep(
            seed => new Digits(seed),
            new Dataset(RandomData.Floats(Rows * Digits.InputSize, seed: 3), Digits.InputSize, RandomData.Labels(Rows, 10, seed: 4)),
            new FitOptions { Augmentation = new ImageAugmentation(28, 28) { Shift = 2, Rotation = 10 } });
    }

    [Fact]
    public void A_fit_that_early_stopping_had_ended_is_not_continued()
    {
        string path = _folder.PathOf("stopped.safetensors");
        var data = new Dataset(RandomData.Floats(Rows * 4, seed: 7), 4, RandomData.Labels(Rows, 3, seed: 8));
        var options = new FitOptions { Epochs = 30, BatchSize = 10, LearningRate = 2, Validation = data[..20] };
        var first = new Patient(seed: 1);
        History whole = first.Fit(data, options with { Callbacks = [new EarlyStopping { Patience = 1 }, new Checkpoint(path)] });
        whole.Ending.ShouldBe(FitEnding.Stopped);

        var resumed = new Patient(seed: 2);
        History history = resumed.Fit(data, options with { Callbacks = [new EarlyStopping { Patience = 1 }] }, resumeFrom: path);

        (history.Ending, history.EndingReason, history.BestEpoch, history.Epochs.Count)
            .ShouldBe((whole.Ending, whole.EndingReason, whole.BestEpoch, whole.Epochs.Count));
        resumed.Parameters.Values().HasBitsOf(first.Parameters.Values()).ShouldBeTrue();
    }

    [Fact]
    public void More_epochs_may_follow_a_fit_that_had_ended()
    {
        string path = _folder.PathOf("done.safetensors");
        var data = new Dataset(RandomData.Floats(Rows * 4, seed: 7), 4, RandomData.Labels(Rows, 3, seed: 8));
        var options = new FitOptions { Epochs = 5, BatchSize = 10 };
        var whole = new Patient(seed: 1);
        whole.Fit(data, options);
        new Patient(seed: 1).Fit(data, options with { Epochs = 2, Callbacks = [new Checkpoint(path)] });

        var resumed = new Patient(seed: 2);
        resumed.Fit(data, options, resumeFrom: path).Epochs.Select(epoch => epoch.Epoch).ShouldBe([1, 2, 3, 4, 5]);

        resumed.Parameters.Values().HasBitsOf(whole.Parameters.Values()).ShouldBeTrue();
    }

    [Fact]
    public void What_does_not_fit_the_checkpoint_is_refused_and_nothing_changes()
    {
        string path = _folder.PathOf("fit.safetensors");
        string saved = _folder.PathOf("saved.safetensors");
        var data = new Dataset(RandomData.Floats(Rows * 4, seed: 7), 4, RandomData.Labels(Rows, 3, seed: 8));
        var options = new FitOptions { Epochs = 3, BatchSize = 10, Callbacks = [new Checkpoint(path)] };
        new Patient(seed: 1).Fit(data, options);
        new Patient(seed: 1).Save(saved, trainingState: true);
        var network = new Patient(seed: 2);
        float[] before = network.Parameters.Values();

        Resume<CheckpointMismatchException>(options with { BatchSize = 9 }).Differences.ShouldBe(["The fit had BatchSize 10, and now has 9."]);
        Resume<CheckpointMismatchException>(options with { Seed = 4 }).Differences.ShouldBe(["The fit had Seed 0, and now has 4."]);
        Resume<CheckpointMismatchException>(options with { ValidationFraction = 0.5 }).Differences[0].ShouldStartWith("The fit had another set of training data: 42 rows of 4 inputs, checksum ");
        Resume<CheckpointMismatchException>(options with { Epochs = 2 }).Message.ShouldContain("after epoch 3, but Epochs is 2");
        Should.Throw<InvalidDataException>(() => network.Fit(data, options, saved)).Message.ShouldContain("holds no fit to resume");
        Should.Throw<FileNotFoundException>(() => network.Fit(data, options, saved + "x")).Message.ShouldContain("There is no checkpoint");
        Should.Throw<CheckpointMismatchException>(() => new Digits().Fit(
            new Dataset(new float[784], 784, [1]), options, path)).Message.ShouldContain("graphgen.optimizer is Adam in the file, but Nag in the network");
        network.Parameters.Values().HasBitsOf(before).ShouldBeTrue();

        T Resume<T>(FitOptions other)
            where T : Exception => Should.Throw<T>(() => network.Fit(data, other, path));
    }

    [Fact]
    public void Damaged_states_are_told_apart_and_nothing_changes()
    {
        string path = _folder.PathOf("fit.safetensors");
        var data = new Dataset(RandomData.Floats(Rows * 4, seed: 7), 4, RandomData.Labels(Rows, 3, seed: 8));
        var options = new FitOptions { Epochs = 3, BatchSize = 10, Validation = data[..9], Callbacks = [new EarlyStopping(), new Checkpoint(path)] };
        new Patient(seed: 1).Fit(data, options);
        byte[] bytes = File.ReadAllBytes(path);
        var network = new Patient(seed: 2);
        float[] before = network.Parameters.Values();
        int damaged = 0;
        var random = new Random(11);
        for (int attempt = 0; attempt < 300; attempt++)
        {
            byte[] changed = [.. bytes];
            changed[random.Next(6000)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(path, changed);
            try
            {
                network.Fit(data, options with { Callbacks = [new EarlyStopping(), new LambdaCallback { FitBegin = _ => throw new OperationCanceledException() }] }, path);
            }
            catch (Exception exception) when (exception is InvalidDataException or CheckpointMismatchException or ArgumentException)
            {
                damaged++;
            }
            catch (OperationCanceledException)
            {
                // The change was not one that anybody could notice.
            }

            network.Parameters.Values().HasBitsOf(before).ShouldBeTrue();
        }

        damaged.ShouldBeGreaterThan(100);
    }

    private void GoesOnFromEveryStep(
        Func<ulong, INetwork> create, Dataset data, FitOptions options, int batches = Batches, Func<ITrainingCallback[]>? callbacks = null)
    {
        callbacks ??= () => [];
        options = options with { Epochs = Epochs, BatchSize = 9, Seed = 12 };
        INetwork whole = create(1);
        History history = Trainer.Fit(whole, data, options with { Callbacks = [.. callbacks(), new EveryMoment(_folder)] });
        string[] files = Directory.GetFiles(_folder.FullName);
        files.Length.ShouldBe(1 + (history.Epochs.Count * (batches + 2)));
        foreach (string file in files)
        {
            INetwork resumed = create(2);

            History rest = Trainer.Fit(resumed, data, options with { Callbacks = callbacks() }, file);

            resumed.Parameters.Values().HasBitsOf(whole.Parameters.Values()).ShouldBeTrue(file);
            resumed.Memory.Step.ShouldBe(whole.Memory.Step);
            rest.Loss.Concat(rest.ValidationLoss).ShouldBe(history.Loss.Concat(history.ValidationLoss), file);
            rest.Epochs.Select(WithoutTime).ShouldBe(history.Epochs.Select(WithoutTime), file);
            (rest.Ending, rest.EndingReason, rest.BestEpoch).ShouldBe((history.Ending, history.EndingReason, history.BestEpoch));
        }
    }

    private static string WithoutTime(EpochRecord record) => (record with { Seconds = 0, SamplesPerSecond = 0 }).ToString();

    /// <summary>Keeps a checkpoint of every moment at which one can be written.</summary>
    private sealed class EveryMoment(TemporaryFolder folder) : IEpochCallback, IBatchCallback
    {
        public void OnFitBegin(TrainingRun run) => run.Save(folder.PathOf("begin.safetensors"));

        public void OnEpochBegin(TrainingRun run) => run.Save(folder.PathOf($"{run.Epoch}-begin.safetensors"));

        public void OnBatchEnd(TrainingRun run) => run.Save(folder.PathOf($"{run.Epoch}-{run.Batch}.safetensors"));

        public void OnEpochEnd(TrainingRun run, EpochRecord record) => run.Save(folder.PathOf($"{run.Epoch}-end.safetensors"));
    }
}
