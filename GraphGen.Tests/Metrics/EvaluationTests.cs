using GraphGen.Execution;
using GraphGen.Tests.Training;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Metrics;

/// <summary>What evaluations do at the ends of their ranges, and that nothing changes them.</summary>
public sealed class EvaluationTests
{
    [Fact]
    public void An_evaluation_keeps_what_was_predicted_whatever_happens_to_the_data()
    {
        int[] labels = [0, 1, 2, 1];
        var network = new FakeNetwork { Prediction = (row, output) => output == row % 3 ? 0.5f : 0.25f };
        ClassificationEvaluation evaluation = Trainer.EvaluateClassification(network, new Dataset(new float[4], 1, labels));
        labels.AsSpan().Clear();

        evaluation.Count.ShouldBe(4);
        evaluation.OutputSize.ShouldBe(3);
        evaluation.Predictions.ToArray().ShouldBe([0.5f, 0.25f, 0.25f, 0.25f, 0.5f, 0.25f, 0.25f, 0.25f, 0.5f, 0.5f, 0.25f, 0.25f]);
        Enumerable.Range(0, 4).Select(evaluation.PredictedClass).ShouldBe([0, 1, 2, 0]);
        (evaluation.ConfusionMatrix[1, 1], evaluation.ConfusionMatrix[1, 0], evaluation.RowsOf(1)).ShouldBe((1, 1, 2));
    }

    [Fact]
    public void Of_equally_probable_classes_the_first_is_predicted_and_comes_first()
    {
        ClassificationEvaluation evaluation = Classification(3, [0.4f, 0.4f, 0.2f, 0.2f, 0.4f, 0.4f], 1, 2);

        (evaluation.PredictedClass(0), evaluation.PredictedClass(1)).ShouldBe((0, 1));
        (evaluation.TopK(1), evaluation.TopK(2)).ShouldBe((0, 1));
    }

    [Fact]
    public void What_is_not_defined_is_documented_as_not_a_number()
    {
        Classification(2, [0.9f, 0.1f, 0.3f, 0.7f], 0, 0).RocAuc().ShouldBe(double.NaN);
        Classification(2, [0.9f, 0.1f, float.NaN, 0.7f], 0, 1).RocAuc().ShouldBe(double.NaN);
        Binary([0.9f, 0.1f], 1, 1).RocAuc().ShouldBe(double.NaN);
        Binary([0.9f, float.NaN], 1, 0).RocAuc().ShouldBe(double.NaN);
        Regression([1], 2).R2.ShouldBe(double.NaN);
        Regression([1, float.NaN], 2, 2).R2.ShouldBe(double.NaN);
    }

    [Fact]
    public void Equal_targets_have_no_variation_however_they_round()
    {
        Regression([0.1f, 0.1f, 0.1f], 0.1f, 0.1f, 0.1f).R2.ShouldBe(1);
        Regression([0.1f, 0.1f, 0.2f], 0.1f, 0.1f, 0.1f).R2.ShouldBe(0);
    }

    [Fact]
    public void The_threshold_itself_is_a_yes()
    {
        BinaryEvaluation evaluation = Binary([0.5f, 0.25f, 0.75f, 0.1f], 1, 1, 0, 0);

        (evaluation.TruePositives, evaluation.FalsePositives, evaluation.FalseNegatives, evaluation.TrueNegatives).ShouldBe((1, 1, 1, 1));
        BinaryEvaluation lower = evaluation.At(0.25f);
        (lower.TruePositives, lower.FalsePositives, lower.FalseNegatives, lower.TrueNegatives).ShouldBe((2, 1, 0, 1));
        (lower.Threshold, evaluation.Threshold, lower.Loss, lower.Count).ShouldBe((0.25f, 0.5f, evaluation.Loss, 4));
        (lower.ConfusionMatrix[0, 1], lower.ConfusionMatrix[1, 1]).ShouldBe((1, 2));
    }

    [Fact]
    public void What_is_out_of_range_is_refused_by_name()
    {
        ClassificationEvaluation classes = Classification(2, [0.9f, 0.1f], 0);
        BinaryEvaluation binary = Binary([0.5f], 1);
        MultiLabelEvaluation several = MultiLabel(2, [0.5f, 0.2f], 1, 0);

        Refused(() => classes.TopK(0), "k", "from 1 to 2");
        Refused(() => classes.TopK(3), "k", "from 1 to 2");
        Refused(() => classes.Precision(2), "classIndex", "from 0 to 1");
        Refused(() => classes.Recall(-1), "classIndex", "from 0 to 1");
        Refused(() => classes.F1((Average)9), "average", "Average.Macro");
        Refused(() => classes.RocAuc(2), "classIndex", "from 0 to 1");
        Refused(() => classes.RowsOf(2), "classIndex", "from 0 to 1");
        Refused(() => classes.PredictedClass(1), "row", "from 0 to 0");
        Refused(() => classes.ExpectedCalibrationError(0), "bins", "1 or more");
        Refused(() => classes.ConfusionMatrix[2, 0], "actual", "from 0 to 1");
        Refused(() => classes.ConfusionMatrix[0, -1], "predicted", "from 0 to 1");
        Refused(() => binary.At(1.5f).Recall, "threshold", "[0, 1]");
        Refused(() => binary.At(float.NaN).Recall, "threshold", "[0, 1]");
        Refused(() => several.At(-0.1f).Accuracy, "threshold", "[0, 1]");
        Refused(() => several.F1(2), "output", "from 0 to 1");
        Refused(() => several.RocAuc(2), "output", "from 0 to 1");

        static void Refused(Func<double> ask, string argument, string range)
        {
            var refusal = Should.Throw<ArgumentOutOfRangeException>(() => ask());
            refusal.ParamName.ShouldBe(argument);
            refusal.Message.ShouldContain(range);
        }
    }

    [Fact]
    public void Names_are_as_many_as_classes()
    {
        ClassificationEvaluation classes = Classification(2, [0.9f, 0.1f], 0);

        Should.Throw<ArgumentException>(() => classes.ToString(["one"])).Message.ShouldContain("1 names for 2");
        Should.Throw<ArgumentException>(() => classes.ConfusionMatrix.ToString(["a", "b", "c"])).ParamName.ShouldBe("classNames");
        Should.Throw<ArgumentNullException>(() => MultiLabel(2, [0.5f, 0.2f], 1, 0).ToString(null!)).ParamName.ShouldBe("outputNames");
    }

    [Fact]
    public void Too_many_classes_for_a_confusion_matrix_still_have_scores()
    {
        const int Classes = 50_000;
        float[] predictions = new float[Classes];
        predictions[40_000] = 1;

        ClassificationEvaluation evaluation = Classification(Classes, predictions, 40_000);

        evaluation.F1(40_000).ShouldBe(1);
        evaluation.F1().ShouldBe(1);
        Should.Throw<InvalidOperationException>(() => evaluation.ConfusionMatrix).Message.ShouldContain("50000");
    }

    private static ClassificationEvaluation Classification(int classes, float[] predictions, params int[] labels) =>
        Case(LossFunction.SoftmaxCrossEntropy, classes, predictions, labels, null).Classification();

    private static BinaryEvaluation Binary(float[] predictions, params int[] labels) =>
        Case(LossFunction.BinaryCrossEntropy, 1, predictions, labels, null).Binary();

    private static MultiLabelEvaluation MultiLabel(int outputs, float[] predictions, params float[] targets) =>
        Case(LossFunction.BinaryCrossEntropy, outputs, predictions, null, targets).MultiLabel();

    private static RegressionEvaluation Regression(float[] predictions, params float[] targets) =>
        Case(LossFunction.MeanSquaredError, 1, predictions, null, targets).Regression();

    private static MetricCase Case(LossFunction loss, int outputs, float[] predictions, int[]? labels, float[]? targets) =>
        new(loss, outputs, predictions, labels, targets, [], null, null, null);
}
