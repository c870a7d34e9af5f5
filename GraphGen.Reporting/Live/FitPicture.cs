using Spectre.Console;
using Spectre.Console.Rendering;
using static System.FormattableString;

namespace GraphGen.Reporting.Live;

/// <summary>Draws a fit for a terminal: what it is, how far it has come, its figures, its last epochs.</summary>
internal sealed class FitPicture(IAnsiConsole console, FitSummary summary, Pace pace)
{
    private const int MostEpochs = 8;

    /// <summary>Lines beside those of epochs, with room for those that wrap.</summary>
    private const int OtherLines = 12;

    /// <summary>The fit as it is now.</summary>
    public IRenderable Draw(TrainingRun run)
    {
        List<IRenderable> parts =
        [
            Heading(),
            new ProgressLine(pace.Share, Invariant($"{100 * pace.Share:F0}%{(pace.Remaining is { } rest ? $" {DurationText.Of(rest)} left" : "")}")),
            new FactLines([.. Facts(run)]),
        ];
        int epochs = Math.Min(MostEpochs, console.Profile.Height - OtherLines);
        if (run.History.Epochs.Count > 0 && epochs > 0)
        {
            parts.Add(EpochTable.Draw(run.History, epochs, console.Profile.Width, console.Profile.Capabilities.Unicode));
        }

        return new Rows(parts);
    }

    /// <summary>The fit when it has ended: its last epochs stay on the screen above the summary.</summary>
    public IRenderable DrawEnd(TrainingRun run)
    {
        List<IRenderable> parts = [Heading()];
        if (run.History.Epochs.Count > 0)
        {
            parts.Add(EpochTable.Draw(run.History, MostEpochs, console.Profile.Width, console.Profile.Capabilities.Unicode));
        }

        parts.AddRange(summary.Lines().Select(line => new Text(line)));
        return new Rows(parts);
    }

    private Text Heading() => new(summary.Heading, new Style(decoration: Decoration.Bold));

    private static IEnumerable<(string Name, string Value)> Facts(TrainingRun run)
    {
        yield return ("epoch", Invariant($"{run.Epoch}/{run.Epochs}"));
        if (run.Rows > 0)
        {
            yield return ("loss", TerminalText.Number(run.Loss));
        }

        if (!float.IsNaN(run.Accuracy))
        {
            yield return ("accuracy", TerminalText.Percent(run.Accuracy));
        }

        if (run.History.Epochs is [.., { ValidationLoss: { } validationLoss } last])
        {
            yield return ("validation loss", TerminalText.Number(validationLoss));
            if (last.ValidationAccuracy is { } validationAccuracy && !float.IsNaN(validationAccuracy))
            {
                yield return ("validation accuracy", TerminalText.Percent(validationAccuracy));
            }
        }

        if (run.Rows > 0)
        {
            yield return ("rate", TerminalText.Rate(run.LearningRate));
            yield return ("speed", TerminalText.Throughput(run.SamplesPerSecond));
        }

        yield return ("elapsed", DurationText.Of(run.Elapsed));
    }
}
