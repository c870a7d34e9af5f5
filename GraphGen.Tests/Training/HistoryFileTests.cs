using System.Text.Json;
using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.Training.Callbacks;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Training.ScriptedLosses;

namespace GraphGen.Tests.Training;

/// <summary>The record of a fit is complete whatever its figures are, and never lost.</summary>
public sealed class HistoryFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    [InlineData(double.Epsilon)]
    public void A_metric_of_any_value_is_kept_by_files_and_by_checkpoints(double value)
    {
        string checkpoint = _folder.PathOf("progress.safetensors");
        FitOptions options = Options with { Epochs = 2, Metrics = [Metric.Of("figure", isHigherBetter: true, (_, _) => value)] };
        History history = Trainer.Fit(Network(), LineData.Seven, options with { Callbacks = [new Checkpoint(checkpoint)] });

        history.SaveJson(_folder.PathOf("history.json"));
        history.SaveCsv(_folder.PathOf("history.csv"));
        History resumed = Trainer.Fit(Network(), LineData.Seven, options, checkpoint);

        resumed["figure"].ShouldBe([value, value]);
        File.ReadAllLines(_folder.PathOf("history.csv"))[1].ShouldEndWith(FormattableString.Invariant($",{value}"));
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("history.json")));
        document.RootElement.GetProperty("epochs")[1].GetProperty("metrics").TryGetProperty("figure", out _).ShouldBeTrue();
    }

    [Fact]
    public void The_line_of_an_epoch_shows_small_losses_too()
    {
        var record = new EpochRecord(3, 0.25f, float.NaN, 0.0000123456f, null, 1, 100, 0.01f);

        record.ToString().ShouldStartWith("epoch 3: loss 0.2500, validation loss 1.23E-05, rate 0.01");
    }

    [Fact]
    public void No_two_columns_have_one_name()
    {
        string path = _folder.PathOf("history.csv");
        var data = new Dataset([0, 1, 2], 1, [0, 1, 2]);

        Trainer.Fit(new FakeNetwork(), data, new FitOptions { Validation = data, Metrics = [Metric.Accuracy] }).SaveCsv(path);

        string[] columns = File.ReadLines(path).First().Split(',');
        columns.ShouldBeUnique();
        columns.ShouldContain("validation_accuracy");
    }

    [Fact]
    public void A_fit_without_an_epoch_has_a_header()
    {
        string path = _folder.PathOf("history.csv");

        Trainer.Fit(Network(), LineData.Seven, Options with { CancellationToken = new CancellationToken(canceled: true) }).SaveCsv(path);

        File.ReadAllLines(path).ShouldHaveSingleItem().ShouldStartWith("epoch,loss,");
    }

    [Fact]
    public void A_report_that_cannot_be_written_at_the_end_does_not_take_the_history_with_it()
    {
        NotingCallback report = When.Told("fit end Completed", run => run.History.SaveCsv(_folder.PathOf("no/report.csv")));

        var failure = Should.Throw<OutputFileException>(() => Trainer.Fit(Network(), LineData.Seven, Options with { Callbacks = [report] }));

        (failure.History!.Epochs.Count, failure.History.Ending).ShouldBe((8, FitEnding.Completed));
    }
}
