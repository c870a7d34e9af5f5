namespace GraphGen.Reporting.Html;

/// <summary>The network's picture: its layers from the input down to the loss, and the shape of what flows between them.</summary>
internal static class NetworkSection
{
    private const int Widths = 10;

    public static void Write(HtmlWriter html, ReportView view)
    {
        NetworkInfo info = view.Run.Network.Info;
        double widest = Math.Max(info.InputSize, info.Layers.Select(layer => layer.Outputs).DefaultIfEmpty().Max());
        html.Write($"<section id='network' aria-labelledby='network-name'><h2 id='network-name'>Network</h2><div class='pair'><div><h3>Layers</h3><ol class='flow'>");
        Node("input", $"Input({info.InputSize})", info.InputSize, layer: null);
        foreach (LayerInfo layer in info.Layers)
        {
            Node(layer.Name, layer.Description, layer.Outputs, layer);
        }

        html.Write($"<li class='w{Widths / 2}'><div class='node end'><b>loss</b> <span>{info.Loss.ToString()}</span></div></li></ol></div>");
        html.Write($"<div>");
        FactList.Write(html, "In all", Totals(info));
        FactList.Write(html, "Memory", Memory(info.Memory, view.Run.Options.BatchSize));
        html.Write($"</div></div></section>");

        void Node(string name, string description, int outputs, LayerInfo? layer)
        {
            // By logarithms: 784 and 10 are both to be seen.
            int width = Math.Clamp((int)Math.Round(Widths * Math.Log(1 + outputs) / Math.Log(1 + widest)), 1, Widths);
            html.Write($"<li class='w{width}'><div class='node{(layer?.Parameters > 0 ? " weights" : "")}'><b>{name}</b> <span>{description}</span>");
            if (layer is not null && Costs(layer) is { Length: > 0 } costs)
            {
                html.Write($"<small>{costs}</small>");
            }

            html.Write($"</div><p class='shape'>[rows, {Figures.Count(outputs)}]</p></li>");
        }
    }

    private static string Costs(LayerInfo layer)
    {
        string parameters = layer.Parameters > 0 ? Figures.Count(layer.Parameters, "parameter") : "";
        string operations = layer.FlopsPerRow > 0 ? $"{Figures.Short(layer.FlopsPerRow, "FLOP")} a row" : "";
        return string.Join(", ", new[] { parameters, operations }.Where(cost => cost.Length > 0));
    }

    private static IEnumerable<Fact> Totals(NetworkInfo info)
    {
        yield return new Fact("Parameters", Figures.Count(info.ParameterCount));
        if (info.MovingStatisticCount > 0)
        {
            yield return new Fact("Moving statistics", Figures.Count(info.MovingStatisticCount));
        }

        yield return new Fact("Prediction", $"{Figures.Count(info.PredictionFlopsPerRow)} FLOP a row");
        yield return new Fact("Training step", $"{Figures.Count(info.TrainingFlopsPerRow)} FLOP a row");
        yield return new Fact("Optimizer", info.Optimizer);
        foreach (string training in info.Training)
        {
            yield return new Fact("Training", training);
        }

        foreach (string choice in info.Choices)
        {
            yield return new Fact("Filled in", choice);
        }
    }

    private static IEnumerable<Fact> Memory(MemoryInfo memory, int batchSize)
    {
        yield return new Fact("Parameters", Figures.Short(memory.Parameters, "B"));
        yield return new Fact("Gradients", Figures.Short(memory.Gradients, "B"));
        yield return new Fact("Optimizer", Figures.Short(memory.OptimizerState, "B"));
        yield return new Fact("Copies", $"{Figures.Short(memory.DerivedCopies, "B")} of parameters in another form");
        yield return new Fact("Workspace", $"{Figures.Short(memory.FixedWorkspace, "B")}, and {Figures.Short(memory.WorkspacePerRow, "B")} for each row of a batch");
        yield return new Fact("In all", $"{Figures.Short(memory.Total(batchSize), "B")} at batch size {Figures.Count(batchSize)}");
    }
}
