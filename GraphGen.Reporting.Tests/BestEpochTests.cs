using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests;

/// <summary>What the live view and the page call best.</summary>
public sealed class BestEpochTests
{
    [Fact]
    public void Before_the_first_epoch_none_is_best() => BestEpoch.Of(new History()).ShouldBeNull();

    [Fact]
    public void The_lowest_validation_loss_is_best_and_the_first_of_equal_ones()
    {
        History history = Of((0.1f, 0.5f, 0.9f), (0.2f, 0.3f, 0.8f), (0.05f, 0.3f, 0.95f));
        BestEpoch.Of(history)!.Epoch.ShouldBe(2);
    }

    [Fact]
    public void Without_validation_data_the_lowest_training_loss_is_best() => BestEpoch.Of(Of((0.3f, null, null), (0.1f, null, null))).ShouldBe(Record(2, 0.1f, null, null));

    [Fact]
    public void What_early_stopping_found_best_is_best()
    {
        History history = Of((0.1f, 0.5f, 0.9f), (0.2f, 0.3f, 0.8f));
        history.BestEpoch = 1;
        BestEpoch.Of(history)!.Epoch.ShouldBe(1);
    }

    [Fact]
    public void What_is_not_a_number_is_never_better_than_a_number() => BestEpoch.Of(Of((1, float.NaN, null), (1, 7, null)))!.Epoch.ShouldBe(2);

    private static History Of(params (float Loss, float? ValidationLoss, float? ValidationAccuracy)[] epochs)
    {
        var history = new History();
        foreach ((int index, (float loss, float? validationLoss, float? validationAccuracy)) in epochs.Index())
        {
            history.Add(Record(index + 1, loss, validationLoss, validationAccuracy));
        }

        return history;
    }

    private static EpochRecord Record(int epoch, float loss, float? validationLoss, float? validationAccuracy) =>
        new(epoch, loss, Accuracy: float.NaN, validationLoss, validationAccuracy, Seconds: 1, SamplesPerSecond: 1, LearningRate: 0.1f);
}
