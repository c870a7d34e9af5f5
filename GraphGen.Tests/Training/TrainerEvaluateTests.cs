using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class TrainerEvaluateTests
{
    [Fact]
    public void Data_are_evaluated_in_chunks_and_the_loss_is_their_mean()
    {
        var network = new FakeNetwork { EvaluationLoss = (start, count) => Enumerable.Range(start, count).Sum(row => (double)row) };

        ClassificationEvaluation evaluation = Trainer.EvaluateClassification(network, new Dataset(new float[300], 1, new int[300]));

        network.Calls.ShouldBe(["capacity 128", "evaluate 0 128", "evaluate 128 128", "evaluate 256 44"]);
        evaluation.Loss.ShouldBe(149.5f);
    }

    [Fact]
    public void Room_that_the_network_has_is_used()
    {
        var network = new FakeNetwork();
        network.EnsureCapacity(200);

        Trainer.EvaluateClassification(network, new Dataset(new float[300], 1, new int[300]));

        network.Calls.Skip(1).ShouldBe(["evaluate 0 200", "evaluate 200 100"]);
    }

    [Fact]
    public void Softmax_is_right_where_the_largest_probability_is_the_labels()
    {
        var network = new FakeNetwork { Prediction = (row, output) => output == row % 3 ? 0.5f : 0.25f };

        Trainer.EvaluateClassification(network, new Dataset(new float[5], 1, [0, 1, 2, 1, 1])).Accuracy.ShouldBe(0.8f);
    }

    [Fact]
    public void Softmax_finds_the_label_of_rows_beyond_the_first_chunk()
    {
        var network = new FakeNetwork { Prediction = (row, output) => output == row % 3 ? 1 : 0 };

        int[] labels = [.. Enumerable.Range(0, 300).Select(row => row % 3)];

        Trainer.EvaluateClassification(network, new Dataset(new float[300], 1, labels)).Accuracy.ShouldBe(1);
    }

    [Fact]
    public void Binary_outputs_are_right_on_the_targets_side_of_one_half()
    {
        var network = new FakeNetwork(LossFunction.BinaryCrossEntropy, outputSize: 2)
        {
            Prediction = (_, output) => output == 0 ? 0.5f : 0.49f,
        };

        Trainer.EvaluateMultiLabel(network, new Dataset(new float[2], 1, [1, 0, 0.5f, 1], 2)).Accuracy.ShouldBe(0.75f);
    }

    [Fact]
    public void One_binary_output_may_be_measured_by_labels()
    {
        var network = new FakeNetwork(LossFunction.BinaryCrossEntropy, outputSize: 1)
        {
            Prediction = (row, _) => row < 2 ? 0.9f : 0.1f,
        };

        Trainer.EvaluateBinary(network, new Dataset(new float[4], 1, [1, 0, 0, 0])).Accuracy.ShouldBe(0.75f);
    }

    [Fact]
    public void A_regression_has_a_loss_and_errors()
    {
        var network = new FakeNetwork(LossFunction.MeanAbsoluteError, outputSize: 2)
        {
            EvaluationLoss = (_, count) => 3 * count,
            Prediction = (_, output) => 2 * output,
        };

        RegressionEvaluation evaluation = Trainer.EvaluateRegression(network, new Dataset(new float[4], 1, new float[8], 2));

        (evaluation.Loss, evaluation.MeanSquaredError, evaluation.MeanAbsoluteError).ShouldBe((3, 2, 1));
    }

    [Fact]
    public void Data_are_checked_before_the_network_is_touched()
    {
        var network = new FakeNetwork();

        Should.Throw<ArgumentException>(() => Trainer.EvaluateClassification(network, new Dataset([float.NaN], 1, [0]))).ParamName.ShouldBe("data");
        Should.Throw<ArgumentNullException>(() => Trainer.EvaluateClassification(network, null!)).ParamName.ShouldBe("data");
        Should.Throw<ArgumentNullException>(() => Trainer.EvaluateClassification(null!, new Dataset([0], 1, [0]))).ParamName.ShouldBe("network");
        network.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void More_predictions_than_an_array_holds_are_refused_before_the_network_is_touched()
    {
        var network = new FakeNetwork(outputSize: int.MaxValue);

        Should.Throw<ArgumentException>(() => Trainer.EvaluateClassification(network, new Dataset(new float[2], 1, [0, 1])))
            .Message.ShouldContain("2 rows, 2147483647 values each");
        network.Calls.ShouldBeEmpty();
    }
}
