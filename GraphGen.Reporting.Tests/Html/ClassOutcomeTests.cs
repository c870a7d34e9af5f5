using GraphGen.Reporting.Html;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

public sealed class ClassOutcomeTests
{
    [Fact]
    public void Classes_pairs_and_surest_mistakes_are_those_of_a_plain_count()
    {
        const int Rows = 500, Classes = 5, Worst = 7;
        var random = new Random(5);
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(Classes))];
        float[] predictions = [.. Enumerable.Range(0, Rows * Classes).Select(_ => random.NextSingle())];
        ClassOutcome outcome = Outcome(LossFunction.SoftmaxCrossEntropy, Classes, new Dataset(new float[Rows], 1, labels), predictions, Worst);

        int[] predicted = [.. predictions.Chunk(Classes).Select(row => Array.IndexOf(row, row.Max()))];
        for (int actual = 0; actual < Classes; actual++)
        {
            for (int other = 0; other < Classes; other++)
            {
                outcome.Count(actual, other).ShouldBe(labels.Zip(predicted).Count(pair => pair == (actual, other)));
            }

            double right = outcome.Count(actual, actual);
            double precision = right / predicted.Count(label => label == actual), recall = right / labels.Count(label => label == actual);
            outcome[actual].Precision.ShouldBe(precision, 1e-12);
            outcome[actual].Recall.ShouldBe(recall, 1e-12);
            outcome[actual].F1.ShouldBe(2 * precision * recall / (precision + recall), 1e-12);
        }

        outcome.Mistakes.ShouldBe(labels.Zip(predicted).Count(pair => pair.First != pair.Second));
        outcome.Pairs.Select(pair => pair.Count).ShouldBeInOrder(SortDirection.Descending);
        int[] surest = [.. Enumerable.Range(0, Rows).Where(row => labels[row] != predicted[row])
            .OrderByDescending(row => predictions[(row * Classes) + predicted[row]]).Take(Worst)];
        outcome.Worst.Select(mistake => mistake.Row).ShouldBe(surest);
        outcome.Worst.ShouldAllBe(mistake => mistake.ActualProbability == predictions[(mistake.Row * Classes) + labels[mistake.Row]]);
    }

    [Fact]
    public void One_output_of_yes_or_no_is_two_classes()
    {
        var data = new Dataset(new float[4], 1, [1, 0, 1, 0], targetSize: 1);
        ClassOutcome outcome = Outcome(LossFunction.BinaryCrossEntropy, 1, data, [0.9f, 0.8f, 0.3f, 0.1f]);
        outcome.Classes.ShouldBe(2);
        (outcome.Count(0, 0), outcome.Count(0, 1), outcome.Count(1, 0), outcome.Count(1, 1)).ShouldBe((1, 1, 1, 1));
        outcome.Worst.ShouldBe([new Mistake(1, 0, 1, 0.8f, 1 - 0.8f), new Mistake(2, 1, 0, 1 - 0.3f, 0.3f)]);
    }

    [Fact]
    public void Several_outputs_of_yes_or_no_are_questions_of_their_own()
    {
        var data = new Dataset(new float[2], 1, [1, 1, 0, 1], targetSize: 2);
        ClassOutcome outcome = Outcome(LossFunction.BinaryCrossEntropy, 2, data, [0.9f, 0.2f, 0.7f, 0.6f]);
        outcome.IsExclusive.ShouldBeFalse();
        outcome[0].ShouldBe(new ClassCount(Actual: 1, Predicted: 2, Right: 1));
        outcome[1].ShouldBe(new ClassCount(Actual: 2, Predicted: 1, Right: 1));
    }

    [Fact]
    public void A_row_predicted_as_NaN_is_a_mistake_and_taken_for_no_class()
    {
        ClassOutcome outcome = Outcome(LossFunction.SoftmaxCrossEntropy, 2, new Dataset(new float[2], 1, [0, 0]), [float.NaN, 0.5f, 0.9f, 0.1f]);
        (outcome.Mistakes, outcome[0].Predicted, outcome[0].Right, outcome.Worst.Length, outcome.Pairs.Count).ShouldBe((1, 1, 1, 0, 0));
        ClassOutcome binary = Outcome(LossFunction.BinaryCrossEntropy, 1, new Dataset(new float[1], 1, [0f], targetSize: 1), [float.NaN]);
        (binary.Mistakes, binary[0].Predicted, binary[1].Predicted).ShouldBe((1, 0, 0));
    }

    [Fact]
    public void A_regression_has_no_classes() =>
        ClassOutcome.Of(Info(LossFunction.Huber, 1), new Dataset([1], 1, [1], 1), [1], worst: 3).ShouldBeNull();

    [Fact]
    public void No_mistakes_are_kept_where_none_are_wanted() =>
        Outcome(LossFunction.SoftmaxCrossEntropy, 2, new Dataset([1], 1, [1]), [0.9f, 0.1f], worst: 0).Worst.ShouldBeEmpty();

    private static ClassOutcome Outcome(LossFunction loss, int outputs, Dataset data, float[] predictions, int worst = 10) =>
        ClassOutcome.Of(Info(loss, outputs), data, predictions, worst).ShouldNotBeNull();

    private static NetworkInfo Info(LossFunction loss, int outputs) => new("Fake", 1, outputs, loss, "Sgd", [], 0, 0, new MemoryInfo(0, 0, 0, 0, 0, 0));
}
