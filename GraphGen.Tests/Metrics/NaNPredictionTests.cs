using Shouldly;
using Xunit;

namespace GraphGen.Tests.Metrics;

/// <summary>A prediction that is NaN is never right, and never counted as a class.</summary>
public sealed class NaNPredictionTests
{
    private const float NaN = float.NaN;

    // Every row is of class 0, which is where the largest of numbers that are none is often found.
    private static readonly MetricCase Classes = Case(LossFunction.SoftmaxCrossEntropy, 3, [NaN, NaN, NaN, NaN, 0.9f, 0.1f, 0.9f, NaN, 0.1f, 0.8f, 0.1f, 0.1f], [0, 0, 0, 0], null);

    // A no, a no and a yes that were not answered, and each answered rightly once.
    private static readonly MetricCase Answers = Case(LossFunction.BinaryCrossEntropy, 1, [NaN, NaN, NaN, 0.1f, 0.9f], [0, 0, 1, 0, 1], null);

    private static readonly MetricCase Several = Case(LossFunction.BinaryCrossEntropy, 2, [NaN, 0.1f, 0.9f, 0.9f, 0.1f, NaN], null, [0, 0, 1, 1, 0, 1]);

    [Fact]
    public void It_is_of_no_class()
    {
        ClassificationEvaluation evaluation = Classes.Classification();

        evaluation.NaNCount.ShouldBe(3);
        evaluation.Accuracy.ShouldBe(0.25f);
        evaluation.TopK(1).ShouldBe(0.25);
        Enumerable.Range(0, 4).Select(evaluation.PredictedClass).ShouldBe([-1, -1, -1, 0]);
        Enumerable.Range(0, 3).Sum(predicted => evaluation.ConfusionMatrix[0, predicted]).ShouldBe(1);
        (evaluation.RowsOf(0), evaluation.Precision(0), evaluation.Recall(0), evaluation.F1(0)).ShouldBe((4, 1, 0.25, 0.4));
        evaluation.RocAuc(0).ShouldBe(double.NaN);
        evaluation.ExpectedCalibrationError().ShouldBe(double.NaN);
        evaluation.ToString().ShouldStartWith("loss 0.25, accuracy 25.00 %, expected calibration error -, 4 rows, 3 predicted as NaN\n");
    }

    [Fact]
    public void It_is_neither_yes_nor_no()
    {
        BinaryEvaluation evaluation = Answers.Binary();

        evaluation.NaNCount.ShouldBe(3);
        evaluation.Accuracy.ShouldBe(0.4f);
        evaluation.At(0).Accuracy.ShouldBe(0.2f);
        (evaluation.TruePositives, evaluation.FalsePositives, evaluation.FalseNegatives, evaluation.TrueNegatives).ShouldBe((1, 0, 0, 1));
        (evaluation.Precision, evaluation.Recall).ShouldBe((1, 0.5));
        evaluation.ExpectedCalibrationError().ShouldBe(double.NaN);
    }

    [Fact]
    public void It_is_wrong_at_its_output_and_for_its_row()
    {
        MultiLabelEvaluation evaluation = Several.MultiLabel();

        evaluation.NaNCount.ShouldBe(2);
        evaluation.Accuracy.ShouldBe(4 / 6f);
        evaluation.SubsetAccuracy.ShouldBe(1 / 3f);
        evaluation.Recall(1).ShouldBe(0.5);
    }

    [Fact]
    public void Metrics_say_what_evaluations_say()
    {
        Classes.Compute(Metric.Accuracy).ShouldBe(0.25);
        Classes.Compute(Metric.TopK(1)).ShouldBe(0.25);
        Classes.Compute(Metric.Recall(0)).ShouldBe(0.25);
        Classes.Compute(Metric.Precision(Average.Micro)).ShouldBe(1);
        Answers.Compute(Metric.Accuracy).ShouldBe(0.4, 1e-7);
        Answers.Compute(Metric.F1()).ShouldBe(2 / 3.0, 1e-12);
        Several.Compute(Metric.Accuracy).ShouldBe(4 / 6.0, 1e-7);
        Several.Compute(Metric.ExpectedCalibrationError()).ShouldBe(double.NaN);
        Several.Compute(Metric.RocAuc(0)).ShouldBe(double.NaN);
    }

    private static MetricCase Case(LossFunction loss, int outputs, float[] predictions, int[]? labels, float[]? targets) =>
        new(loss, outputs, predictions, labels, targets, [], null, null, null);
}
