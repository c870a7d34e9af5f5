using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.EndToEnd;
using GraphGen.Tests.Training.Callbacks;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

/// <summary>Fits that only try something, and leave no trace.</summary>
public sealed class RehearsalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dataset _data = new(RandomData.Floats(60 * 4, seed: 1), 4, RandomData.Labels(60, 3, seed: 2));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_dry_run_does_one_batch_of_everything_and_puts_the_network_back()
    {
        var network = new Patient(seed: 3);
        network.TrainStep(_data.Inputs[..40], _data.Labels[..10], 0.1f);
        string before = Bits(network);
        var callback = new NotingCallback();

        History history = network.Fit(_data, new FitOptions
        {
            Epochs = 50,
            BatchSize = 8,
            DryRun = true,
            Validation = _data,
            Metrics = [Metric.F1()],
            Callbacks = [new EarlyStopping(), new Histograms(), callback],
        });

        callback.Calls.ShouldBe(["fit begin", "epoch begin 1", "batch begin 1.1", "batch end 1.1", "epoch end 1", "fit end Completed"]);
        history.Epochs.Count.ShouldBe(1);
        history.Epochs[0].Metrics.Count.ShouldBe(1);
        Bits(network).ShouldBe(before);
    }

    [Fact]
    public void A_dry_run_tries_files_and_replaces_none()
    {
        string checkpoint = _folder.Write("fit.safetensors", [1, 2]);
        string log = _folder.Write("log.csv", [3]);
        var network = new Patient(seed: 3);
        var options = new FitOptions { DryRun = true, Callbacks = [new Checkpoint(checkpoint) { EveryBatches = 1 }, new CsvLog(log)] };

        network.Fit(_data, options);

        File.ReadAllBytes(checkpoint).ShouldBe([1, 2]);
        File.ReadAllBytes(log).ShouldBe([3]);
        Directory.GetFiles(_folder.FullName).Length.ShouldBe(2);
        Should.Throw<OutputFileException>(() => network.Fit(_data, options with { Callbacks = [new CsvLog(_folder.PathOf("no/log.csv"))] }));
    }

    [Fact]
    public void A_network_that_can_learn_a_batch_by_heart_passes_and_is_put_back()
    {
        var network = new Curve(seed: 1);
        var data = new Dataset(RandomData.Floats(200 * 4, seed: 5), 4, RandomData.Floats(200, seed: 6), 1);
        string before = Bits(network);

        History history = network.Fit(data, new FitOptions { Epochs = 40, BatchSize = 8, LearningRate = 0.01f, OverfitOneBatch = true, Callbacks = [new EarlyStopping()] });

        history.Loss[^1].ShouldBeLessThan(0.01f * history.Loss[0]);
        Bits(network).ShouldBe(before);
    }

    [Fact]
    public void One_that_cannot_says_so_and_is_put_back()
    {
        // The same inputs with different labels: nobody can tell them apart.
        var data = new Dataset(new float[12 * 4], 4, RandomData.Labels(12, 3, seed: 4));
        var network = new Patient(seed: 3);
        string before = Bits(network);

        var failure = Should.Throw<OverfitException>(() => network.Fit(data, new FitOptions { Epochs = 5, BatchSize = 12, OverfitOneBatch = true }));

        failure.Message.ShouldContain("Patient cannot learn 12 rows by heart: after 5 epochs on them the loss is");
        failure.Message.ShouldContain("labels that do not belong to their inputs");
        (failure.History.Epochs.Count, failure.LossBefore > 0, failure.LossAfter > 0).ShouldBe((5, true, true));
        Bits(network).ShouldBe(before);
    }

    [Fact]
    public void A_part_of_the_training_data_may_be_set_apart()
    {
        (int Train, int Validation) rows = default;
        var look = new LambdaCallback { FitBegin = run => rows = (run.Train.Count, run.Validation!.Count) };

        History history = new Patient(seed: 3).Fit(_data, new FitOptions { ValidationFraction = 0.25, Callbacks = [look] });

        rows.ShouldBe((45, 15));
        history.ValidationLoss.Count.ShouldBe(1);
        Should.Throw<ArgumentOutOfRangeException>(() => new FitOptions { ValidationFraction = 1 }).ParamName.ShouldBe("ValidationFraction");
        Should.Throw<ArgumentOutOfRangeException>(() => new FitOptions { ValidationFraction = double.NaN }).ParamName.ShouldBe("ValidationFraction");
    }

    [Fact]
    public void Options_that_contradict_each_other_are_refused()
    {
        Refused(new FitOptions { Validation = _data, ValidationFraction = 0.1 }, "ValidationFraction", "set one of the two");
        Refused(new FitOptions { Metrics = [Metric.F1()] }, "Metrics", "set Validation or ValidationFraction");
        Refused(new FitOptions { Validation = _data.Standardize().Data }, "Validation", "scaled otherwise than the training rows");
        Should.Throw<ArgumentException>(() => new Patient().Fit(_data.Standardize().Data, new FitOptions { Validation = _data })).Message.ShouldContain("not at all");
        Refused(new FitOptions { DryRun = true, OverfitOneBatch = true }, "OverfitOneBatch", "ask for one of the two");
        Refused(new FitOptions { Validation = _data, Metrics = [Metric.R2] }, null, "Patient");

        void Refused(FitOptions options, string? argument, string message)
        {
            var failure = Should.Throw<ArgumentException>(() => new Patient().Fit(_data, options));
            failure.Message.ShouldContain(message);
            (argument is null || failure.ParamName == argument).ShouldBeTrue(failure.ParamName);
        }
    }

    [Fact]
    public void Fit_is_sensible_without_options() => new Patient(seed: 3).Fit(_data).Epochs.Count.ShouldBe(1);

    private static string Bits(INetwork network) => string.Join(
        ' ',
        new[] { network.Memory.Parameters, network.Memory.Slot1, network.Memory.Slot2, network.Memory.Averages }
            .SelectMany(arena => arena.Span.ToArray()).Select(BitConverter.SingleToInt32Bits).Append((int)network.Memory.Step).Append(network.Memory.Accumulated));
}
