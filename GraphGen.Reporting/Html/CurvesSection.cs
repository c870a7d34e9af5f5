namespace GraphGen.Reporting.Html;

/// <summary>Loss, accuracy, metrics and learning rate over the epochs, and all figures as a table.</summary>
internal static class CurvesSection
{
    public static void Write(HtmlWriter html, ReportView view)
    {
        IReadOnlyList<EpochRecord> epochs = view.Run.History.Epochs;
        if (epochs.Count == 0 && view.Steps.Count == 0)
        {
            return;
        }

        html.Write($"<section id='curves' aria-labelledby='curves-name'><h2 id='curves-name'>Curves</h2>");
        html.Write($"<p class='hint'>Point at a chart to read its values, or move the focus into it and use the arrow keys.</p><div class='charts'>");
        foreach (LineChart chart in Charts(view))
        {
            chart.WriteTo(html);
        }

        html.Write($"</div>");
        WriteTable(html, epochs, view.Best?.Epoch);
        html.Write($"</section>");
    }

    private static IEnumerable<LineChart> Charts(ReportView view)
    {
        IReadOnlyList<EpochRecord> epochs = view.Run.History.Epochs;
        int[] numbers = new int[epochs.Count];
        for (int index = 0; index < numbers.Length; index++)
        {
            numbers[index] = epochs[index].Epoch;
        }

        bool isValidated = epochs.Any(epoch => epoch.ValidationLoss is not null);
        Series loss = Of("training", epoch => epoch.Loss), validationLoss = Of("validation", epoch => epoch.ValidationLoss ?? double.NaN);
        yield return new LineChart
        {
            Id = "loss",
            Heading = "Loss",
            ValueLabel = "Loss",
            Epochs = numbers,
            Series = isValidated ? [loss, validationLoss] : [loss],
            Trace = TraceOf(view, view.Steps.Loss),
            MarkedEpoch = view.Best?.Epoch,
            Summary = isValidated
                ? Course("Validation loss", numbers, validationLoss, isLower: true, Figures.Number)
                : Course("Training loss", numbers, loss, isLower: true, Figures.Number),
        };

        if (epochs.Any(epoch => !float.IsNaN(epoch.Accuracy)))
        {
            Series accuracy = Of("training", epoch => epoch.Accuracy), validation = Of("validation", epoch => epoch.ValidationAccuracy ?? double.NaN);
            yield return new LineChart
            {
                Id = "accuracy",
                Heading = "Accuracy",
                ValueLabel = "Right predictions",
                Epochs = numbers,
                Series = isValidated ? [accuracy, validation] : [accuracy],
                Format = Figures.Percent,
                FormatTick = Figures.RoundPercent,
                Scale = AxisScale.Share,
                MarkedEpoch = view.Best?.Epoch,
                Summary = isValidated
                    ? Course("Validation accuracy", numbers, validation, isLower: false, Figures.Percent)
                    : Course("Training accuracy", numbers, accuracy, isLower: false, Figures.Percent),
            };
        }

        foreach (LineChart chart in MetricCharts(view.Run, numbers))
        {
            yield return chart;
        }

        yield return new LineChart
        {
            Id = "rate",
            Heading = "Learning rate",
            ValueLabel = "Rate",
            Epochs = numbers,
            Series = [Of("at the end of the epoch", epoch => epoch.LearningRate)],
            Trace = TraceOf(view, view.Steps.Rate),
            Summary = $"Schedule: {SettingsSection.Schedule(view.Run)}.",
        };

        Series Of(string name, Func<EpochRecord, double> value) => Series.Of(name, epochs, value);
    }

    /// <summary>Metrics that are shares of one share charts, six lines each; others have a scale of their own.</summary>
    private static IEnumerable<LineChart> MetricCharts(TrainingRun run, int[] numbers)
    {
        IReadOnlyList<EpochRecord> epochs = run.History.Epochs;
        IEnumerable<(Metric[] Metrics, AxisScale Scale)> groups = run.Options.Metrics
            .GroupBy(metric => metric.IsShare ? "" : metric.Name)
            .SelectMany(group => group.Chunk(LineChart.MostSeries))
            .Select(metrics => (metrics, metrics[0].IsShare ? AxisScale.Share : AxisScale.Skewed));
        return groups.Select((group, index) => new LineChart
        {
            Id = $"metrics-{index + 1}",
            Heading = group.Metrics is [var only] ? only.Name : "Metrics",
            ValueLabel = "On the validation data",
            Epochs = numbers,
            Series = Array.ConvertAll(
                group.Metrics, metric => Series.Of(metric.Name, epochs, epoch => epoch.Metrics.GetValueOrDefault(metric.Name, double.NaN))),
            Scale = group.Scale,
            Summary = $"{string.Join(", ", group.Metrics.Select(metric => metric.Name))} on the validation data after each epoch.",
        });
    }

    private static Trace? TraceOf(ReportView view, Func<int, double> value)
    {
        double[] epochs = new double[view.Steps.Count], values = new double[view.Steps.Count];
        for (int place = 0; place < epochs.Length; place++)
        {
            epochs[place] = view.Steps.Step(place) / view.Run.Batches;
            values[place] = value(place);
        }

        return epochs.Length > 0 ? new Trace(epochs, values) : null;
    }

    private static string Course(string name, int[] epochs, Series series, bool isLower, Func<double, string> format)
    {
        double[] values = Array.FindAll(series.Values, value => !double.IsNaN(value));
        if (values.Length == 0)
        {
            return "No epoch has ended.";
        }

        double best = values[0];
        foreach (double value in values)
        {
            best = isLower ? Math.Min(best, value) : Math.Max(best, value);
        }

        string first = $"{name} {format(values[0])} after epoch {epochs[Array.IndexOf(series.Values, values[0])]}";
        string last = $"{format(values[^1])} after epoch {epochs[Array.LastIndexOf(series.Values, values[^1])]}";
        string extreme = $"{(isLower ? "lowest" : "highest")} {format(best)}, after epoch {epochs[Array.IndexOf(series.Values, best)]}";
        return values.Length == 1 ? $"{first}." : $"{first}, {last}; {extreme}.";
    }

    private static void WriteTable(HtmlWriter html, IReadOnlyList<EpochRecord> epochs, int? best)
    {
        if (epochs.Count == 0)
        {
            return;
        }

        int[] shown = Thinning.Indices(epochs.Count, LineChart.MostPoints);
        string[] metrics = [.. epochs.SelectMany(epoch => epoch.Metrics.Keys).Distinct()];
        string[] columns =
            ["Epoch", "Loss", "Accuracy", "Validation loss", "Validation accuracy", .. metrics, "Learning rate", "Seconds", "Rows/s"];
        html.Write($"<details id='epochs'><summary id='epochs-name'>All figures as a table</summary>");
        TableMarkup.Begin(html, "epochs-name", columns, textColumns: 1);
        foreach (int index in shown)
        {
            EpochRecord epoch = epochs[index];
            html.Write($"<tr><th scope='row'>{epoch.Epoch}{(epoch.Epoch == best ? " (best)" : "")}</th>");
            html.Write($"<td>{Figures.Number(epoch.Loss)}</td><td>{Figures.Percent(epoch.Accuracy)}</td>");
            html.Write($"<td>{Figures.Number(epoch.ValidationLoss ?? double.NaN)}</td><td>{Figures.Percent(epoch.ValidationAccuracy ?? double.NaN)}</td>");
            foreach (string metric in metrics)
            {
                html.Write($"<td>{Figures.Number(epoch.Metrics.GetValueOrDefault(metric, double.NaN))}</td>");
            }

            html.Write($"<td>{Figures.Number(epoch.LearningRate)}</td><td>{epoch.Seconds:0.00}</td>");
            html.Write($"<td>{Figures.Count((long)epoch.SamplesPerSecond)}</td></tr>");
        }

        TableMarkup.End(html);
        if (shown.Length < epochs.Count)
        {
            html.Write($"<p class='caption'>{Figures.Count(shown.Length)} of {Figures.Count(epochs.Count)} epochs.</p>");
        }

        html.Write($"</details>");
    }
}
