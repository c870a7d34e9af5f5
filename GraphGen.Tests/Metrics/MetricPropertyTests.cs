using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Metrics;

/// <summary>What holds of metrics whatever the predictions, on many random ones with ties and absent classes.</summary>
public sealed class MetricPropertyTests
{
    private const double Rounding = 1e-12;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_margins_of_the_confusion_matrix_are_the_classes_and_their_predictions(int seed)
    {
        MetricCase random = Classes(seed);
        ClassificationEvaluation evaluation = random.Classification();
        ConfusionMatrix matrix = evaluation.ConfusionMatrix;
        int[] all = [.. Enumerable.Range(0, matrix.Classes)];

        all.Sum(actual => all.Sum(predicted => matrix[actual, predicted])).ShouldBe(evaluation.Count);
        ((float)((double)all.Sum(index => matrix[index, index]) / evaluation.Count)).ShouldBe(evaluation.Accuracy);
        foreach (int index in all)
        {
            int actual = all.Sum(predicted => matrix[index, predicted]);
            int predicted = all.Sum(other => matrix[other, index]);
            actual.ShouldBe(evaluation.RowsOf(index));
            predicted.ShouldBe(Enumerable.Range(0, evaluation.Count).Count(row => evaluation.PredictedClass(row) == index));
            evaluation.Recall(index).ShouldBe(actual == 0 ? 0 : (double)matrix[index, index] / actual);
            evaluation.Precision(index).ShouldBe(predicted == 0 ? 0 : (double)matrix[index, index] / predicted);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void F1_is_the_harmonic_mean_of_precision_and_recall(int seed)
    {
        ClassificationEvaluation evaluation = Classes(seed).Classification();
        for (int index = 0; index < evaluation.OutputSize; index++)
        {
            double sum = evaluation.Precision(index) + evaluation.Recall(index);
            double harmonic = sum == 0 ? 0 : 2 * evaluation.Precision(index) * evaluation.Recall(index) / sum;
            evaluation.F1(index).ShouldBe(harmonic, Rounding);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Micro_averages_over_classes_and_weighted_recall_are_the_accuracy(int seed)
    {
        ClassificationEvaluation evaluation = Classes(seed).Classification();

        double[] equal =
        [
            evaluation.Precision(Average.Micro), evaluation.Recall(Average.Micro), evaluation.F1(Average.Micro),
            evaluation.Recall(Average.Weighted),
        ];

        equal.ShouldAllBe(value => Math.Abs(value - evaluation.Accuracy) < 1e-7);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void More_guesses_are_never_worse_one_is_the_accuracy_and_all_are_right(int seed)
    {
        ClassificationEvaluation evaluation = Classes(seed).Classification();
        double[] shares = [.. Enumerable.Range(1, evaluation.OutputSize).Select(evaluation.TopK)];

        shares.ShouldBe(shares.Order());
        ((float)shares[0]).ShouldBe(evaluation.Accuracy);
        shares[^1].ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_area_is_the_share_of_pairs_in_the_right_order(int seed)
    {
        MetricCase random = Binary(seed);
        double wins = 0;
        double pairs = 0;
        foreach (int positive in Enumerable.Range(0, random.Rows).Where(row => random.Targets![row] == 1))
        {
            foreach (int negative in Enumerable.Range(0, random.Rows).Where(row => random.Targets![row] == 0))
            {
                wins += (Math.Sign(random.Predictions[positive] - random.Predictions[negative]) + 1) / 2.0;
                pairs++;
            }
        }

        random.Binary().RocAuc().ShouldBe(wins / pairs, Rounding);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_area_depends_on_the_order_alone_and_turns_over_with_it(int seed)
    {
        MetricCase random = Binary(seed);
        double area = random.Binary().RocAuc();

        With(random, value => value * value / 2).Binary().RocAuc().ShouldBe(area, Rounding);
        With(random, value => 1 - value).Binary().RocAuc().ShouldBe(1 - area, Rounding);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Two_classes_are_judged_as_one_binary_output(int seed)
    {
        MetricCase random = Binary(seed);
        BinaryEvaluation binary = random.Binary();
        ClassificationEvaluation two = (random with
        {
            Loss = LossFunction.SoftmaxCrossEntropy,
            Outputs = 2,
            Predictions = [.. random.Predictions.SelectMany(probability => new[] { 1 - probability, probability })],
            Labels = [.. random.Targets!.Select(target => (int)target)],
        }).Classification();

        (two.Precision(1), two.Recall(1), two.F1(1)).ShouldBe((binary.Precision, binary.Recall, binary.F1));
        two.RocAuc(0).ShouldBe(binary.RocAuc(), Rounding);
        two.RocAuc(1).ShouldBe(binary.RocAuc());
        two.ExpectedCalibrationError().ShouldBe(binary.ExpectedCalibrationError(), 1e-6);
        $"{two.ConfusionMatrix}".ShouldBe($"{binary.ConfusionMatrix}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void One_bin_compares_accuracy_and_confidence_and_more_bins_find_no_less(int seed)
    {
        MetricCase random = Classes(seed);
        ClassificationEvaluation evaluation = random.Classification();
        double confidence = random.Predictions.Chunk(random.Outputs).Average(row => (double)row.Max());

        evaluation.ExpectedCalibrationError(1).ShouldBe(Math.Abs(evaluation.Accuracy - confidence), 1e-7);
        evaluation.ExpectedCalibrationError(12).ShouldBeGreaterThanOrEqualTo(evaluation.ExpectedCalibrationError(4) - Rounding);
        evaluation.ExpectedCalibrationError(4).ShouldBeGreaterThanOrEqualTo(evaluation.ExpectedCalibrationError(1) - Rounding);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_higher_threshold_never_finds_more(int seed)
    {
        BinaryEvaluation evaluation = Binary(seed).Binary();
        double[] recalls = [.. Enumerable.Range(0, 11).Select(tenths => evaluation.At(tenths / 10f).Recall)];

        recalls.ShouldBe(recalls.OrderDescending());
        recalls[0].ShouldBe(1);
        evaluation.At(0.5f).Accuracy.ShouldBe(evaluation.Accuracy);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Several_outputs_are_judged_as_each_alone(int seed)
    {
        MetricCase random = Binary(seed, outputs: 3);
        MultiLabelEvaluation together = random.MultiLabel();
        for (int output = 0; output < 3; output++)
        {
            BinaryEvaluation alone = Column(random, output).Binary();
            (together.Precision(output), together.Recall(output), together.F1(output)).ShouldBe((alone.Precision, alone.Recall, alone.F1));
            together.RocAuc(output).ShouldBe(alone.RocAuc());
            together.RowsOf(output).ShouldBe(alone.TruePositives + alone.FalseNegatives);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void R2_is_one_minus_the_squared_error_in_units_of_the_variance(int seed)
    {
        MetricCase random = Binary(seed) with { Loss = LossFunction.MeanSquaredError };
        double mean = random.Targets!.Average(target => (double)target);
        double variance = random.Targets!.Average(target => (target - mean) * (target - mean));
        RegressionEvaluation evaluation = random.Regression();

        evaluation.R2.ShouldBe(1 - (evaluation.MeanSquaredError / variance), Rounding);
        evaluation.RootMeanSquaredError.ShouldBeGreaterThanOrEqualTo(evaluation.MeanAbsoluteError - Rounding);
    }

    private static MetricCase Classes(int seed)
    {
        var random = new CounterRandom((ulong)seed, stream: 0);
        int outputs = 2 + random.NextInt(6);
        int rows = 20 + random.NextInt(60);
        int[] labels = [.. Enumerable.Range(0, rows).Select(row => row < 2 ? row : random.NextInt(Math.Max(2, outputs - 1)))];
        float[] probabilities = [.. Enumerable.Range(0, rows * outputs).Select(_ => random.NextInt(21) / 20f)];
        return new MetricCase(LossFunction.SoftmaxCrossEntropy, outputs, probabilities, labels, null, [], null, null, null);
    }

    private static MetricCase Binary(int seed, int outputs = 1)
    {
        var random = new CounterRandom((ulong)seed, stream: 0);
        int rows = 20 + random.NextInt(60);
        float[] targets =
        [
            .. Enumerable.Repeat(1f, outputs), .. Enumerable.Repeat(0f, outputs),
            .. Enumerable.Range(2, rows - 2).SelectMany(_ => Enumerable.Range(0, outputs).Select(_ => (float)random.NextInt(2))),
        ];
        float[] probabilities = [.. targets.Select(target => Math.Clamp((target + random.NextInt(31)) / 31, 0, 1))];
        return new MetricCase(LossFunction.BinaryCrossEntropy, outputs, probabilities, null, targets, [], null, null, null);
    }

    private static MetricCase With(MetricCase random, Func<float, float> change) =>
        random with { Predictions = [.. random.Predictions.Select(change)] };

    private static MetricCase Column(MetricCase random, int output) => random with
    {
        Outputs = 1,
        Predictions = [.. random.Predictions.Where((_, index) => index % random.Outputs == output)],
        Targets = [.. random.Targets!.Where((_, index) => index % random.Outputs == output)],
    };
}
