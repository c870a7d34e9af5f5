using System.Globalization;
using System.Text.RegularExpressions;
using GraphGen.Reporting.Html;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>What a page tells of a regression.</summary>
public sealed class RegressionTests
{
    private static readonly float[] Targets = [100, 1, 200, 2, 300, 3, 400, 4];

    [Fact]
    public void Values_are_in_the_units_from_before_the_targets_were_scaled()
    {
        (Dataset scaled, Standardization scaling) = new Dataset(new float[4], 1, Targets, targetSize: 2).StandardizeTargets();
        float[] predictions = [110, 1, 190, 2, 300, 3, 430, 3];
        float[] asPredicted = new float[predictions.Length];
        scaling.Apply(predictions, asPredicted);

        ValueOutcome outcome = new ValueMeter(scaled, scaling).Measure(asPredicted);

        outcome.IsUnscaled.ShouldBeTrue();
        outcome.Outputs[0].Scores.MeanAbsoluteError.ShouldBe(50 / 4.0, 1e-3);
        outcome.Outputs[1].Scores.RootMeanSquaredError.ShouldBe(0.5, 1e-5);
        outcome.Outputs[0].Targets.ShouldBe([100, 200, 300, 400], tolerance: 1e-3);
        outcome.Outputs[0].Predictions.ShouldBe([110, 190, 300, 430], tolerance: 1e-3);
        outcome.Worst.Take(2).Select(worst => (worst.Row, worst.Output)).ShouldBe([(3, 0), (0, 0)]);
        outcome.Worst[0].Target.ShouldBe(400, 1e-3);
        outcome.Worst[0].Predicted.ShouldBe(430, 1e-3);
    }

    [Fact]
    public void Values_that_were_not_scaled_are_as_they_are()
    {
        ValueOutcome outcome = new ValueMeter(new Dataset(new float[4], 1, Targets, targetSize: 2), scaling: null).Measure(Targets);
        outcome.IsUnscaled.ShouldBeFalse();
        outcome.Outputs[1].Scores.R2.ShouldBe(1);
        outcome.Worst[0].ShouldBe(new ValueMistake(0, 0, 100, 100));
    }

    [Fact]
    public void A_page_says_which_units_its_values_have()
    {
        using var folder = new TemporaryFolder();
        (Dataset scaled, _) = new Dataset(new float[4], 1, Targets, targetSize: 2).StandardizeTargets();
        var network = new ScriptedNetwork(outputs: 2, (_, _) => 0, loss: LossFunction.MeanSquaredError);
        Execution.Trainer.Fit(network, scaled, new FitOptions { Validation = scaled, Callbacks = [new HtmlReport(folder["report.html"])] });

        string page = File.ReadAllText(folder["report.html"]);
        page.ShouldContain("after epoch 1, in the units from before the targets were scaled");
        string deviation = Math.Sqrt(Targets.Where((_, index) => index % 2 == 0).Average(target => (target - 250) * (target - 250))).ToString("0.0", CultureInfo.InvariantCulture);
        Regex.Match(page, "root mean squared error ([0-9]+\\.[0-9])").Groups[1].Value.ShouldBe(deviation);
    }
}
