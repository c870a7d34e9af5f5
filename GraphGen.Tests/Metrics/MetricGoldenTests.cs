using Shouldly;
using Xunit;

namespace GraphGen.Tests.Metrics;

/// <summary>Metrics and evaluations against scikit-learn.</summary>
public sealed class MetricGoldenTests
{
    /// <summary>What the golden file judges and no metric is: only evaluations have it.</summary>
    private const string SubsetAccuracy = "subset_accuracy";

    private static readonly Metric[] Metrics =
    [
        Metric.Accuracy, Metric.MeanSquaredError, Metric.RootMeanSquaredError, Metric.MeanAbsoluteError, Metric.R2,
        Metric.ExpectedCalibrationError(), Metric.ExpectedCalibrationError(10),
        .. Enumerable.Range(1, 10).Select(Metric.TopK),
        .. Enum.GetValues<Average>().SelectMany(average =>
            new[] { Metric.Precision(average), Metric.Recall(average), Metric.F1(average), Metric.RocAuc(average) }),
        .. Enumerable.Range(0, 10).SelectMany(index =>
            new[] { Metric.Precision(index), Metric.Recall(index), Metric.F1(index), Metric.RocAuc(index) }),
    ];

    public static TheoryData<string> Cases => [.. MetricCase.All.Keys];

    public static TheoryData<string> Classes => Of(LossFunction.SoftmaxCrossEntropy, _ => true);

    public static TheoryData<string> OneOutput => Of(LossFunction.BinaryCrossEntropy, outputs => outputs == 1);

    public static TheoryData<string> SeveralOutputs => Of(LossFunction.BinaryCrossEntropy, outputs => outputs > 1);

    public static TheoryData<string> Regressions => Of(LossFunction.Huber, _ => true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_metric_is_scikit_learns(string name)
    {
        MetricCase judged = MetricCase.All[name];
        foreach ((string figure, double? expected) in judged.Figures.Where(figure => figure.Key != SubsetAccuracy))
        {
            Metric metric = Metrics.Single(metric => metric.Name == figure);
            Same(judged.Compute(metric), expected, $"{name}: {figure}");
        }
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void An_evaluation_of_classes_is_scikit_learns(string name)
    {
        MetricCase judged = MetricCase.All[name];
        ClassificationEvaluation evaluation = judged.Classification();
        var figures = new Dictionary<string, double>
        {
            ["accuracy"] = evaluation.Accuracy,
            ["expected_calibration_error"] = evaluation.ExpectedCalibrationError(),
            ["expected_calibration_error_10bins"] = evaluation.ExpectedCalibrationError(10),
        };
        for (int k = 1; k <= judged.Outputs; k++)
        {
            figures[$"top{k}_accuracy"] = evaluation.TopK(k);
        }

        Add(figures, "precision", judged.Outputs, evaluation.Precision, evaluation.Precision);
        Add(figures, "recall", judged.Outputs, evaluation.Recall, evaluation.Recall);
        Add(figures, "f1", judged.Outputs, evaluation.F1, evaluation.F1);
        Add(figures, "roc_auc", judged.Outputs, evaluation.RocAuc, evaluation.RocAuc);

        SameFigures(figures, judged.Figures, name);
        Matrix(evaluation.ConfusionMatrix).ShouldBe(judged.Confusion);
        Enumerable.Range(0, judged.Outputs).Sum(evaluation.RowsOf).ShouldBe(judged.Rows);
    }

    [Theory]
    [MemberData(nameof(OneOutput))]
    public void An_evaluation_of_one_binary_output_is_scikit_learns_at_every_threshold(string name)
    {
        MetricCase judged = MetricCase.All[name];
        BinaryEvaluation evaluation = judged.Binary();

        SameScores(evaluation, judged.Figures.ToDictionary(figure => figure.Key, figure => figure.Value ?? double.NaN), name);
        Same(evaluation.RocAuc(), judged.Figures["roc_auc_macro"], name);
        Same(evaluation.ExpectedCalibrationError(), judged.Figures["expected_calibration_error"], name);
        Same(evaluation.ExpectedCalibrationError(10), judged.Figures["expected_calibration_error_10bins"], name);
        foreach (MetricCase.AtThreshold at in judged.Thresholds!)
        {
            SameScores(evaluation.At(at.Threshold), at.Figures, $"{name} at {at.Threshold}");
        }
    }

    [Theory]
    [MemberData(nameof(SeveralOutputs))]
    public void An_evaluation_of_several_binary_outputs_is_scikit_learns_at_every_threshold(string name)
    {
        MetricCase judged = MetricCase.All[name];
        MultiLabelEvaluation evaluation = judged.MultiLabel();

        Dictionary<string, double> figures = FiguresOf(evaluation);
        Add(figures, "roc_auc", judged.Outputs, evaluation.RocAuc, evaluation.RocAuc);
        figures["expected_calibration_error"] = evaluation.ExpectedCalibrationError();
        figures["expected_calibration_error_10bins"] = evaluation.ExpectedCalibrationError(10);
        SameFigures(figures, judged.Figures, name);
        foreach (MetricCase.AtThreshold at in judged.Thresholds!)
        {
            SameFigures(FiguresOf(evaluation.At(at.Threshold)), Defined(at.Figures), name);
        }
    }

    [Theory]
    [MemberData(nameof(Regressions))]
    public void An_evaluation_of_a_regression_is_scikit_learns_over_all_and_for_each_output(string name)
    {
        MetricCase judged = MetricCase.All[name];
        RegressionEvaluation evaluation = judged.Regression();

        var all = new RegressionScores(
            evaluation.MeanSquaredError, evaluation.RootMeanSquaredError, evaluation.MeanAbsoluteError, evaluation.R2);
        SameFigures(FiguresOf(all), judged.Figures, name);
        evaluation.Outputs.Count.ShouldBe(judged.Outputs);
        for (int output = 0; output < judged.Outputs; output++)
        {
            SameFigures(FiguresOf(evaluation.Outputs[output]), Defined(judged.Each![output]), $"{name}, output {output}");
        }
    }

    private static Dictionary<string, double> FiguresOf(MultiLabelEvaluation evaluation)
    {
        var figures = new Dictionary<string, double> { ["accuracy"] = evaluation.Accuracy, [SubsetAccuracy] = evaluation.SubsetAccuracy };
        Add(figures, "precision", evaluation.OutputSize, evaluation.Precision, evaluation.Precision);
        Add(figures, "recall", evaluation.OutputSize, evaluation.Recall, evaluation.Recall);
        Add(figures, "f1", evaluation.OutputSize, evaluation.F1, evaluation.F1);
        return figures;
    }

    private static Dictionary<string, double> FiguresOf(RegressionScores scores) => new()
    {
        ["mean_squared_error"] = scores.MeanSquaredError,
        ["root_mean_squared_error"] = scores.RootMeanSquaredError,
        ["mean_absolute_error"] = scores.MeanAbsoluteError,
        ["r2"] = scores.R2,
    };

    /// <summary>A score's averages, and the score of every class or output.</summary>
    private static void Add(
        Dictionary<string, double> figures, string score, int classes, Func<Average, double> averaged, Func<int, double> ofOne)
    {
        foreach (Average average in Enum.GetValues<Average>())
        {
            figures[$"{score}_{average.ToString().ToLowerInvariant()}"] = averaged(average);
        }

        for (int index = 0; index < classes; index++)
        {
            figures[$"{score}_class{index}"] = ofOne(index);
        }
    }

    /// <summary>Figures none of which is NaN.</summary>
    private static Dictionary<string, double?> Defined(Dictionary<string, double> figures) =>
        figures.ToDictionary(figure => figure.Key, figure => (double?)figure.Value);

    private static void SameScores(BinaryEvaluation evaluation, Dictionary<string, double> expected, string because)
    {
        Same(evaluation.Accuracy, expected["accuracy"], $"{because}: accuracy");
        Same(evaluation.Precision, expected["precision_class0"], because);
        Same(evaluation.Recall, expected["recall_class0"], because);
        Same(evaluation.F1, expected["f1_class0"], because);
    }

    private static void SameFigures(Dictionary<string, double> figures, Dictionary<string, double?> expected, string because)
    {
        figures.Keys.Order().ShouldBe(expected.Keys.Order(), because);
        foreach ((string figure, double value) in figures)
        {
            Same(value, expected[figure], $"{because}: {figure}");
        }
    }

    private static void Same(double value, double? expected, string because)
    {
        if (expected is not { } number)
        {
            value.ShouldBe(double.NaN, because);
            return;
        }

        // Accuracies are single precision.
        double tolerance = because.Contains("accuracy", StringComparison.Ordinal) ? 1e-7 : 1e-12;
        value.ShouldBe(number, tolerance * Math.Max(1, Math.Abs(number)), because);
    }

    private static int[] Matrix(ConfusionMatrix matrix) =>
    [
        .. from actual in Enumerable.Range(0, matrix.Classes)
           from predicted in Enumerable.Range(0, matrix.Classes)
           select matrix[actual, predicted],
    ];

    private static TheoryData<string> Of(LossFunction loss, Func<int, bool> isWanted) =>
        [.. MetricCase.All.Where(named => named.Value.Loss == loss && isWanted(named.Value.Outputs)).Select(named => named.Key)];
}
