using System.Text;
using GraphGen.Reporting.Html;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>Pages of fits of every kind, made once for all tests.</summary>
public sealed class Pages : IDisposable
{
    /// <summary>A title and names that would be markup, were they not escaped.</summary>
    internal const string Title = "<script>window.harmed = 1</script> & 'Co'";

    internal static readonly string[] ClassNames = ["<b>across</b>", "down & out", "\"rising\"", "\u843D\u3061\u308B\u7DDA"];

    private readonly TemporaryFolder _folder = new();
    private readonly ReportPage _page = new();
    private ReportView? _ended;

    public Pages()
    {
        var settings = new ReportSettings(Title, ClassNames, new ImageShape(BarImages.Side, BarImages.Side, 1), MaximumImages: 12, RefreshSeconds: 0.5);
        Dataset validation = BarImages.Labelled(240, seed: 2);
        new Bars(seed: 1).Fit(BarImages.Labelled(600, seed: 1), new FitOptions
        {
            Epochs = 12,
            BatchSize = 50,
            Validation = validation,
            Schedule = LearningRateSchedule.OneCycle(0.02),
            Metrics = [Metric.F1(), Metric.TopK(2)],
            Callbacks = [new Histograms(), Observer(settings, (run, write) =>
            {
                if (run.History.Epochs.Count == 3)
                {
                    write("early", true);
                }
                else if (run.History.Epochs.Count == 8)
                {
                    write("late", true);
                }
                else if (run.History.Epochs.Count == 12)
                {
                    (Run, Predictions) = (run, run.ValidationPredictions.ToArray());
                    write("ended", false);
                }
            })],
        });
        new YesOrNo(seed: 1).Fit(BarImages.Diagonal(200, seed: 3), new FitOptions
        {
            Epochs = 2,
            Validation = BarImages.Diagonal(100, seed: 4),
            Callbacks = [Observer(Plain("Yes or no"), (_, write) => write("binary", false))],
        });
        new Values(seed: 1).Fit(BarImages.Measured(200, seed: 5), new FitOptions
        {
            Epochs = 6,
            Validation = BarImages.Measured(100, seed: 6),
            Callbacks = [Observer(Plain("Values"), (_, write) => write("regression", false))],
        });
        var many = new ScriptedNetwork(outputs: 40, (row, output) => output == (row % 7 == 0 ? (row + 1) % 40 : row % 40) ? 0.9f : 0.1f / 39);
        var labels = new Dataset(new float[400], inputSize: 1, [.. Enumerable.Range(0, 400).Select(row => row % 40)]);
        Execution.Trainer.Fit(many, labels, new FitOptions
        {
            Epochs = 300,
            BatchSize = 400,
            Validation = labels,
            Callbacks = [Observer(Plain("Many"), (run, write) =>
            {
                if (run.Epoch == 300)
                {
                    write("many", false);
                }
            })],
        });
    }

    /// <summary>The fit of the pages called early, late and ended.</summary>
    internal TrainingRun Run { get; private set; } = null!;

    /// <summary>What it predicted at its end.</summary>
    internal float[] Predictions { get; private set; } = [];

    /// <summary>A page of images after three epochs, running.</summary>
    internal string Early => _folder["early.html"];

    /// <summary>The same after eight epochs.</summary>
    internal string Late => _folder["late.html"];

    /// <summary>The same after all twelve epochs, ended.</summary>
    internal string Ended => _folder["ended.html"];

    /// <summary>A classification with one output.</summary>
    internal string Binary => _folder["binary.html"];

    /// <summary>A regression.</summary>
    internal string Regression => _folder["regression.html"];

    /// <summary>Forty classes and three hundred epochs.</summary>
    internal string Many => _folder["many.html"];

    public void Dispose() => _folder.Dispose();

    /// <summary>The page of the fit that has ended, made anew.</summary>
    internal string Again() => Encoding.UTF8.GetString(_page.Write(_ended!, DateTimeOffset.UnixEpoch).Span);

    private static ReportSettings Plain(string title) => new(title, [], Images: null, MaximumImages: 12, RefreshSeconds: 1);

    private LambdaCallback Observer(ReportSettings settings, Action<TrainingRun, Action<string, bool>> epochEnd)
    {
        var steps = new StepCurve();
        var outcomes = new OutcomeLog();
        Pace? pace = null;
        return new LambdaCallback
        {
            FitBegin = run => pace = new Pace(run, TimeProvider.System),
            BatchEnd = run => steps.Add(run.Step, run.BatchLoss, run.LearningRate),
            EpochEnd = (run, record) =>
            {
                outcomes.Add(run, record.Epoch, settings.MaximumImages);
                epochEnd(run, (name, isRunning) =>
                {
                    var view = new ReportView(run, settings, steps, pace!, outcomes, isRunning);
                    _ended = name == "ended" ? view : _ended;
                    File.WriteAllBytes(_folder[$"{name}.html"], _page.Write(view, DateTimeOffset.UtcNow).ToArray());
                });
            },
        };
    }
}
