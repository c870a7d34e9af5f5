namespace GraphGen.Reporting.Html;

/// <summary>What <see cref="Histograms"/> saw: sizes of gradients, dead and saturated units, and each layer's distributions, epoch by epoch.</summary>
internal static class HistogramSection
{
    /// <summary>Rows of a layer's table at most.</summary>
    private const int MostRows = 24;

    private static readonly string[] Columns =
    [
        "Epoch", "Outputs: mean", "deviation", "smallest", "largest", "Gradients: mean", "deviation", "smallest", "largest", "Dead", "Saturated",
    ];

    public static void Write(HtmlWriter html, ReportView view)
    {
        IReadOnlyList<EpochStatistics> statistics = view.Run.Statistics;
        if (statistics.Count == 0)
        {
            return;
        }

        LayerCourse[] layers = LayerCourse.Of(statistics);
        html.Write($"<section id='layers' aria-labelledby='layers-name'><h2 id='layers-name'>Inside the layers</h2>");
        html.Write($"<p class='hint'>Measured on {Figures.Count(statistics[^1].Network.Rows, "row")} of the training data, without dropout. ");
        html.Write($"{Health((view.Statistics ?? statistics[^1]).Network.Layers)}</p><div class='charts'>");
        foreach (LineChart chart in Charts(layers))
        {
            chart.WriteTo(html);
        }

        html.Write($"</div><div class='charts'>");
        foreach (LayerCourse layer in layers)
        {
            WriteLayer(html, layer);
        }

        html.Write($"</div></section>");
    }

    private static string Health(IReadOnlyList<LayerStatistics> layers) =>
        (layers.Any(layer => layer.DeadUnits > 0), layers.Any(layer => layer.SaturatedShare > 0)) switch
        {
            (false, false) => "No unit is dead or saturated.",
            (false, true) => "No unit is dead.",
            (true, false) => "No output is saturated.",
            _ => "",
        };

    private static IEnumerable<LineChart> Charts(LayerCourse[] layers)
    {
        yield return Chart(
            "outputs", "Size of the outputs", "Deviation", Of(layer => layer.Outputs.StandardDeviation),
            "The deviation of each layer's outputs: it should neither vanish nor explode from layer to layer.");
        yield return Chart(
            "gradients", "Size of the gradients", "Deviation", Of(layer => layer.Gradients.StandardDeviation, isLowestWorst: true),
            "The deviation of the gradients at each layer's outputs: lines that part by decades are vanishing or exploding gradients.")
            with { Scale = AxisScale.Logarithmic };
        Series[] dead = Of(layer => layer.DeadUnits), saturated = Of(layer => layer.SaturatedShare);
        if (IsAny(dead))
        {
            yield return Shares(
                "dead", "Dead units", "Share of the units", dead,
                $"Units that pass no gradient in any of the rows; above {Figures.RoundPercent(NetworkStatistics.DeadUnitsLimit)} they are a problem.");
        }

        if (IsAny(saturated))
        {
            string limit = Figures.RoundPercent(NetworkStatistics.SaturatedLimit);
            yield return Shares(
                "saturated", "Saturated outputs", "Share of the outputs", saturated,
                $"Outputs at an end of their range, where the slope is almost zero; above {limit} they are a problem.");
        }

        Series[] Of(Func<LayerStatistics, double> value, bool isLowestWorst = false) =>
            Worst(Array.ConvertAll(layers, layer => Series.Of(layer.Name, layer.Statistics, value)), isLowestWorst);

        LineChart Shares(string id, string heading, string label, Series[] series, string summary) =>
            Chart(id, heading, label, series, summary) with
            {
                Scale = AxisScale.Share,
                Format = Figures.Percent,
                FormatTick = Figures.RoundPercent,
            };

        LineChart Chart(string id, string heading, string label, Series[] series, string summary) => new()
        {
            Id = id,
            Heading = heading,
            ValueLabel = label,
            Epochs = layers[0].Epochs,
            Series = series,
            Summary = layers.Length > LineChart.MostSeries ? $"{summary} At most {LineChart.MostSeries} layers are shown, the most striking ones." : summary,
        };
    }

    private static bool IsAny(Series[] shares) => Array.Exists(shares, series => Array.Exists(series.Values, share => share > 0));

    /// <summary>The lines that have values at all; of too many those whose last values are the most extreme, in the order of the layers.</summary>
    private static Series[] Worst(Series[] series, bool isLowestWorst)
    {
        Series[] finite = Array.FindAll(series, line => Array.Exists(line.Values, double.IsFinite));
        if (finite.Length <= LineChart.MostSeries)
        {
            return finite;
        }

        Series[] sorted = [.. finite.OrderBy(line => isLowestWorst ? line.Values[^1] : -line.Values[^1])];
        return Array.FindAll(finite, line => Array.IndexOf(sorted, line) < LineChart.MostSeries);
    }

    private static void WriteLayer(HtmlWriter html, LayerCourse layer)
    {
        string epochs = $"epochs {Figures.Count(layer.Epochs[0])} to {Figures.Count(layer.Epochs[^1])}";
        html.Write($"<article class='layer' id='layer-{layer.Index}' aria-labelledby='layer-{layer.Index}-name'>");
        html.Write($"<h3 id='layer-{layer.Index}-name'>{layer.Name} <small>{layer.Statistics[^1].Kind}</small></h3><div class='pair'>");
        new RidgePlot
        {
            Id = FormattableString.Invariant($"layer-{layer.Index}-outputs"),
            Heading = "Outputs",
            Name = $"Densities of the outputs of {layer.Name}, {epochs}",
            Epochs = layer.Epochs,
            Tensors = Array.ConvertAll(layer.Statistics, statistics => statistics.Outputs),
        }.WriteTo(html);
        new RidgePlot
        {
            Id = FormattableString.Invariant($"layer-{layer.Index}-gradients"),
            Heading = "Gradients",
            Name = $"Densities of the gradients at the outputs of {layer.Name}, {epochs}",
            Epochs = layer.Epochs,
            Tensors = Array.ConvertAll(layer.Statistics, statistics => statistics.Gradients),
        }.WriteTo(html);
        html.Write($"</div>");
        WriteTable(html, layer);
        html.Write($"</article>");
    }

    private static void WriteTable(HtmlWriter html, LayerCourse layer)
    {
        string name = FormattableString.Invariant($"layer-{layer.Index}-figures");
        html.Write($"<details id='{name}'><summary id='{name}-name'>Figures of {layer.Name}</summary>");
        TableMarkup.Begin(html, $"{name}-name", Columns, textColumns: 1);
        foreach (int shown in Thinning.Indices(layer.Epochs.Length, MostRows))
        {
            LayerStatistics statistics = layer.Statistics[shown];
            html.Write($"<tr><th scope='row'>{layer.Epochs[shown]}</th>");
            WriteTensor(html, statistics.Outputs);
            WriteTensor(html, statistics.Gradients);
            html.Write($"<td>{Figures.Percent(statistics.DeadUnits)}</td><td>{Figures.Percent(statistics.SaturatedShare)}</td></tr>");
        }

        TableMarkup.End(html);
        html.Write($"</details>");
    }

    private static void WriteTensor(HtmlWriter html, TensorStatistics tensor)
    {
        html.Write($"<td>{Figures.Number(tensor.Mean)}</td><td>{Figures.Number(tensor.StandardDeviation)}</td>");
        html.Write($"<td>{Figures.Number(tensor.Minimum)}</td><td>{Figures.Number(tensor.Maximum)}</td>");
    }
}
