using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>Emits the way of the caller's rows through a prediction: the network's own, or a predictor's.</summary>
internal sealed class PredictionEntry
{
    /// <summary>Rows that a prediction of many rows works on at a time.</summary>
    public const int RowsAtATime = 32;

    private readonly GraphPlan plan;
    private readonly string? rowKernel;
    private readonly string inputSize;
    private readonly string outputSize;

    /// <param name="plan">The prediction.</param>
    /// <param name="rowKernel">The kernel that predicts a single row from end to end, where there is one.</param>
    public PredictionEntry(GraphPlan plan, string? rowKernel)
    {
        this.plan = plan;
        this.rowKernel = rowKernel;
        inputSize = Literal.Int(plan.Graph.Values.Single(value => value.Operation is Input).Shape.Columns);
        outputSize = Literal.Int(Prediction.Shape.Columns);
    }

    /// <summary>Writes a part of the way: from rows of one value of the prediction to those of another.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="method">The schedule's method, and what the emitted one is called.</param>
    /// <param name="summary">Its doc comment.</param>
    /// <param name="from">What the caller gives.</param>
    /// <param name="to">What the caller gets.</param>
    public static void WritePart(SourceWriter writer, string method, string summary, Value from, Value to)
    {
        string fromSize = Literal.Int(from.Shape.Columns), toSize = Literal.Int(to.Shape.Columns);
        writer.Summary(summary);
        writer.Block($"public static void {method}(NetworkMemory memory, ReadOnlySpan<float> inputs, Span<float> outputs)", () =>
        {
            writer.Line($"int rows = Guard.Rows(inputs.Length, {fromSize}, \"inputs\");");
            writer.Line($"Guard.Length(outputs.Length, (long)rows * {toSize}, \"outputs\");");
            writer.Line("Guard.Apart(inputs, outputs, \"outputs\");");
            writer.Line($"const int tile = {RowsAtATime};");
            writer.Line("ref float workspace = ref ThreadScratch.Rent(Prediction.Blocks * NetworkMemory.Stride(Math.Min(rows, tile)));");
            writer.Block("for (int first = 0; first < rows; first += tile)", () =>
            {
                writer.Line("int count = Math.Min(tile, rows - first);");
                writer.Line("int stride = count == 1 ? 16 : NetworkMemory.Stride(count);");
                writer.Line($"ColumnBlocks.Pack(inputs.Slice(first * {fromSize}, count * {fromSize}), count, {fromSize}, {Place("Prediction", Addresses.NameOf(from))}, stride);");
                Dispatch.WriteChoice(writer, target => $"Schedule<{target.Name}>.{method}(memory, ref workspace, count, stride)");
                writer.Line($"ColumnBlocks.Unpack({Place("Prediction", Addresses.NameOf(to))}, stride, count, {toSize}, outputs.Slice(first * {toSize}, count * {toSize}));");
            });
        });
        writer.Line();
    }

    private Value Prediction => plan.Graph.Find(OutputRole.Prediction)!;

    /// <summary>A matrix of the workspace.</summary>
    public static string Place(string layout, string name) => $"ref Unsafe.Add(ref workspace, {layout}.{name} * stride)";

    /// <summary>Where the predictions lie.</summary>
    public string PredictionPlace => Place("Prediction", Addresses.NameOf(Prediction));

    public void Write(SourceWriter writer)
    {
        writer.Summary($"Predicts any number of rows, {RowsAtATime} at a time. Its memory belongs to the calling thread.");
        writer.Block("public static void Predict(NetworkMemory memory, ReadOnlySpan<float> inputs, Span<float> outputs)", () =>
        {
            if (rowKernel is not null)
            {
                writer.Block($"if (inputs.Length == {inputSize} && outputs.Length == {outputSize})", () =>
                {
                    writer.Line("Guard.Apart(inputs, outputs, \"outputs\");");
                    writer.Line($"{rowKernel}(memory, ref MemoryMarshal.GetReference(inputs), ref MemoryMarshal.GetReference(outputs));");
                    writer.Line("return;");
                });
            }

            writer.Line($"int rows = Guard.Rows(inputs.Length, {inputSize}, \"inputs\");");
            writer.Line($"Guard.Length(outputs.Length, (long)rows * {outputSize}, \"outputs\");");
            writer.Line("Guard.Apart(inputs, outputs, \"outputs\");");
            writer.Line($"const int tile = {RowsAtATime};");
            writer.Line("ref float workspace = ref ThreadScratch.Rent(Prediction.Blocks * NetworkMemory.Stride(Math.Min(rows, tile)));");
            writer.Block("for (int first = 0; first < rows; first += tile)", () =>
            {
                writer.Line("int count = Math.Min(tile, rows - first);");
                // A single row lies in one piece, for which products have kernels of their own.
                writer.Line($"int stride = {(rowKernel is null ? "count == 1 ? 16 : " : "")}NetworkMemory.Stride(count);");
                writer.Line($"PredictRows(memory, inputs.Slice(first * {inputSize}, count * {inputSize}), outputs.Slice(first * {outputSize}, count * {outputSize}), count, ref workspace, stride);");
            });
        });
        writer.Line();
        writer.Block("private static void PredictRows(NetworkMemory memory, ReadOnlySpan<float> inputs, Span<float> outputs, int rows, ref float workspace, int stride)", () =>
        {
            writer.Line($"ColumnBlocks.Pack(inputs, rows, {inputSize}, {Place("Prediction", "InputRows")}, stride);");
            writer.Line("Predict(memory, ref workspace, rows, stride);");
            writer.Line($"ColumnBlocks.Unpack({PredictionPlace}, stride, rows, {outputSize}, outputs);");
        });
        writer.Line();
        writer.Summary("Predicts the rows in the workspace.");
        Dispatch.Write(
            writer,
            "public static void Predict(NetworkMemory memory, ref float workspace, int rows, int stride)",
            target => $"Schedule<{target.Name}>.Predict(memory, ref workspace, rows, stride)");
        writer.Line();
        if (rowKernel is not null)
        {
            Dispatch.Write(
                writer,
                $"private static void {rowKernel}(NetworkMemory memory, ref float input, ref float output)",
                target => $"{target.Name}.{rowKernel}(memory, ref input, ref output)");
            writer.Line();
        }
    }
}
