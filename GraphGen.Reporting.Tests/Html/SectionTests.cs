using System.Text.RegularExpressions;
using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>What a page tells of a fit in words and tables.</summary>
public sealed class SectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mistakes_of_a_table_show_their_inputs_as_they_were_before_they_were_scaled()
    {
        var data = new Dataset([10, -1.5f, 20, 2.5f, 30, 3.5f], inputSize: 2, labels: [0, 0, 0]);
        string page = PageOf(data.Standardize().Data, row => row == 1);
        page.ShouldContain("<td>1</td><td>20</td><td>2.5</td></tr>");
        page.ShouldContain("Inputs are in the units from before they were scaled.");
    }

    [Fact]
    public void Mistakes_of_wide_rows_show_no_inputs() =>
        PageOf(new Dataset(new float[3 * 9], inputSize: 9, labels: [0, 0, 0]), row => row == 1).ShouldNotContain("Input 0");

    [Fact]
    public void Rows_that_were_set_apart_have_the_numbers_that_they_had_before()
    {
        float[] inputs = [.. Enumerable.Range(0, 20).Select(row => 1000f + row)];
        var data = new Dataset(inputs, inputSize: 1, [.. Enumerable.Range(0, 20).Select(row => row % 2)]);
        string page = PageOf(data, _ => true, options: options => options with { Validation = null, ValidationFraction = 0.5 });
        MatchCollection mistakes = Regex.Matches(page, "<td>([0-9]+)</td><td>([0-9]+)</td></tr>");
        mistakes.Count.ShouldBe(5);
        mistakes.ShouldAllBe(row => row.Groups[2].Value == "10" + row.Groups[1].Value.PadLeft(2, '0'));
    }

    [Fact]
    public void What_the_best_epoch_is_best_by_is_told()
    {
        var data = new Dataset([1, 2], inputSize: 1, labels: [0, 0]);
        const string Tile = "<dt>best epoch: 1</dt><dd>50.00% <small>";
        PageOf(data, row => row == 1).ShouldContain(Tile + "accuracy, by validation loss</small>");
        PageOf(data, row => row == 1, new EarlyStopping { Monitor = MonitoredValue.ValidationAccuracy }).ShouldContain(Tile + "validation accuracy</small>");
    }

    [Fact]
    public void Callbacks_are_shown_with_their_settings()
    {
        string page = PageOf(new Dataset([1, 2], inputSize: 1, labels: [0, 0]), row => row == 1, new EarlyStopping { Patience = 7 });
        page.ShouldContain("<dt>Callback</dt><dd>EarlyStopping { Monitor = validation_loss, Patience = 7,");
        page.ShouldContain("<dt>Callback</dt><dd>HtmlReport</dd>");
    }

    [Fact]
    public void The_schedule_that_a_preset_proposes_is_the_one_that_is_run()
    {
        var data = new Dataset([1, 2], inputSize: 1, labels: [0, 0]);
        string page = PageOf(data, row => row == 1, schedule: ProposedSchedule.OneCycle);
        page.ShouldContain($"<dd>{LearningRateSchedule.OneCycle(0.01)}, as the network&#39;s preset proposes</dd>");
        PageOf(data, row => row == 1).ShouldContain($"<dd>{LearningRateSchedule.Constant(0.01)}</dd>");
    }

    [Fact]
    public void Metrics_are_shares_by_what_they_are_and_not_by_their_values_so_far()
    {
        string page = PageOf(
            new Dataset([1, 2], inputSize: 1, labels: [0, 0]), row => row == 1, options: options => options with
            {
                Metrics = [Metric.F1(), Metric.Of("cost", isHigherBetter: false, (_, _) => 0.25), Metric.TopK(2)],
            });
        page.ShouldContain("f1_macro, top2_accuracy on the validation data");
        page.ShouldContain("<h3 id='metrics-2-name'>cost</h3>");
    }

    private string PageOf(
        Dataset data,
        Func<int, bool> isMistake,
        ITrainingCallback? callback = null,
        ProposedSchedule schedule = ProposedSchedule.Constant,
        Func<FitOptions, FitOptions>? options = null)
    {
        var network = new ScriptedNetwork(
            outputs: 2, (row, output) => isMistake(row) == (output == 1) ? 0.9f : 0.1f, schedule: schedule, inputs: data.InputSize);
        var plain = new FitOptions { Validation = data, Callbacks = [callback ?? new LambdaCallback(), new HtmlReport(_folder["report.html"])] };
        Trainer.Fit(network, data, options?.Invoke(plain) ?? plain);
        return File.ReadAllText(_folder["report.html"]);
    }
}
