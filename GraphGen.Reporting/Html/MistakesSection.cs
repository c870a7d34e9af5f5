using static System.FormattableString;

namespace GraphGen.Reporting.Html;

/// <summary>The mistakes that the network was surest of: as pictures where rows are images, else as a table.</summary>
internal static class MistakesSection
{
    /// <summary>Pixels that a picture should take at least, so that small ones can be seen.</summary>
    private const int LeastSide = 84;

    /// <summary>With more inputs than these a table would be too wide to be read.</summary>
    private const int MostInputs = 8;

    public static void Write(HtmlWriter html, ReportView view)
    {
        if (view.Outcome?.Classes is not { Worst.Length: > 0 } outcome)
        {
            return;
        }

        html.Write($"<section id='mistakes' aria-labelledby='mistakes-name'><h2 id='mistakes-name'>Surest mistakes</h2>");
        html.Write($"<p class='hint'>The {Figures.Count(outcome.Worst.Length)} of {Figures.Count(outcome.Mistakes, "mistake")} that the network gave ");
        html.Write($"the highest probability. Often the label is wrong, or nobody could tell. ");
        html.Write($"Rows are counted from 0 in the data as the fit was given them.</p>");
        if (view.Settings.Images is { } shape)
        {
            WriteImages(html, view, outcome.Worst, shape);
        }
        else
        {
            WriteTable(html, view, outcome.Worst);
        }

        html.Write($"</section>");
    }

    private static void WriteImages(HtmlWriter html, ReportView view, Mistake[] mistakes, ImageShape shape)
    {
        Dataset data = view.Run.Validation!;
        var thumbnail = new Thumbnail(shape, data, mistakes);
        int scale = Math.Max(1, LeastSide / Math.Max(thumbnail.Width, thumbnail.Height));
        html.Write($"<ul class='images'>");
        foreach (Mistake mistake in mistakes)
        {
            string actual = view.Settings.ClassName(mistake.Actual), predicted = view.Settings.ClassName(mistake.Predicted);
            html.Write($"<li><figure><img width='{thumbnail.Width * scale}' height='{thumbnail.Height * scale}' ");
            html.Write($"alt='Row {view.RowNumber(mistake.Row)}: {actual}, taken for {predicted}' src='data:image/png;base64,");
            html.WriteBase64(thumbnail.Encode(data.InputRow(mistake.Row)));
            html.Write($"'><figcaption>said <b>{predicted}</b> {Figures.Percent(mistake.Confidence)}<br>");
            html.Write($"true <b>{actual}</b> {Figures.Percent(mistake.ActualProbability)}<br>");
            html.Write($"<small>row {view.RowNumber(mistake.Row)}</small></figcaption></figure></li>");
        }

        html.Write($"</ul>");
    }

    private static void WriteTable(HtmlWriter html, ReportView view, Mistake[] mistakes)
    {
        (Dataset data, FeatureScaling? scaling) = (view.Run.Validation!, view.Run.Train.InputScaling);
        float[] inputs = new float[data.InputSize];
        int shown = data.InputSize <= MostInputs ? data.InputSize : 0;
        string[] columns =
        [
            "Taken for", "True class", "Probability", "Of the true class", "Row",
            .. Enumerable.Range(0, shown).Select(input => Invariant($"Input {input}")),
        ];
        TableMarkup.Begin(html, "mistakes-name", columns, textColumns: 2);
        foreach (Mistake mistake in mistakes)
        {
            html.Write($"<tr><th scope='row'>{view.Settings.ClassName(mistake.Predicted)}</th><td class='text'>{view.Settings.ClassName(mistake.Actual)}</td>");
            html.Write($"<td>{Figures.Percent(mistake.Confidence)}</td><td>{Figures.Percent(mistake.ActualProbability)}</td><td>{view.RowNumber(mistake.Row)}</td>");
            data.InputRows.CopyTo(mistake.Row, 1, inputs);
            scaling?.Invert(inputs);
            foreach (float input in inputs.AsSpan(0, shown))
            {
                html.Write($"<td>{Figures.Number(input)}</td>");
            }

            html.Write($"</tr>");
        }

        TableMarkup.End(html);
        if (shown > 0 && scaling is not null)
        {
            html.Write($"<p class='caption'>Inputs are in the units from before they were scaled.</p>");
        }
    }
}
