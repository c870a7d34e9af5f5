namespace GraphGen.Reporting.Html;

/// <summary>Which classes were taken for which, and the precision and recall of each.</summary>
internal static class ConfusionSection
{
    /// <summary>A square table of more classes than this is too large to be read: the pairs most often confused take its place.</summary>
    public const int MostClasses = 30;

    private const int MostPairs = 20;
    private const int Shades = 8;

    public static void Write(HtmlWriter html, ReportView view)
    {
        if (view.Outcome is not { Epoch: var epoch, Classes: { } outcome })
        {
            return;
        }

        html.Write($"<section id='classes' aria-labelledby='classes-name'><h2 id='classes-name'>Classes</h2>");
        html.Write($"<p class='hint'>Predictions for {Figures.Count(outcome.Rows, "row")} of validation data after epoch ");
        html.Write($"{Figures.Count(epoch)}.</p><div class='pair'>");
        if (outcome.IsExclusive && outcome.Classes <= MostClasses)
        {
            WriteMatrix(html, view.Settings, outcome);
        }
        else if (outcome.IsExclusive)
        {
            WritePairs(html, view.Settings, outcome);
        }

        WriteClasses(html, view.Settings, outcome);
        html.Write($"</div></section>");
    }

    private static void WriteMatrix(HtmlWriter html, ReportSettings settings, ClassOutcome outcome)
    {
        int classes = outcome.Classes;
        int most = outcome.Pairs is [var often, ..] ? often.Count : 1;
        bool isLong = settings.ClassNames.Any(name => name.Length > 3);
        html.Write($"<div><h3 id='confusion-name'>Confusion matrix</h3>");
        TableMarkup.BeginRegion(html, "confusion-name");
        html.Write($"<table class='confusion{(isLong ? " long" : "")}' aria-labelledby='confusion-name' aria-describedby='confusion-text'>");
        html.Write($"<thead><tr><td></td>");
        for (int predicted = 0; predicted < classes; predicted++)
        {
            html.Write($"<th scope='col'><span>{settings.ClassName(predicted)}</span></th>");
        }

        html.Write($"</tr></thead><tbody>");
        for (int actual = 0; actual < classes; actual++)
        {
            html.Write($"<tr><th scope='row'>{settings.ClassName(actual)}</th>");
            for (int predicted = 0; predicted < classes; predicted++)
            {
                int count = outcome.Count(actual, predicted);
                int shade = actual == predicted ? Shade((double)count / outcome[actual].Actual) : Shade(Math.Sqrt((double)count / most));
                html.Write($"<td class='{(actual == predicted ? "right" : "wrong")} h{shade}'>{count}</td>");
            }

            html.Write($"</tr>");
        }

        TableMarkup.End(html);
        html.Write($"<p id='confusion-text' class='caption'>Rows are true classes, columns predicted ones. {MistakesIn(outcome)}.");
        if (outcome.Pairs is [var pair, ..])
        {
            html.Write($" Most often, {Figures.Count(pair.Count, "time")}, {settings.ClassName(pair.Actual)} was taken for ");
            html.Write($"{settings.ClassName(pair.Predicted)}.");
        }

        html.Write($"</p></div>");
    }

    private static void WritePairs(HtmlWriter html, ReportSettings settings, ClassOutcome outcome)
    {
        html.Write($"<div><h3 id='confusion-name'>Most often confused</h3>");
        TableMarkup.Begin(html, "confusion-name", ["True class", "Taken for", "Rows", "Of the class"], textColumns: 2);
        foreach (ConfusedPair pair in outcome.Pairs.Take(MostPairs))
        {
            html.Write($"<tr><th scope='row'>{settings.ClassName(pair.Actual)}</th><td class='text'>{settings.ClassName(pair.Predicted)}</td>");
            html.Write($"<td>{pair.Count}</td><td>{Figures.Percent((double)pair.Count / outcome[pair.Actual].Actual)}</td></tr>");
        }

        TableMarkup.End(html);
        html.Write($"<p class='caption'>{MistakesIn(outcome)} of {Figures.Count(outcome.Classes)} classes.</p></div>");
    }

    private static void WriteClasses(HtmlWriter html, ReportSettings settings, ClassOutcome outcome)
    {
        // All of few classes in their order, of many those that fared worst.
        bool isAll = outcome.Classes <= MostClasses;
        var worst = new Ranking(MostClasses);
        for (int index = 0; index < outcome.Classes; index++)
        {
            if (isAll || outcome[index].Actual > 0)
            {
                worst.Add(isAll ? 0 : (float)-outcome[index].F1, index);
            }
        }

        html.Write($"<div><h3 id='recall-name'>Precision and recall</h3>");
        TableMarkup.Begin(html, "recall-name", ["Class", "Rows", "Precision", "Recall", "F1"], textColumns: 1);
        foreach (int index in worst.Items)
        {
            ClassCount count = outcome[index];
            html.Write($"<tr><th scope='row'>{settings.ClassName(index)}</th><td>{Figures.Count(count.Actual)}</td><td>{Figures.Percent(count.Precision)}</td>");
            html.Write($"<td>{Figures.Percent(count.Recall)}</td><td>{Figures.Percent(count.F1)}</td></tr>");
        }

        TableMarkup.End(html);
        html.Write($"<p class='caption'>{(isAll ? "" : $"The {Figures.Count(worst.Items.Length)} classes that fared worst. ")}");
        html.Write($"Precision: the share of the rows taken for a class that belong to it. Recall: the share of its rows that were found.</p></div>");
    }

    private static string MistakesIn(ClassOutcome outcome) => $"{Figures.Count(outcome.Mistakes, "mistake")} in {Figures.Count(outcome.Rows, "row")}";

    private static int Shade(double share) => double.IsNaN(share) ? 0 : (int)Math.Ceiling(Math.Clamp(share, 0, 1) * Shades);
}
