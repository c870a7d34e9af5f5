using System.Text;
using static System.FormattableString;

namespace GraphGen;

/// <summary>Writes a <see cref="NetworkStatistics"/> as text.</summary>
internal static class StatisticsText
{
    public static string Write(NetworkStatistics network)
    {
        var text = new StringBuilder();
        text.Append(Invariant($"{network.Name}: {network.Rows} rows, loss {network.Loss:G6}\n\n"));
        Layers(network).WriteTo(text);
        IReadOnlyList<string> problems = network.Problems();
        foreach (string problem in problems)
        {
            text.Append('\n').Append(problem);
        }

        return text.Append(problems.Count > 0 ? "\n" : "\nNo problems.\n").ToString();
    }

    private static TextTable Layers(NetworkStatistics network)
    {
        var table = new TextTable(false, false, true, true, true, true, true, true, true, true, true);
        table.Add("", "", "Outputs", "", "", "", "Dead", "Saturated", "Gradients", "Weights", "Weight gradients");
        table.Add("Layer", "Kind", "mean", "deviation", "smallest", "largest", "units", "outputs", "deviation", "deviation", "deviation");
        table.AddRule();
        foreach (LayerStatistics layer in network.Layers)
        {
            TensorStatistics outputs = layer.Outputs;
            table.Add(
                layer.Name, layer.Kind,
                Number(outputs.Mean), Number(outputs.StandardDeviation), Number(outputs.Minimum), Number(outputs.Maximum),
                Percent(layer.DeadUnits), Percent(layer.SaturatedShare),
                Number(layer.Gradients.StandardDeviation), Number(layer.Weights?.StandardDeviation), Number(layer.WeightGradients?.StandardDeviation));
        }

        return table;
    }

    private static string Number(float? value) => value is { } number ? Invariant($"{number:G3}") : "-";

    private static string Percent(float share) => float.IsNaN(share) ? "-" : Invariant($"{100 * share:F1}%");
}
