using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace GraphGen;

/// <summary>Writes a <see cref="NetworkInfo"/> as text.</summary>
internal static class NetworkSummary
{
    /// <summary>The batch size whose memory the summary shows: that of a fit that names none.</summary>
    private static readonly int ShownBatchSize = new FitOptions().BatchSize;

    public static string Write(NetworkInfo info)
    {
        var text = new StringBuilder();
        text.Append(info).Append("\n\n");
        Layers(info).WriteTo(text);
        text.Append('\n');
        List(text, "Training", info.Training);
        List(text, "Filled in", info.Choices);
        Memory(info.Memory).WriteTo(text);
        return text.ToString();
    }

    private static TextTable Layers(NetworkInfo info)
    {
        var table = new TextTable(false, false, true, true, true, true, true);
        table.Add("Layer", "Declared as", "Output shape", "Parameters", "Moving statistics", "FLOPs per row", "Activation bytes per row");
        table.AddRule();
        table.Add("input", Invariant($"Input({info.InputSize})"), Shape(info.InputSize), "", "", "", "");
        foreach (LayerInfo layer in info.Layers)
        {
            table.Add(
                layer.Name, layer.Description, Shape(layer.Outputs),
                Count(layer.Parameters), Count(layer.MovingStatistics), Count(layer.FlopsPerRow),
                Count(layer.ActivationBytesPerRow));
        }

        table.AddRule();
        table.Add("prediction", "", "", Count(info.ParameterCount), Count(info.MovingStatisticCount), Count(info.PredictionFlopsPerRow), "");
        table.Add("training step", "", "", "", "", Count(info.TrainingFlopsPerRow), "");
        return table;
    }

    private static void List(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            text.Append(title).Append(":\n");
            foreach (string line in lines)
            {
                text.Append("  ").Append(line).Append('\n');
            }

            text.Append('\n');
        }
    }

    private static TextTable Memory(MemoryInfo memory)
    {
        var table = new TextTable(false, true);
        table.Add("Memory", "Bytes");
        table.AddRule();
        table.Add("parameters and moving statistics", Count(memory.Parameters));
        table.Add("gradients", Count(memory.Gradients));
        table.Add("optimizer state", Count(memory.OptimizerState));
        table.Add("derived copies", Count(memory.DerivedCopies));
        table.Add("fixed workspace", Count(memory.FixedWorkspace));
        table.Add("workspace per row of a batch", Count(memory.WorkspacePerRow));
        table.AddRule();
        table.Add(Invariant($"total at batch size {ShownBatchSize}"), Count(memory.Total(ShownBatchSize)));
        return table;
    }

    private static string Shape(int features) => Invariant($"[rows, {features}]");

    private static string Count(long value) => value == 0 ? "-" : value.ToString("N0", CultureInfo.InvariantCulture);
}
