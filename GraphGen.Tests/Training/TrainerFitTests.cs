using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class TrainerFitTests
{
    private static readonly Dataset Five = new([0, 1, 2, 3, 4], 1, [0, 1, 2, 0, 1]);

    [Fact]
    public void Every_epoch_steps_through_every_row_once_and_then_validates()
    {
        var network = new FakeNetwork();

        Trainer.Fit(
            network,
            Five,
            new FitOptions
            {
                Epochs = 2,
                BatchSize = 2,
                Validation = Five[..3],
                Callbacks = [new LambdaCallback { EpochEnd = (_, record) => network.Calls.Add($"epoch {record.Epoch}") }],
            });

        network.Calls.Select(call => call.Split(' ')[0]).ShouldBe(
            ["capacity", "capacity", "step", "step", "step", "evaluate", "epoch", "step", "step", "step", "evaluate", "epoch"]);
        int[][] steps = Steps(network);
        steps.Select(rows => rows.Length).ShouldBe([2, 2, 1, 2, 2, 1]);
        steps[..3].SelectMany(rows => rows).Order().ShouldBe([0, 1, 2, 3, 4]);
        steps[3..].SelectMany(rows => rows).Order().ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public void A_batch_is_never_larger_than_the_data()
    {
        var network = new FakeNetwork();

        Trainer.Fit(network, Five, new FitOptions { BatchSize = 1000 });

        network.Calls[0].ShouldBe("capacity 5");
        Steps(network).Single().Length.ShouldBe(5);
    }

    [Fact]
    public void Equal_seeds_give_equal_orders_and_epochs_differ()
    {
        Dataset data = new(new float[50], 1, new int[50]);

        string first = Order(seed: 7);

        Order(seed: 7).ShouldBe(first);
        Order(seed: 8).ShouldNotBe(first);
        string[] epochs = first.Split('|');
        epochs[0].ShouldNotBe(epochs[1]);

        string Order(ulong seed)
        {
            var network = new FakeNetwork();
            Trainer.Fit(network, data, new FitOptions { Epochs = 2, BatchSize = 50, Seed = seed });
            return string.Join('|', network.Calls.Skip(1));
        }
    }

    [Fact]
    public void Training_loss_is_the_mean_over_rows_not_over_batches()
    {
        var network = new FakeNetwork { StepLoss = rows => rows.Length == 1 ? 6 : 1 };

        History history = Trainer.Fit(network, Five, new FitOptions { BatchSize = 2 });

        history.Loss.Single().ShouldBe(2); // (2 * 1 + 2 * 1 + 1 * 6) / 5
    }

    [Fact]
    public void Training_accuracy_is_the_share_of_hits()
    {
        var network = new FakeNetwork { Hits = 1 };

        History history = Trainer.Fit(network, Five, new FitOptions { BatchSize = 2 });

        history.Accuracy.Single().ShouldBe(0.6f); // three batches with one hit each
        history.Epochs[0].ToString().ShouldContain("accuracy 60.00%");
    }

    [Fact]
    public void History_holds_a_record_for_each_epoch()
    {
        int evaluations = 0;
        var network = new FakeNetwork
        {
            EvaluationLoss = (_, count) => count * (double)++evaluations,
            Prediction = (_, output) => output == 0 ? 1 : 0,
        };
        List<EpochRecord> seen = [];

        History history = Trainer.Fit(
            network, Five, new FitOptions { Epochs = 3, LearningRate = 0.25f, Validation = Five, Callbacks = [new LambdaCallback { EpochEnd = (_, record) => seen.Add(record) }] });

        history.Epochs.ShouldBe(seen);
        history.Epochs.Select(record => record.Epoch).ShouldBe([1, 2, 3]);
        history.Epochs.ShouldAllBe(record => record.LearningRate == 0.25f && record.Seconds > 0);
        history.Epochs.ShouldAllBe(record => Math.Abs((record.SamplesPerSecond * record.Seconds) - 5) < 1e-9);
        history.Loss.ShouldBe([1, 1, 1]);
        history.ValidationLoss.ShouldBe([1, 2, 3]);
        history.ValidationAccuracy.ShouldBe([0.4f, 0.4f, 0.4f]);
    }

    [Fact]
    public void Without_validation_data_nothing_is_evaluated()
    {
        var network = new FakeNetwork();

        History history = Trainer.Fit(network, Five, new FitOptions { Epochs = 2 });

        network.Calls.ShouldNotContain(call => call.StartsWith("evaluate", StringComparison.Ordinal));
        history.Epochs.ShouldAllBe(record => record.ValidationLoss == null && record.ValidationAccuracy == null);
        history.ValidationLoss.ShouldBeEmpty();
        history.ValidationAccuracy.ShouldBeEmpty();
    }

    [Fact]
    public void Everything_is_checked_before_the_network_is_touched()
    {
        var network = new FakeNetwork();
        Dataset unfit = new([0], 1, [9]);

        Should.Throw<ArgumentException>(() => Trainer.Fit(network, unfit, new FitOptions())).ParamName.ShouldBe("train");
        Should.Throw<ArgumentException>(() => Trainer.Fit(network, Five, new FitOptions { Validation = unfit })).ParamName
            .ShouldBe("Validation");
        Should.Throw<ArgumentNullException>(() => Trainer.Fit(network, null!, new FitOptions())).ParamName.ShouldBe("train");
        network.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void Divergence_stops_and_names_epoch_batch_and_rate(float loss, string text)
    {
        int steps = 0;
        var network = new FakeNetwork { StepLoss = _ => ++steps is 5 or 7 ? loss : 1 };

        InvalidOperationException exception = Should.Throw<InvalidOperationException>(
            () => Trainer.Fit(network, Five, new FitOptions { Epochs = 9, BatchSize = 2, LearningRate = 0.5f }));

        steps.ShouldBe(7); // the fourth and the fifth are repeated to see what they did
        exception.Message.ShouldContain($"became {text} in epoch 2, batch 2 of 3");
        exception.Message.ShouldContain("smaller than 0.5");
    }

    public static TheoryData<string, FitOptions> AllocatingNothing => new()
    {
        { "plain", new FitOptions() },
        { "schedule", new FitOptions { Schedule = LearningRateSchedule.WarmUp(500).Then(LearningRateSchedule.OneCycle(0.1)) } },
        { "early stopping", new FitOptions { Callbacks = [new EarlyStopping()] } },
        { "augmentation", new FitOptions { Augmentation = new ImageAugmentation(1, 1) { Noise = 1 } } },
    };

    [Theory]
    [MemberData(nameof(AllocatingNothing))]
    public void An_epoch_allocates_nothing_but_its_record(string technique, FitOptions options)
    {
        const int Rows = 4000;
        Dataset data = new(new float[Rows], 1, new int[Rows]);
        long[] allocated = new long[5];

        Trainer.Fit(
            new FakeNetwork { Records = false },
            data,
            options with
            {
                Epochs = allocated.Length,
                BatchSize = 2,
                Validation = data,
                Callbacks = [new LambdaCallback { EpochEnd = (_, record) => allocated[record.Epoch - 1] = GC.GetAllocatedBytesForCurrentThread() }],
            });

        // The runtime may allocate once, when it replaces a method by its optimised version: what an epoch allocates, each does.
        allocated.Zip(allocated.Skip(1), (before, after) => after - before).Min().ShouldBeLessThan(192, technique);
    }

    [Fact]
    public void A_record_is_one_line_of_text_in_every_culture()
    {
        using var culture = new Culture();

        new EpochRecord(3, 0.25f, float.NaN, 0.5f, 0.975f, 1.5, 40000, 0.05f).ToString().ShouldBe(
            "epoch 3: loss 0.2500, validation loss 0.5000, validation accuracy 97.50%, rate 0.05, 1.50 s, 40,000 rows/s");
        new EpochRecord(3, 0.25f, float.NaN, null, null, 1.5, 40000, 0.05f).ToString().ShouldBe(
            "epoch 3: loss 0.2500, rate 0.05, 1.50 s, 40,000 rows/s");
    }

    private static int[][] Steps(FakeNetwork network) =>
        [.. network.Calls
            .Where(call => call.StartsWith("step ", StringComparison.Ordinal))
            .Select(call => call[5..].Split(' ').Select(int.Parse).ToArray())];
}
