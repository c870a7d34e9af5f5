namespace GraphGen.Reporting.Html;

/// <summary>
/// Lines over the epochs of a fit. They differ by colour, dashes and markers; each epoch is an element that can be pointed at, focused and read aloud, and
/// says all its values.
/// </summary>
internal sealed record LineChart
{
    /// <summary>More lines than this cannot be told apart.</summary>
    public const int MostSeries = 6;

    /// <summary>More epochs than this are thinned out: there are no pixels for them.</summary>
    public const int MostPoints = 160;

    // With more points their markers touch, so they show only where one points.
    private const int MostMarkers = 40;

    private const int Width = 480;
    private const int Height = 270;
    private const int Left = 60;
    private const int Right = 470;
    private const int Top = 30;
    private const int Bottom = 228;

    // Drawn around the point: circle, diamond, triangle, square, cross, plus.
    private static readonly string[] Markers =
    [
        "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z", "m0-4.8 4.8 4.8-4.8 4.8-4.8-4.8z", "m0-4.5 4.5 8h-9z", "m-3.2-3.2h6.4v6.4h-6.4z",
        "m-3.5-3.5 7 7m0-7-7 7", "m-4.5 0h9m-4.5-4.5v9",
    ];

    /// <summary>The element's id, by which it is found again when the page is renewed.</summary>
    public required string Id { get; init; }

    /// <summary>The heading.</summary>
    public required string Heading { get; init; }

    /// <summary>What the vertical axis shows.</summary>
    public required string ValueLabel { get; init; }

    /// <summary>What there is to see, in words.</summary>
    public required string Summary { get; init; }

    /// <summary>The epochs, ascending.</summary>
    public required int[] Epochs { get; init; }

    /// <summary>The lines, at most <see cref="MostSeries"/>.</summary>
    public required Series[] Series { get; init; }

    /// <summary>How values are written.</summary>
    public Func<double, string> Format { get; init; } = Figures.Number;

    /// <summary>How the values along the axis are written.</summary>
    public Func<double, string> FormatTick { get; init; } = Figures.Number;

    /// <summary>How distances stand for values.</summary>
    public AxisScale Scale { get; init; } = AxisScale.Skewed;

    /// <summary>Single steps, to be drawn behind the lines; null for none.</summary>
    public Trace? Trace { get; init; }

    /// <summary>An epoch to mark; null for none.</summary>
    public int? MarkedEpoch { get; init; }

    /// <summary>Writes the chart as a figure.</summary>
    public void WriteTo(HtmlWriter html)
    {
        int[] shown = Thinning.Indices(Epochs.Length, MostPoints);
        double last = Math.Max(Epochs is [.., var epoch] ? epoch : 1, Trace is { Epochs: [.., var step] } ? step : 1);
        Axis across = Axis.Exact(0, last, Left, Right, tickCount: 6);
        Axis up = Axis.Around(AllValues(), Scale, Bottom, Top);
        html.Write($"<figure class='chart' id='{Id}'><h3 id='{Id}-name'>{Heading}</h3>");
        WriteLegend(html);

        // Named by its heading: a title element would be shown as a tooltip over the whole chart.
        html.Write($"<svg viewBox='0 0 {Width} {Height}' role='group' aria-labelledby='{Id}-name' aria-describedby='{Id}-text'>");
        WriteAxes(html, across, up);
        if (MarkedEpoch is { } marked)
        {
            html.Write($"<g class='best'><path d='M{across[marked]} {Top}V{Bottom}'/><text x='{across[marked]}' y='{Top - 6}'>best</text></g>");
        }

        if (Trace is { } trace)
        {
            WriteLine(html, "trace", trace.Values.Length, place => across[trace.Epochs[place]], place => up[trace.Values[place]]);
        }

        for (int index = 0; index < Series.Length; index++)
        {
            double[] values = Series[index].Values;
            WriteLine(html, $"line s{index}", shown.Length, point => across[Epochs[shown[point]]], point => up[values[shown[point]]]);
        }

        WritePoints(html, shown, across, up);
        html.Write($"</svg><figcaption id='{Id}-text'>{Summary}</figcaption></figure>");
    }

    private void WriteLegend(HtmlWriter html)
    {
        html.Write($"<ul class='legend'>");
        for (int index = 0; index < Series.Length; index++)
        {
            html.Write($"<li><svg class='key' viewBox='0 0 30 12' aria-hidden='true'><path class='line s{index}' d='M0 6h30'/>");
            html.Write($"<path class='mark s{index}' d='M15 6{Markers[index]}'/></svg>{Series[index].Name}");
            if (Series[index].Values is [.., var last] && !double.IsNaN(last))
            {
                html.Write($" <b>{Format(last)}</b>");
            }

            html.Write($"</li>");
        }

        if (Trace is not null)
        {
            html.Write($"<li><svg class='key' viewBox='0 0 30 12' aria-hidden='true'>");
            html.Write($"<path class='trace' d='M0 8 5 4 10 7 15 3 20 8 25 5 30 6'/></svg>mini-batches</li>");
        }

        html.Write($"</ul>");
    }

    private void WriteAxes(HtmlWriter html, Axis across, Axis up)
    {
        html.Write($"<g class='axis' aria-hidden='true'><text class='unit' x='0' y='12'>{ValueLabel}{(up.IsLogarithmic ? ", logarithmic" : "")}</text>");
        foreach (double tick in up.Ticks)
        {
            html.Write($"<path class='grid' d='M{Left} {up[tick]}H{Right}'/><text class='value' x='{Left - 8}' y='{up[tick]}'>{FormatTick(tick)}</text>");
        }

        foreach (double tick in Array.FindAll(across.Ticks, double.IsInteger))
        {
            html.Write($"<text class='epoch' x='{across[tick]}' y='{Bottom + 18}'>{tick}</text>");
        }

        html.Write($"<text class='epoch unit' x='{(Left + Right) / 2}' y='{Height - 6}'>Epoch</text><path class='base' d='M{Left} {Bottom}H{Right}'/></g>");
    }

    private double[] AllValues()
    {
        double[] values = new double[Series.Sum(series => series.Values.Length) + (Trace?.Values.Length ?? 0)];
        int count = 0;
        foreach (Series series in Series)
        {
            series.Values.CopyTo(values, count);
            count += series.Values.Length;
        }

        Trace?.Values.CopyTo(values, count);
        return values;
    }

    private static void WriteLine(HtmlWriter html, string style, int count, Func<int, double> across, Func<int, double> up)
    {
        bool isOpen = false, isFirst = true;
        for (int point = 0; point < count; point++)
        {
            (double x, double y) = (across(point), up(point));

            // A value that is not finite, or not positive on a logarithmic axis, leaves a gap.
            bool isThere = double.IsFinite(y);
            if (isThere && isFirst)
            {
                html.Write($"<path class='{style}' d='");
                isFirst = false;
            }

            if (isThere)
            {
                html.WritePoint(isOpen ? 'L' : 'M', x, y);
            }

            isOpen = isThere;
        }

        if (!isFirst)
        {
            html.Write($"'/>");
        }
    }

    private void WritePoints(HtmlWriter html, int[] shown, Axis across, Axis up)
    {
        html.Write($"<g class='points{(shown.Length > MostMarkers ? " dense" : "")}'>");
        for (int index = 0; index < shown.Length; index++)
        {
            double x = across[Epochs[shown[index]]];
            double from = index == 0 ? x - 8 : (x + across[Epochs[shown[index - 1]]]) / 2;
            double to = index == shown.Length - 1 ? Width : (x + across[Epochs[shown[index + 1]]]) / 2;
            html.Write($"<g class='point' role='img' tabindex='{(index == shown.Length - 1 ? 0 : -1)}' aria-label='Epoch {Epochs[shown[index]]}: ");
            for (int line = 0; line < Series.Length; line++)
            {
                html.Write($"{(line > 0 ? ", " : "")}{Series[line].Name} {Format(Series[line].Values[shown[index]])}");
            }

            html.Write($"'><path class='hit' d='M{from} {Top}H{to}V{Bottom}H{from}z'/><path class='guide' d='M{x} {Top}V{Bottom}'/>");
            for (int line = 0; line < Series.Length; line++)
            {
                if (double.IsFinite(up[Series[line].Values[shown[index]]]))
                {
                    html.Write($"<path class='mark s{line}' d='M{x} {up[Series[line].Values[shown[index]]]}{Markers[line]}'/>");
                }
            }

            html.Write($"</g>");
        }

        html.Write($"</g>");
    }
}
