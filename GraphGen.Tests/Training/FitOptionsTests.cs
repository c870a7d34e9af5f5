using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class FitOptionsTests
{
    [Fact]
    public void Defaults_are_one_epoch_of_batches_of_32_at_a_hundredth()
    {
        var options = new FitOptions();

        options.Epochs.ShouldBe(1);
        options.BatchSize.ShouldBe(32);
        options.LearningRate.ShouldBe(0.01f);
        options.Seed.ShouldBe(0ul);
        options.Validation.ShouldBeNull();
        options.Callbacks.ShouldBeEmpty();
        options.Metrics.ShouldBeEmpty();
        options.Progress.ShouldBeNull();
        (options.DryRun, options.OverfitOneBatch, options.ValidationFraction).ShouldBe((false, false, 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Counts_below_one_are_refused_by_name(int value)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new FitOptions { Epochs = value }).Message
            .ShouldContain($"Epochs is {value}");
        Should.Throw<ArgumentOutOfRangeException>(() => new FitOptions { BatchSize = value }).Message
            .ShouldContain($"BatchSize is {value}");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    public void A_bad_learning_rate_is_refused(float rate) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new FitOptions { LearningRate = rate }).Message.ShouldContain("learning rate");

    [Theory]
    [InlineData(0.01f)]
    [InlineData(0.1f)]
    [InlineData(1e-30f)]
    [InlineData(1e30f)]
    [InlineData(0.33333334f)]
    public void The_schedule_of_a_rate_reads_as_the_rate_was_written_and_is_it_to_the_bit(float rate)
    {
        LearningRateSchedule schedule = new FitOptions { LearningRate = rate }.ScheduleFor(new FakeNetwork().Info);

        schedule.ToString().ShouldBe(FormattableString.Invariant($"Constant({rate}) per epoch"));
        schedule.Start(batchesPerEpoch: 3, epochs: 2).Next().ShouldBe(rate);
    }

    [Fact]
    public void No_metric_takes_the_name_of_the_loss() =>
        Should.Throw<ArgumentException>(() => new FitOptions { Metrics = [Metric.Of("loss", isHigherBetter: false, (_, _) => 1)] }).Message.ShouldContain("another name");

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.99)]
    public void A_share_of_validation_rows_that_leaves_nothing_is_refused_by_its_name(double share) =>
        Should.Throw<ArgumentException>(() => Trainer.Fit(new TinyNetwork(), LineData.Seven, new FitOptions { ValidationFraction = share }))
            .ParamName.ShouldBe(nameof(FitOptions.ValidationFraction));

    [Fact]
    public void Text_is_the_same_in_every_culture()
    {
        using var culture = new Culture();

        new FitOptions { LearningRate = 0.5f }.ToString()
            .ShouldBe("FitOptions { Epochs = 1, BatchSize = 32, LearningRate = 0.5, Seed = 0 }");
    }
}
