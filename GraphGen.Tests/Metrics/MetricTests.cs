using GraphGen.Tests.EndToEnd;
using GraphGen.Tests.Training;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Metrics;

/// <summary>What metrics ask of networks and data, and what they promise beyond their values.</summary>
public sealed class MetricTests
{
    private static readonly Metric[] OfClasses =
    [
        Metric.Accuracy, Metric.TopK(2), Metric.Precision(), Metric.Recall(Average.Micro), Metric.F1(Average.Weighted), Metric.F1(1),
        Metric.RocAuc(), Metric.RocAuc(Average.Micro), Metric.RocAuc(2), Metric.ExpectedCalibrationError(),
    ];

    private static readonly Metric[] OfValues = [Metric.MeanSquaredError, Metric.RootMeanSquaredError, Metric.MeanAbsoluteError, Metric.R2];

    [Fact]
    public void Names_tell_metrics_apart() => Metrics().Select(metric => $"{metric}").ShouldBe(
    [
        "accuracy", "top2_accuracy", "precision_macro", "recall_micro", "f1_weighted", "f1_class1", "roc_auc_macro", "roc_auc_micro",
        "roc_auc_class2", "expected_calibration_error", "mean_squared_error", "root_mean_squared_error", "mean_absolute_error", "r2",
    ]);

    [Fact]
    public void Errors_are_better_when_lower_and_scores_when_higher() =>
        Metrics().Where(metric => !metric.IsHigherBetter).Select(metric => metric.Name).ShouldBe(
            ["expected_calibration_error", "mean_squared_error", "root_mean_squared_error", "mean_absolute_error"]);

    [Theory]
    [InlineData(LossFunction.SoftmaxCrossEntropy)]
    [InlineData(LossFunction.BinaryCrossEntropy)]
    [InlineData(LossFunction.MeanSquaredError)]
    [InlineData(LossFunction.MeanAbsoluteError)]
    [InlineData(LossFunction.Huber)]
    public void A_metric_that_makes_no_sense_for_the_loss_is_refused_with_both_names(LossFunction loss)
    {
        NetworkInfo info = new FakeNetwork(loss).Info;
        bool isRegression = loss is not (LossFunction.SoftmaxCrossEntropy or LossFunction.BinaryCrossEntropy);

        foreach (Metric metric in Metrics())
        {
            bool needsSoftmax = metric.Name == "top2_accuracy";
            bool fits = isRegression == OfValues.Contains(metric) && (!needsSoftmax || loss == LossFunction.SoftmaxCrossEntropy);
            if (fits)
            {
                metric.Check(info);
                continue;
            }

            string message = Should.Throw<ArgumentException>(() => metric.Check(info)).Message;
            message.ShouldContain(metric.Name);
            message.ShouldContain("Fake");
        }
    }

    [Fact]
    public void A_class_that_the_network_does_not_have_is_refused()
    {
        NetworkInfo info = new FakeNetwork(outputSize: 3).Info;

        Should.Throw<ArgumentException>(() => Metric.F1(3).Check(info)).Message.ShouldContain("from 0 to 2");
        Should.Throw<ArgumentException>(() => Metric.RocAuc(7).Check(info)).Message.ShouldContain("class or output 7");
        Should.Throw<ArgumentException>(() => Metric.TopK(4).Check(info)).Message.ShouldContain("from 1 to 3");
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_at_once()
    {
        Refused(() => Metric.TopK(0), "k");
        Refused(() => Metric.Precision(-1), "classIndex");
        Refused(() => Metric.Recall(-1), "classIndex");
        Refused(() => Metric.F1(-1), "classIndex");
        Refused(() => Metric.RocAuc(-1), "classIndex");
        Refused(() => Metric.F1((Average)3), "average");
        Refused(() => Metric.RocAuc((Average)(-1)), "average");
        Refused(() => Metric.ExpectedCalibrationError(0), "bins");

        static void Refused(Func<Metric> make, string argument) =>
            Should.Throw<ArgumentOutOfRangeException>(make).ParamName.ShouldBe(argument);
    }

    [Fact]
    public void Starting_checks_the_metric_and_the_data()
    {
        NetworkInfo info = new FakeNetwork(outputSize: 3).Info;

        Should.Throw<ArgumentException>(() => Metric.R2.Start(info, Labelled(0, 1))).ParamName.ShouldBe("info");
        Should.Throw<ArgumentException>(() => Metric.Accuracy.Start(info, Labelled(0, 3))).Message.ShouldContain("Label 3");
        Should.Throw<ArgumentNullException>(() => Metric.Accuracy.Start(info, null!)).ParamName.ShouldBe("data");
        Should.Throw<ArgumentNullException>(() => Metric.Accuracy.Start(null!, Labelled(0))).ParamName.ShouldBe("info");
    }

    [Fact]
    public void Predictions_of_another_number_of_rows_are_refused()
    {
        MetricRun run = Metric.Accuracy.Start(new FakeNetwork(outputSize: 3).Info, Labelled(0, 1));

        Should.Throw<ArgumentException>(() => run.Compute(new float[3])).Message.ShouldContain("3 values where 6");
    }

    [Theory]
    [InlineData("TenClasses")]
    [InlineData("Binary")]
    [InlineData("MultiLabel")]
    [InlineData("RegressionOfThreeOutputs")]
    public void Computing_again_gives_the_same_and_allocates_nothing(string name)
    {
        MetricCase judged = MetricCase.All[name];
        foreach (Metric metric in Metrics().Where(metric => Fits(metric, judged)))
        {
            MetricRun run = metric.Start(judged.Info(), judged.Data());
            double first = run.Compute(judged.Predictions);

            AllocatedBytes.Of(3, () => run.Compute(judged.Predictions)).ShouldBe(0, metric.Name);
            run.Compute(judged.Predictions).ShouldBe(first, metric.Name);
        }
    }

    [Fact]
    public void A_run_has_forgotten_the_predictions_before()
    {
        MetricCase judged = MetricCase.All["TenClasses"];
        float[] others = [.. judged.Predictions.Reverse()];
        foreach (Metric metric in OfClasses)
        {
            MetricRun run = metric.Start(judged.Info(), judged.Data());
            run.Compute(others);

            run.Compute(judged.Predictions).ShouldBe(judged.Compute(metric), metric.Name);
        }
    }

    [Fact]
    public void Weights_of_rows_count_in_no_metric()
    {
        MetricCase judged = MetricCase.All["TenClasses"];
        Dataset weighted = judged.Data().WithWeights([.. Enumerable.Range(0, judged.Rows).Select(row => row % 3f)]);

        foreach (Metric metric in OfClasses)
        {
            metric.Start(judged.Info(), weighted).Compute(judged.Predictions).ShouldBe(judged.Compute(metric), metric.Name);
        }
    }

    [Fact]
    public void A_label_of_one_is_a_yes()
    {
        MetricCase judged = MetricCase.All["Binary"];
        var labelled = new Dataset(new float[judged.Rows], 1, [.. judged.Targets!.Select(target => (int)target)]);

        foreach (Metric metric in OfClasses.Where(metric => Fits(metric, judged)))
        {
            metric.Start(judged.Info(), labelled).Compute(judged.Predictions).ShouldBe(judged.Compute(metric), metric.Name);
        }
    }

    [Fact]
    public void A_metric_may_be_a_function()
    {
        Metric metric = Metric.Of("largest", isHigherBetter: true, (predictions, data) => predictions[0] + data.Count);
        MetricRun run = metric.Start(new FakeNetwork(outputSize: 3).Info, Labelled(0, 1));

        metric.Name.ShouldBe("largest");
        metric.IsHigherBetter.ShouldBeTrue();
        run.Compute([0.5f, 0, 0, 0, 0, 0]).ShouldBe(2.5);
        Should.Throw<ArgumentException>(() => Metric.Of(" ", isHigherBetter: true, (_, _) => 0)).ParamName.ShouldBe("name");
        Should.Throw<ArgumentNullException>(() => Metric.Of("none", isHigherBetter: true, null!)).ParamName.ShouldBe("function");
    }

    private static IEnumerable<Metric> Metrics() => [.. OfClasses, .. OfValues];

    private static bool Fits(Metric metric, MetricCase judged) =>
        judged.Figures.ContainsKey(metric.Name);

    private static Dataset Labelled(params int[] labels) => new(new float[labels.Length], 1, labels);
}
