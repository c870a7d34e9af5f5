using System.Globalization;
using System.Text;
using GraphGen.Generator.Planning;
using GraphGen.Model;

namespace GraphGen.Generator.Emission;

/// <summary>The table of layers that editors show for a network.</summary>
internal static class LayerTable
{
    /// <summary>Its lines: a row for each layer, then what trains them and what was filled in.</summary>
    public static string[] Of(NetworkPlan plan)
    {
        NetworkSpec network = plan.Network;
        var text = new StringBuilder();
        Layers(plan).WriteTo(text);
        text.Append('\n');
        Training(network).WriteTo(text);
        return text.ToString().TrimEnd('\n').Split('\n');
    }

    private static TextTable Layers(NetworkPlan plan)
    {
        var table = new TextTable(false, false, true, true, true, true);
        table.Add("Layer", "Declared as", "Output shape", "Parameters", "FLOPs per row", "Activation bytes per row");
        table.AddRule();
        table.Add("input", $"Input({Literal.Int(plan.Network.InputSize)})", Shape(plan.Network.InputSize), "", "", "");
        foreach (LayerCosts costs in plan.LayerCosts)
        {
            table.Add(
                costs.Layer.Key,
                Descriptions.Of(costs.Layer),
                Shape(costs.Outputs),
                Count(costs.Parameters),
                Count(costs.FlopsPerRow),
                Count(costs.ActivationBytesPerRow));
        }

        table.AddRule();
        table.Add(
            "total",
            "",
            "",
            Count(plan.LayerCosts.Sum(costs => costs.Parameters)),
            Count(plan.LayerCosts.Sum(costs => costs.FlopsPerRow)),
            Count(plan.LayerCosts.Sum(costs => costs.ActivationBytesPerRow)));
        return table;
    }

    private static TextTable Training(NetworkSpec network)
    {
        var table = new TextTable(false, false);
        table.Add("loss", Descriptions.Of(network.Loss));
        table.Add("optimizer", Descriptions.Of(network.Optimizer));
        foreach (string fact in Descriptions.Training(network))
        {
            table.Add("training", fact);
        }

        foreach (string choice in network.Choices)
        {
            table.Add("filled in", choice);
        }

        return table;
    }

    private static string Shape(int features) => $"[rows, {Literal.Int(features)}]";

    private static string Count(long value) => value == 0 ? "-" : value.ToString("N0", CultureInfo.InvariantCulture);
}
