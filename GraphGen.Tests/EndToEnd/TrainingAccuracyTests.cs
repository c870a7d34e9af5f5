using Shouldly;
using Xunit;

namespace GraphGen.Tests.EndToEnd;

/// <summary>Accuracy while training is counted by the loss kernels: without dropout and at rate zero it is what an evaluation finds.</summary>
public class TrainingAccuracyTests
{
    private const int Rows = 203;

    [Fact]
    public void A_classifier_counts_the_rows_whose_largest_logit_is_the_labels()
    {
        var data = new Dataset(RandomData.Floats(Rows * Sorter.InputSize, seed: 1), Sorter.InputSize, RandomData.Labels(Rows, Sorter.OutputSize, seed: 2));
        Compare(new Sorter(seed: 3).Fit(data, Still(data)));
    }

    [Fact]
    public void A_binary_classifier_counts_the_outputs_on_the_right_side()
    {
        float[] targets = [.. RandomData.Labels(Rows * Findings.OutputSize, 2, seed: 4)];
        var data = new Dataset(RandomData.Floats(Rows * Findings.InputSize, seed: 5), Findings.InputSize, targets, Findings.OutputSize);
        Compare(new Findings(seed: 6).Fit(data, Still(data)));
    }

    [Fact]
    public void A_regression_has_none()
    {
        var data = new Dataset(RandomData.Floats(8 * Curve.InputSize, seed: 7), Curve.InputSize, RandomData.Floats(8, seed: 8), Curve.OutputSize);
        new Curve().Fit(data, Still(data)).Accuracy.Single().ShouldBe(float.NaN);
    }

    private static FitOptions Still(Dataset data) => new() { LearningRate = 0, BatchSize = 32, Validation = data };

    private static void Compare(History history)
    {
        history.Accuracy.Single().ShouldBeInRange(0.01f, 0.99f);
        history.Accuracy.Single().ShouldBe(history.ValidationAccuracy.Single());
    }
}
