using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training.Callbacks;

public sealed class CallbackTests
{
    private static readonly FitOptions Options = new() { Epochs = 2, BatchSize = 4, LearningRate = 0.1f };

    [Fact]
    public void Callbacks_say_how_they_were_set_in_every_culture()
    {
        using var culture = new Culture();

        new Checkpoint("best.safetensors") { BestOnly = true, Keep = 3 }.ToString().ShouldBe("Checkpoint { best.safetensors, BestOnly, Monitor = validation_loss, Keep = 3 }");
        new Checkpoint("c-{epoch}") { Every = 2, EveryBatches = 100 }.ToString().ShouldBe("Checkpoint { c-{epoch}, Every = 2, EveryBatches = 100 }");
        new CsvLog("log.csv").ToString().ShouldBe("CsvLog { log.csv }");
        new Histograms { Rows = 64 }.ToString().ShouldBe("Histograms { Every = 1, Rows = 64 }");
        new ReduceOnPlateau { Factor = 0.5 }.ToString().ShouldStartWith("ReduceOnPlateau { Monitor = validation_loss, Factor = 0.5, ");
    }

    [Fact]
    public void Everything_is_told_in_its_order()
    {
        var callback = new NotingCallback();

        Trainer.Fit(new TinyNetwork(), LineData.Seven, Options with { Callbacks = [callback] });

        callback.Calls.ShouldBe(
        [
            "fit begin",
            "epoch begin 1", "batch begin 1.1", "batch end 1.1", "batch begin 1.2", "batch end 1.2", "epoch end 1",
            "epoch begin 2", "batch begin 2.1", "batch end 2.1", "batch begin 2.2", "batch end 2.2", "epoch end 2",
            "fit end Completed",
        ]);
    }

    [Fact]
    public void A_callback_sees_the_fit_as_it_is()
    {
        List<string> seen = [];
        var network = new TinyNetwork();
        var callback = new NotingCallback
        {
            Does = (call, run) =>
            {
                (run.Network, run.Train, run.Validation, run.Epochs, run.Batches).ShouldBe((network, LineData.Seven, LineData.Seven, 2, 2));
                run.History.Epochs.Count.ShouldBe(call.StartsWith("epoch end", StringComparison.Ordinal) || call.StartsWith("fit end", StringComparison.Ordinal) ? run.Epoch : run.Epoch - 1);
                (run.IsResumed, run.IsDryRun, run.RateFactor).ShouldBe((false, false, 1));
                if (call.StartsWith("batch end", StringComparison.Ordinal))
                {
                    run.Step.ShouldBe(network.Memory.Step);
                    run.LearningRate.ShouldBe(0.1f);
                    run.Rows.ShouldBe(run.Batch == 1 ? 4 : 7);
                    float.IsFinite(run.BatchLoss).ShouldBeTrue();
                    run.SamplesPerSecond.ShouldBeGreaterThan(0);
                    seen.Add(FormattableString.Invariant($"{run.Loss:R}"));
                }

                if (call.StartsWith("epoch end", StringComparison.Ordinal))
                {
                    run.Loss.ShouldBe(run.History.Loss[^1]);
                    run.ValidationPredictions.Length.ShouldBe(7);
                }

                if (call is "fit begin")
                {
                    (float.IsNaN(run.Loss), float.IsNaN(run.Accuracy), float.IsNaN(run.BatchLoss), float.IsNaN(run.LearningRate)).ShouldBe((true, true, true, true));
                    run.ValidationPredictions.Length.ShouldBe(0);
                }
            },
        };

        History history = Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [callback], Validation = LineData.Seven });

        seen.Count.ShouldBe(4);
        seen[1].ShouldBe(FormattableString.Invariant($"{history.Loss[0]:R}"));
    }

    [Theory]
    [InlineData("batch end 1.1", 1, 0)]
    [InlineData("batch begin 1.2", 2, 0)]
    [InlineData("epoch end 1", 2, 1)]
    [InlineData("epoch begin 2", 2, 1)]
    [InlineData("fit begin", 0, 0)]
    public void Stop_ends_the_fit_after_the_present_batch(string when, uint steps, int epochs)
    {
        var network = new TinyNetwork();
        var callback = new NotingCallback
        {
            Does = (call, run) =>
            {
                if (call == when)
                {
                    run.Stop("enough");
                    run.Stop("more than enough");
                    run.IsStopping.ShouldBeTrue();
                }
            },
        };

        History history = Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [callback] });

        (history.Ending, history.EndingReason, history.Epochs.Count, network.Memory.Step).ShouldBe((FitEnding.Stopped, "enough", epochs, steps));
        callback.Calls[^1].ShouldBe("fit end Stopped");
    }

    [Fact]
    public void The_rate_factor_multiplies_every_rate_from_the_next_step_on()
    {
        var network = new TinyNetwork();
        var callback = new NotingCallback
        {
            Does = (call, run) => run.RateFactor = call switch { "batch begin 1.2" => 0.5f, "epoch end 1" => 0.25f, _ => run.RateFactor },
        };

        History history = Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [callback] });

        TinyNetwork expected = LineData.After(4, Options, step => 0.1f * (step switch { 0 => 1, 1 => 0.5f, _ => 0.25f }));
        (network.A, network.B).ShouldBe((expected.A, expected.B));
        history.Epochs.Select(epoch => epoch.LearningRate).ShouldBe([0.05f, 0.025f]);
    }

    [Theory]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_rate_factor_that_is_no_factor_is_refused(float factor)
    {
        var callback = new LambdaCallback { EpochBegin = run => run.RateFactor = factor };

        Should.Throw<ArgumentOutOfRangeException>(() => Trainer.Fit(new TinyNetwork(), LineData.Seven, Options with { Callbacks = [callback] }))
            .ParamName.ShouldBe("RateFactor");
    }

    [Fact]
    public void An_exception_ends_the_fit_with_the_network_as_the_last_step_left_it_and_all_hear_of_the_end()
    {
        var network = new TinyNetwork();
        var first = new NotingCallback();
        var second = new NotingCallback { Does = (call, _) => Throw(call, "batch end 2.1", "mine") };
        var third = new NotingCallback { Does = (call, _) => Throw(call, "fit end Failed", "another") };

        Should.Throw<FormatException>(() => Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [first, second, third] })).Message.ShouldBe("mine");

        TinyNetwork expected = LineData.After(3, Options, _ => 0.1f);
        (network.A, network.B, network.Memory.Step).ShouldBe((expected.A, expected.B, 3u));
        first.Calls[^1].ShouldBe("fit end Failed");
        third.Calls[^1].ShouldBe("fit end Failed");
        third.Calls.ShouldNotContain("batch end 2.1");
        network.TrainStep(LineData.Seven, [0], 0.1f);
    }

    [Fact]
    public void An_exception_at_the_beginning_leaves_the_network_alone_and_is_told_to_those_that_had_begun()
    {
        var network = new TinyNetwork();
        var first = new NotingCallback();
        var second = new NotingCallback { Does = (call, _) => Throw(call, "fit begin", "no") };
        var third = new NotingCallback();

        Should.Throw<FormatException>(() => Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [first, second, third] }));

        network.Memory.Step.ShouldBe(0u);
        first.Calls.ShouldBe(["fit begin", "fit end Failed"]);
        third.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void An_exception_at_the_end_of_a_good_fit_is_told_after_all_have_heard_of_the_end()
    {
        var first = new NotingCallback { Does = (call, _) => Throw(call, "fit end Completed", "late") };
        var second = new NotingCallback();

        Should.Throw<FormatException>(() => Trainer.Fit(new TinyNetwork(), LineData.Seven, Options with { Callbacks = [first, second] }));

        second.Calls.Count(call => call.StartsWith("fit end", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void A_callback_may_be_used_for_one_fit_after_another()
    {
        var stopping = new EarlyStopping { Patience = 1, Monitor = MonitoredValue.Loss };
        FitOptions options = Options with { Epochs = 5, Callbacks = [stopping] };

        string first = Trainer.Fit(new TinyNetwork(), LineData.Seven, options).BestEpoch.ToString()!;

        Trainer.Fit(new TinyNetwork(), LineData.Seven, options).BestEpoch.ToString().ShouldBe(first);
    }

    [Theory]
    [InlineData("batch begin 1.2")]
    [InlineData("fit end Completed")]
    public void A_checkpoint_is_refused_where_nothing_could_resume_from_it(string when)
    {
        var callback = new NotingCallback { Does = (call, run) => Save(call, run) };

        Should.Throw<InvalidOperationException>(() => Trainer.Fit(new TinyNetwork(), LineData.Seven, Options with { Callbacks = [callback] }))
            .Message.ShouldContain("ask for one in OnBatchEnd, OnEpochBegin or OnEpochEnd");

        void Save(string call, TrainingRun run)
        {
            if (call == when)
            {
                run.Save("never.safetensors");
            }
        }
    }

    [Fact]
    public void Lists_with_gaps_and_repetitions_are_refused()
    {
        var callback = new NotingCallback();

        Should.Throw<ArgumentException>(() => new FitOptions { Callbacks = [callback, null!] }).Message.ShouldContain("Element 1 is null");
        Should.Throw<ArgumentException>(() => new FitOptions { Callbacks = [callback, callback] }).Message.ShouldContain("twice");
        Should.Throw<ArgumentNullException>(() => new FitOptions { Callbacks = null! }).ParamName.ShouldBe("Callbacks");
        Should.Throw<ArgumentException>(() => new FitOptions { Metrics = [Metric.R2, Metric.R2] }).Message.ShouldContain("Two metrics are called 'r2'");
    }

    [Fact]
    public void Batches_cost_nothing_where_callbacks_allocate_nothing()
    {
        long allocated = 0;
        var callback = new LambdaCallback
        {
            BatchBegin = run => allocated -= run.Batch == 2 ? GC.GetAllocatedBytesForCurrentThread() : 0,
            BatchEnd = run => allocated += run.Batch == 90 ? GC.GetAllocatedBytesForCurrentThread() : 0,
        };
        var data = new Dataset(new float[100], 1, new float[100], 1);

        Trainer.Fit(new FakeNetwork(LossFunction.MeanSquaredError, outputSize: 1) { Records = false }, data, new FitOptions { BatchSize = 1, Callbacks = [callback] });

        allocated.ShouldBe(0);
    }

    private static void Throw(string call, string when, string message)
    {
        if (call == when)
        {
            throw new FormatException(message);
        }
    }
}
