using System.Text;
using GraphGen;

/// <summary>The experiment as one HTML page that needs nothing else: no network, no script, no font.</summary>
internal static class ActivationPage
{
    private static readonly double[] RoundNumbers = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10];

    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>What first weights do to activations</title>
        <style>
        :root { --text: #1c2430; --soft: #5d6878; --line: #b9c1cc; --bar: #2f6fb5; --page: #ffffff; --card: #f4f6f9; }
        @media (prefers-color-scheme: dark) {
          :root { --text: #e6eaf0; --soft: #9aa6b6; --line: #4a5564; --bar: #74aef0; --page: #12161c; --card: #1b212a; }
        }
        body { margin: 0 auto; max-width: 76rem; padding: 1rem; background: var(--page); color: var(--text); font: 1rem/1.45 system-ui, sans-serif; }
        h1 { font-size: 1.5rem; margin: 0.5rem 0; }
        h2 { font-size: 1.1rem; margin: 0 0 0.5rem; }
        h2 span { color: var(--soft); font-weight: normal; }
        p { max-width: 46rem; margin: 0.5rem 0 1.25rem; }
        section { margin: 0 0 1rem; padding: 0.75rem; background: var(--card); border-radius: 0.5rem; }
        .layers { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); }
        figure { margin: 0; }
        figcaption { color: var(--soft); font-size: 0.85rem; }
        figcaption b { color: var(--text); }
        svg { display: block; width: 100%; height: auto; }
        svg rect { fill: var(--bar); }
        svg .axis { fill: none; stroke: var(--line); }
        svg text { fill: var(--soft); font: 11px system-ui, sans-serif; }
        </style>
        </head>
        <body>
        <h1>What first weights do to activations</h1>
        <p>1000 rows of 100 standard normal numbers pass through five layers of 100 units, before any training. Each picture shows how one layer's
        100,000 activations are distributed. All pictures of a row have the same axes; higher bars than the vertical axis
        are cut off, with their share above them.</p>

        """;

    /// <summary>The page's text.</summary>
    public static string Write(IEnumerable<ActivationExperiment> experiments)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (ActivationExperiment experiment in experiments)
        {
            text.Append($"<section>\n<h2>{experiment.Title}: <span>{experiment.Finding}</span></h2>\n<div class=\"layers\">\n");
            double end = AxisEnd(experiment);
            for (int index = 0; index < experiment.Layers.Count; index++)
            {
                Figure(text, experiment, index, end);
            }

            text.Append("</div>\n</section>\n");
        }

        return text.Append("</body>\n</html>\n").ToString();
    }

    private static void Figure(StringBuilder text, ActivationExperiment experiment, int index, double end)
    {
        LayerStatistics layer = experiment.Layers[index];
        string mean = $"mean {layer.Outputs.Mean:G3}", deviation = $"deviation {layer.Outputs.StandardDeviation:G3}";
        text.Append("<figure>");
        ActivationChart.Write(text, $"{experiment.Title}, layer {index + 1}: {mean}, {deviation}", layer.Outputs, end);
        text.Append($"<figcaption><b>Layer {index + 1}</b><br>{mean}<br>{deviation}<br>");
        text.Append(float.IsNaN(layer.SaturatedShare)
            ? $"{100 * layer.DeadUnits:F1}% of units dead"
            : $"{100 * layer.SaturatedShare:F1}% of outputs saturated");
        text.Append("</figcaption></figure>\n");
    }

    /// <summary>
    /// Where the row's horizontal axis ends: at 1 for a sigmoid, else at the round number above four deviations of its widest layer; hardly any
    /// activation lies beyond.
    /// </summary>
    private static double AxisEnd(ActivationExperiment experiment)
    {
        if (!float.IsNaN(experiment.Layers[0].SaturatedShare))
        {
            return 1;
        }

        double end = 4 * experiment.Layers.Max(layer => layer.Outputs.StandardDeviation);
        double power = Math.Pow(10, Math.Floor(Math.Log10(end)));
        return power * RoundNumbers.First(number => number * power >= end);
    }
}
