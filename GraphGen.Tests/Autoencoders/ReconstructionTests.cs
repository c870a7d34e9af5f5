using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Autoencoders;

public class ReconstructionTests
{
    private const int Rows = 60;

    private static readonly float[] Inputs = [.. RandomData.Floats(Rows * 20, seed: 1).Select(value => 1 / (1 + MathF.Exp(-value)))];

    [Fact]
    public void A_fit_needs_inputs_alone_and_passes_over_labels_and_targets()
    {
        var options = new FitOptions { Epochs = 3, BatchSize = 16, LearningRate = 0.01f };
        float[] without = Fitted(new Dataset(Inputs, 20));

        Fitted(new Dataset(Inputs, 20, new int[Rows])).ShouldBe(without);
        Fitted(new Dataset(Inputs, 20, new float[Rows * 7], 7)).ShouldBe(without);

        float[] Fitted(Dataset data)
        {
            var network = new Digester(seed: 3);
            network.Fit(data, options with { Validation = data[..20] });
            return network.Parameters.Values();
        }
    }

    [Fact]
    public void Training_lowers_the_error_of_the_reconstruction_that_the_evaluation_reports()
    {
        var network = new Digester(seed: 3);
        var data = new Dataset(Inputs, 20, new int[Rows]);
        RegressionEvaluation before = network.Evaluate(data);

        network.Fit(data, new FitOptions { Epochs = 60, BatchSize = 20, LearningRate = 0.01f, Validation = data, Metrics = [Metric.R2] });

        RegressionEvaluation after = network.Evaluate(data);
        after.Loss.ShouldBeLessThan(0.7f * before.Loss);
        after.Loss.ShouldBe((float)after.MeanSquaredError, 1e-5f);
        float[] reconstruction = new float[Inputs.Length];
        network.Predict(Inputs, reconstruction);
        after.MeanSquaredError.ShouldBe(reconstruction.Zip(Inputs, (y, x) => Math.Pow(y - x, 2)).Average(), 1e-5);
    }

    [Fact]
    public void Scaled_rows_are_validated_by_rows_that_were_scaled_alike()
    {
        (Dataset scaled, _) = new Dataset(Inputs, 20, new int[Rows]).Standardize();
        var options = new FitOptions { Validation = scaled[..20] };

        new Digester(seed: 3).Fit(scaled, options).ValidationLoss.Count.ShouldBe(1);
        new Digester(seed: 3).FineTune(scaled, options, new FineTuneOptions { Stages = [FineTuneStage.Top(1)] }).Stages[0].History.ValidationLoss.Count.ShouldBe(1);
        Should.Throw<ArgumentException>(() => new Digester().Fit(scaled, new FitOptions { Validation = new Dataset(Inputs, 20) })).Message.ShouldContain("scaled otherwise");
    }

    [Fact]
    public void A_step_on_spans_is_a_step_on_the_rows_of_a_data_set()
    {
        Digester spans = new(seed: 4), rows = new(seed: 4);
        float loss = spans.TrainStep(Inputs, 0.01f);

        ((GraphGen.Execution.INetwork)rows).TrainStep(new Dataset(Inputs, 20), [.. Enumerable.Range(0, Rows)], 0.01f).ShouldBe(loss);

        rows.Parameters.Values().ShouldBe(spans.Parameters.Values());
    }

    [Fact]
    public void Cross_entropy_refuses_inputs_that_are_no_probabilities()
    {
        var network = new NormalizedDigester();
        float[] wrong = [.. Inputs];
        wrong[25] = 1.5f;

        Should.Throw<ArgumentException>(() => network.TrainStep(wrong, new float[Rows], 0.1f)).Message.ShouldContain("Input 1.5 in row 1, column 5");
        Should.Throw<ArgumentException>(() => network.Fit(new Dataset(wrong, 20).WithWeights([.. Enumerable.Repeat(1f, Rows)]))).Message.ShouldContain("Input 1.5 in row 1, column 5");
    }

    [Fact]
    public void An_inspection_computes_the_loss_of_the_reconstruction()
    {
        var network = new Digester(seed: 5);
        var data = new Dataset(Inputs, 20);

        network.Inspect(data).Loss.ShouldBe(network.Evaluate(data).Loss, 1e-5);
    }

    [Fact]
    public void Rows_that_are_learned_by_heart_pass_the_check_of_one_mini_batch()
    {
        float[] soft = [0.3f, 0.6f, 0.5f, 0.4f, 0.6f, 0.35f, 0.45f, 0.7f];
        var check = new FitOptions { Epochs = 400, BatchSize = 2, LearningRate = 0.02f, OverfitOneBatch = true };

        // The loss of a perfect reconstruction is the entropy of the rows, more than a tenth of what it was at first.
        float lossAfter = new SoftDigester(seed: 1).Fit(new Dataset(soft, 4), check).Loss[^1];
        double entropy = soft.Average(x => (-x * Math.Log(x)) - ((1 - x) * Math.Log(1 - x)));
        lossAfter.ShouldBe((float)entropy, 1e-3f);
        new SoftDigester(seed: 1).Fit(new Dataset(soft, 4, new int[2]), check).Loss[^1].ShouldBe(lossAfter);
        Should.Throw<OverfitException>(() => new SoftDigester(seed: 1).Fit(new Dataset(soft, 4), check with { Epochs = 2, LearningRate = 1e-4f }));

        new Digester(seed: 1).Fit(new Dataset(Inputs, 20, new float[Rows * 7], 7), check with { Epochs = 600, BatchSize = 3 }).Ending.ShouldBe(FitEnding.Completed);
        Should.Throw<OverfitException>(() => new Digester(seed: 1).Fit(new Dataset(Inputs, 20), check with { Epochs = 1, LearningRate = 1e-4f }));
    }

    [Fact]
    public void Rows_without_labels_are_for_networks_that_learn_them_alone()
    {
        var data = new Dataset([1, 2, 3, 4, 5, 6, 7, 8], 4);

        foreach (Action use in (Action[])[() => new Square().Fit(data), () => new Square().Evaluate(data), () => new Square().Inspect(data), () => new Square().FineTune(data)])
        {
            Should.Throw<ArgumentException>(use).Message.ShouldContain("It holds inputs alone, but Square does not learn these themselves: make the data set with labels or targets, or declare [Reconstruction]");
        }

        new TinyDigester().Fit(data).Epochs.Count.ShouldBe(1);
    }

    [Fact]
    public void Info_names_the_loss()
    {
        (Digester.Info.Loss, NormalizedDigester.Info.Loss).ShouldBe((LossFunction.Reconstruction, LossFunction.ReconstructionCrossEntropy));
        TinyDigester.Info.ParameterCount.ShouldBe((4 * 2) + 2 + 4);
    }
}
