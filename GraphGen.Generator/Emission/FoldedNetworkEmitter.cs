using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>Emits a predictor's smaller network: its schedule, its layers and its memory layout, for prediction alone.</summary>
internal sealed class FoldedNetworkEmitter
{
    private readonly PredictorPlan predictor;
    private readonly LayerEmitter layers;
    private readonly Addresses addresses;

    public FoldedNetworkEmitter(NetworkPlan plan, KernelLibrary library, UpdateKernels update)
    {
        predictor = plan.Predictor;
        layers = new LayerEmitter(plan, library, update);
        addresses = new Addresses(predictor.Graph, predictor.Parameters, "Prediction");
    }

    private IEnumerable<Segment> Segments => predictor.Graph.Segments.Where(StepPlan.HasWork);

    /// <param name="writer">Where to write.</param>
    /// <param name="rowKernel">The kernel that predicts a single row from end to end, where there is one.</param>
    public void Write(SourceWriter writer, string? rowKernel)
    {
        WriteEntry(writer, rowKernel);
        WriteSchedule(writer);
        foreach (var layer in Segments.GroupBy(segment => segment.Layer))
        {
            WriteLayer(writer, layer);
        }

        WriteOffsets(writer);
        NetworkEmitter.WriteLayout(writer, "Prediction", "Where each value of a prediction lies, in column blocks of the workspace.", predictor.Graph, addresses);
    }

    private void WriteEntry(SourceWriter writer, string? rowKernel)
    {
        writer.Summary("From the caller's rows into the schedule and back.");
        writer.Block("internal static class Entry", () =>
        {
            new PredictionEntry(predictor.Graph, rowKernel).Write(writer);
            if (predictor.Derivations.Any())
            {
                writer.Summary("Computes scale and shift of the batch normalisations that are left.");
                Dispatch.Write(writer, "public static void Derive(NetworkMemory memory)", target => $"Schedule<{target.Name}>.Derive(memory)");
            }
        });
    }

    private void WriteSchedule(SourceWriter writer)
    {
        writer.Line();
        writer.Summary("The order of a prediction.");
        writer.Line("internal static class Schedule<TKernels>");
        writer.Block("    where TKernels : struct, IKernels", () =>
        {
            writer.Summary("Prediction for the rows in the workspace.");
            WriteCalls(writer, "Predict", "NetworkMemory memory, ref float workspace, int rows, int stride", "memory, ref workspace, rows, stride", Segments.Except(predictor.Derivations));
            if (predictor.Derivations.Any())
            {
                writer.Line();
                writer.Summary("What is computed from parameters.");
                WriteCalls(writer, "Derive", "NetworkMemory memory", "memory", predictor.Derivations);
            }
        });
    }

    private void WriteCalls(SourceWriter writer, string method, string parameters, string arguments, IEnumerable<Segment> segments) =>
        writer.Block($"public static void {method}({parameters})", () =>
        {
            foreach (var segment in segments)
            {
                writer.Line($"{ScheduleEmitter.ClassOf(segment.Layer)}<TKernels>.{ScheduleEmitter.InferenceMethod(segment)}({arguments}{(predictor.Graph.IsDerivation(segment) ? $", BlockRange.Whole({Literal.Int(segment.Blocks)})" : "")});");
            }
        });

    private void WriteLayer(SourceWriter writer, IGrouping<string, Segment> layer)
    {
        writer.Line();
        writer.Summary(Title(layer.Key));
        writer.Line($"internal static class {ScheduleEmitter.ClassOf(layer.Key)}<TKernels>");
        writer.Block("    where TKernels : struct, IKernels", () =>
        {
            foreach (var segment in layer)
            {
                layers.WriteSegment(writer, predictor.Graph, addresses, segment, ScheduleEmitter.InferenceMethod(segment));
            }
        });
    }

    /// <summary>The layer's name and what is folded into it.</summary>
    private string Title(string layer) => predictor.Folds.FirstOrDefault(fold => fold.Dense.Name == layer) is { } fold
        ? $"{layer} with {string.Join(" and ", fold.InFront.Concat(fold.Behind).Select(batchNorm => batchNorm.Name))} folded in."
        : NetworkEmitter.Title(predictor.Network, layer);

    private void WriteOffsets(SourceWriter writer)
    {
        writer.Line();
        NetworkEmitter.WriteOffsets(writer, "Where each parameter begins, in floats.", predictor.Parameters);
        if (predictor.ReadsDerived)
        {
            writer.Line();
            NetworkEmitter.WriteDerived(writer, "Where what is computed from them begins, in floats, behind the zeros that are the bias of products without one.", predictor.Derived, addresses);
        }
    }
}
