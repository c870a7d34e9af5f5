using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>Which epoch's predictions and which network's troubles the last page shows.</summary>
public sealed class OutcomeTests : IDisposable
{
    private const int Rows = 10;

    private readonly TemporaryFolder _folder = new();
    private int _epoch = 1;

    private string Report => _folder["report.html"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_fit_that_went_back_shows_the_epoch_that_its_network_is_left_in(bool isReportFirst)
    {
        Fit([0.9, 0.5, 0.6, 0.7], new EarlyStopping { Patience = 2 }, isReportFirst);

        Page().ShouldContain("after 4 epochs: validation_loss has not become better since epoch 2. The network is as it was after epoch 2, the best one.");
        Page().ShouldContain("10 rows of validation data after epoch 2.");
        Page().ShouldContain("2 mistakes in 10 rows.");
    }

    [Fact]
    public void A_fit_that_did_not_go_back_shows_its_last_epoch_and_names_the_best()
    {
        Fit([0.9, 0.5, 0.6, 0.7], new EarlyStopping { Patience = 2, RestoreBest = false });

        Page().ShouldContain("since epoch 2. The best was epoch 2.");
        Page().ShouldContain("10 rows of validation data after epoch 4.");
        Page().ShouldContain("4 mistakes in 10 rows.");
    }

    [Fact]
    public void Over_fitting_is_no_advice_for_a_network_that_went_back()
    {
        Fit([0.5, 0.6, 0.7, 0.8, 0.9], new EarlyStopping { Patience = 4, RestoreBest = false });
        Page().ShouldContain("Over-fitting");
        _epoch = 1;
        Fit([0.5, 0.6, 0.7, 0.8, 0.9], new EarlyStopping { Patience = 4 });
        Page().ShouldNotContain("Over-fitting");
    }

    [Fact]
    public void Predictions_of_an_epoch_that_diverged_are_not_shown_as_those_of_the_one_before()
    {
        Should.Throw<TrainingDivergedException>(() => Fit([0.9, double.NaN], new LambdaCallback()));

        Page().ShouldContain("Failed");
        Page().ShouldContain("10 rows of validation data after epoch 1.");
        Page().ShouldContain("1 mistake in 10 rows.");
    }

    [Fact]
    public void What_was_failed_for_is_told_with_one_full_stop()
    {
        Should.Throw<InvalidOperationException>(() => Fit(
            [0.9, 0.8], new LambdaCallback { EpochEnd = (_, _) => throw new InvalidOperationException("No luck.") }));
        Page().ShouldContain("after 1 epoch: No luck.</span>");
    }

    private string Page() => File.ReadAllText(Report);

    /// <summary>Fits a network that makes as many mistakes as there were epochs, with the validation losses that are given.</summary>
    private void Fit(double[] losses, ITrainingCallback callback, bool isReportFirst = false)
    {
        var data = new Dataset(new float[Rows], inputSize: 1, new int[Rows]);
        var network = new ScriptedNetwork(outputs: 2, (row, output) => (row < _epoch) == (output == 1) ? 0.9f : 0.1f, () => losses[_epoch - 1]);
        var report = new HtmlReport(Report);
        var next = new LambdaCallback { EpochEnd = (_, _) => _epoch++ };
        Trainer.Fit(network, data, new FitOptions
        {
            Epochs = losses.Length + 1,
            Validation = data,
            Callbacks = isReportFirst ? [report, callback, next] : [callback, report, next],
        });
    }
}
