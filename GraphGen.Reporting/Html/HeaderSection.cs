using System.Globalization;

namespace GraphGen.Reporting.Html;

/// <summary>What the fit is, how far it has come or how it ended, and its key figures.</summary>
internal static class HeaderSection
{
    /// <summary>The state in one line, for the browser's tab.</summary>
    public static string TabTitle(ReportView view) =>
        $"{view.Settings.Title}: {(view.IsRunning ? $"epoch {Figures.Count(view.Run.Epoch)} of {Figures.Count(view.Run.Epochs)}" : Badge(view))}";

    public static void Write(HtmlWriter html, ReportView view, DateTimeOffset now)
    {
        TrainingRun run = view.Run;
        html.Write($"<header id='top'><p class='kind'>Training report</p><h1>{view.Settings.Title}</h1>");
        string state = view.IsRunning ? "running" : run.Ending.ToString().ToLowerInvariant();
        html.Write($"<p class='state'><span class='badge {state}'>{Badge(view)}</span> <span>{Progress(view)}</span></p>");
        if (view.IsRunning)
        {
            html.Write($"<progress max='1' value='{view.Pace.Share:0.####}' aria-label='Share of the training that is done'></progress>");
        }

        string written = now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        html.Write($"<p class='news'><span id='age'>Written {written} UTC.</span> <button type='button' id='pause' hidden>Pause updates</button></p>");
        WriteTiles(html, view);
        html.Write($"</header>");
    }

    private static void WriteTiles(HtmlWriter html, ReportView view)
    {
        TrainingRun run = view.Run;
        html.Write($"<dl class='tiles'>");
        if (view.Best is { } best)
        {
            (string data, string figure, string value) = KeyFigure(best);
            string criterion = BestEpoch.Criterion(run);
            Tile($"best epoch: {Figures.Count(best.Epoch)}", value, criterion == $"{data} {figure}" ? criterion : $"{figure}, by {criterion}");
        }

        if (view.Epochs is [.., var last])
        {
            string epoch = $"epoch {Figures.Count(last.Epoch)}";
            Tile("training loss", Figures.Number(last.Loss), float.IsNaN(last.Accuracy) ? epoch : $"accuracy {Figures.Percent(last.Accuracy)}");
            if (last.ValidationLoss is { } loss)
            {
                bool hasAccuracy = last.ValidationAccuracy is { } accuracy && !float.IsNaN(accuracy);
                Tile("validation loss", Figures.Number(loss), hasAccuracy ? $"accuracy {Figures.Percent(last.ValidationAccuracy!.Value)}" : epoch);
            }

            Tile("speed", Figures.Short(last.SamplesPerSecond, ""), "rows a second");
        }

        Tile("time", DurationText.Of(run.Elapsed), run.IsResumed ? "since it was resumed" : "validation included");
        Tile("parameters", Figures.Count(run.Network.Info.ParameterCount), $"{Figures.Count(run.Network.Info.Layers.Count, "layer")}");
        html.Write($"</dl>");

        void Tile(string name, string value, string remark) => html.Write($"<div><dt>{name}</dt><dd>{value} <small>{remark}</small></dd></div>");
    }

    /// <summary>What a reader cares for most of an epoch: of which data, which figure, and its value.</summary>
    private static (string Data, string Figure, string Value) KeyFigure(EpochRecord epoch) => epoch switch
    {
        { ValidationAccuracy: { } accuracy } when !float.IsNaN(accuracy) => ("validation", "accuracy", Figures.Percent(accuracy)),
        { ValidationLoss: { } loss } => ("validation", "loss", Figures.Number(loss)),
        _ => ("training", "loss", Figures.Number(epoch.Loss)),
    };

    private static string Badge(ReportView view) => view.IsRunning ? "Training" : view.Run.Ending.ToString();

    private static string Progress(ReportView view)
    {
        TrainingRun run = view.Run;
        if (!view.IsRunning)
        {
            string why = run.EndingReason is { } reason ? $": {reason.TrimEnd('.')}" : "";
            return $"after {Figures.Count(run.History.Epochs.Count, "epoch")}{why}.{WhatIsLeft(view)}";
        }

        // The last second is over before anybody has read of it.
        string left = view.Pace.Remaining is { TotalSeconds: >= 1 } time ? $", about {DurationText.Of(time)} left" : "";
        return $"epoch {Figures.Count(run.Epoch)} of {Figures.Count(run.Epochs)}, mini-batch {Figures.Count(run.Batch)} of {Figures.Count(run.Batches)}{left}.";
    }

    private static string WhatIsLeft(ReportView view) => (view.Restored, view.Run.History.BestEpoch) switch
    {
        ({ } epoch, _) => $" The network is as it was after epoch {Figures.Count(epoch)}, the best one.",
        (_, { } epoch) => $" The best was epoch {Figures.Count(epoch)}.",
        _ => "",
    };
}
