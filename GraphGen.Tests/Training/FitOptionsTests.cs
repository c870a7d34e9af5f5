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

    [Fact]
    public void Text_is_the_same_in_every_culture()
    {
        using var culture = new Culture();

        new FitOptions { LearningRate = 0.5f }.ToString()
            .ShouldBe("FitOptions { Epochs = 1, BatchSize = 32, LearningRate = 0.5, Seed = 0 }");
    }
}
