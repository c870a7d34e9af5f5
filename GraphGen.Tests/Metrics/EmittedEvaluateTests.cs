using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Metrics;

/// <summary>What the emitted <c>Evaluate</c> returns: that these compile is the first thing they test.</summary>
public sealed class EmittedEvaluateTests
{
    private const int Rows = 300;

    private static readonly float[] Inputs = [.. Enumerable.Range(0, 2 * Rows).Select(index => ((index * 37 % 101) / 50f) - 1)];

    private static readonly Dataset Labelled = new(Inputs, 2, [.. Enumerable.Range(0, Rows).Select(row => row % 3)]);

    [Fact]
    public void A_softmax_is_judged_as_a_classification()
    {
        var network = new Chooser(seed: 1);
        float[] predictions = new float[Rows * 3];
        network.Predict(Inputs, predictions);

        ClassificationEvaluation evaluation = network.Evaluate(Labelled);

        evaluation.Predictions.ToArray().Zip(predictions).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        evaluation.Accuracy.ShouldBe((float)evaluation.F1(Average.Micro), 1e-6f);
    }

    [Fact]
    public void One_binary_output_is_judged_as_yes_or_no()
    {
        var data = new Dataset(Inputs, 2, [.. Enumerable.Range(0, Rows).Select(row => row % 2)]);

        BinaryEvaluation evaluation = new Decider(seed: 1).Evaluate(data);

        (evaluation.TruePositives + evaluation.FalseNegatives).ShouldBe(Rows / 2);
        evaluation.At(0).Recall.ShouldBe(1);
    }

    [Fact]
    public void Several_binary_outputs_are_judged_one_by_one()
    {
        var data = new Dataset(Inputs, 2, [.. Inputs.Select(value => value > 0 ? 1f : 0f)], 2);

        MultiLabelEvaluation evaluation = new Tagger(seed: 1).Evaluate(data);

        evaluation.RowsOf(1).ShouldBe(Enumerable.Range(0, Rows).Count(row => Inputs[(2 * row) + 1] > 0));
    }

    [Fact]
    public void The_squared_error_of_a_regression_is_its_loss_where_that_was_declared()
    {
        RegressionEvaluation evaluation = new Estimator(seed: 1).Evaluate(new Dataset(Inputs, 2, Inputs, 2));

        evaluation.MeanSquaredError.ShouldBe(evaluation.Loss, 1e-5);
        evaluation.Outputs.Count.ShouldBe(2);
    }

    [Fact]
    public void Evaluating_again_and_measuring_allocates_nothing()
    {
        var network = new Chooser(seed: 1);
        var evaluator = new Evaluator(network, Labelled);
        MetricRun[] runs =
        [
            .. new[] { Metric.Accuracy, Metric.TopK(2), Metric.F1(), Metric.RocAuc(), Metric.ExpectedCalibrationError() }
                .Select(metric => metric.Start(Chooser.Info, Labelled)),
        ];

        AllocatedBytes.Of(5, () =>
        {
            evaluator.Run();
            foreach (MetricRun run in runs)
            {
                run.Compute(evaluator.Predictions);
            }
        }).ShouldBe(0);
    }
}
