using GraphGen.Reporting.Live;
using GraphGen.Reporting.Tests.Html;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Live;

/// <summary>What is said of fits that go on from a checkpoint.</summary>
public sealed class FitSummaryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_speed_is_that_of_what_this_run_did()
    {
        TrainingRun run = AnyRun();
        run.History.Add(Epoch(2, seconds: 1000, rows: 40));
        (run.Rows, run.Seconds) = (20, 10);

        var summary = new FitSummary(run);
        run.History.Add(Epoch(3, seconds: 15, rows: 40));
        run.History.Add(Epoch(4, seconds: 1, rows: 40));

        summary.Lines().Last().ShouldEndWith(", 10 rows/s", Case.Sensitive, "60 rows in 6 seconds");
    }

    [Fact]
    public void Without_an_epoch_of_its_own_a_run_has_no_speed()
    {
        TrainingRun run = AnyRun();
        (run.Rows, run.Seconds) = (20, 10);

        new FitSummary(run).Lines().Last().ShouldNotContain("rows/s");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_resumed_fit_says_to_the_end_where_it_went_on(bool isInteractive)
    {
        var terminal = new Terminal(width: 200, isInteractive: isInteractive);

        Resume(after: 2, Fits.Options(4, new LiveView(terminal.Console)));

        terminal.Screen.Lines[0].ShouldEndWith(" rows, resumed in epoch 3");
        terminal.Screen.Text.ShouldContain("\n4 of 4 epochs in ");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_fit_that_had_ended_shows_what_it_brought_when_it_is_resumed(bool isInteractive)
    {
        var terminal = new Terminal(width: 200, isInteractive: isInteractive);

        History history = Resume(after: 3, Fits.Options(3, new LiveView(terminal.Console)));

        terminal.Screen.Lines[0].ShouldEndWith(" rows, resumed at its end");
        terminal.Screen.Text.ShouldContain(TerminalText.Number(history.Loss[^1]));
        terminal.Screen.Text.ShouldContain("\ncompleted\n3 of 3 epochs in ");
    }

    /// <summary>Trains for some epochs and goes on from there.</summary>
    private History Resume(int after, FitOptions options)
    {
        string checkpoint = _folder["halves.safetensors"];
        Fits.Run(options with { Callbacks = [new LambdaCallback { EpochEnd = (run, record) => Save(run, record.Epoch == after, checkpoint) }] });
        return new Halves().Fit(Fits.Points(), options, resumeFrom: checkpoint);
    }

    /// <summary>A run of one epoch.</summary>
    private static TrainingRun AnyRun()
    {
        TrainingRun? seen = null;
        Fits.Run(Fits.Options(1, new LambdaCallback { FitBegin = run => seen = run }));
        return seen!;
    }

    private static EpochRecord Epoch(int epoch, double seconds, int rows) => new(epoch, 1, 1, null, null, seconds, rows / seconds, 0.5f);

    private static void Save(TrainingRun run, bool condition, string path)
    {
        if (condition)
        {
            run.Save(path);
        }
    }
}
