using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;
using GraphGen.Model;

namespace GraphGen.Generator.Emission;

/// <summary>Emits the way from the user's spans into the schedule and back: checks, packing, the choice of the target.</summary>
internal sealed class EntryEmitter
{
    /// <summary>The largest workspace of one row that is kept on the stack, in floats.</summary>
    private const int StackFloats = 2048;

    /// <summary>Rows that a prediction of many rows works on at a time.</summary>
    private const int PredictionRows = 32;

    private const string Inputs = "ReadOnlySpan<float> inputs";

    private readonly NetworkPlan plan;
    private readonly NetworkSpec network;
    private readonly SourceWriter writer;
    private readonly string inputSize;
    private readonly string outputSize;

    public EntryEmitter(NetworkPlan plan, SourceWriter writer)
    {
        this.plan = plan;
        this.writer = writer;
        network = plan.Network;
        inputSize = Literal.Int(network.InputSize);
        outputSize = Literal.Int(plan.OutputSize);
    }

    private bool HasLabels => network.Loss == LossKind.SoftmaxCrossEntropy;

    public void Write()
    {
        writer.Summary("From the caller's rows into the schedule and back.");
        writer.Block("internal static class Entry", () =>
        {
            WritePredict();
            if (TakesLabels(plan))
            {
                WriteLoadLabels();
            }

            if (!HasLabels)
            {
                WriteLoadTargets();
            }

            WriteDataset();
            WriteDispatch("void", "Derive", "NetworkMemory memory", "memory", "Renews what is computed from parameters.");
            WriteDispatch("void", "Predict", "NetworkMemory memory, ref float workspace, int rows, int stride", "memory, ref workspace, rows, stride", "Predicts the rows in the workspace.");
            WriteDispatch("double", "Evaluate", "NetworkMemory memory, ref float workspace, int rows, int stride", "memory, ref workspace, rows, stride", "Predicts the rows in the workspace and returns their summed loss.");
        });
    }

    /// <summary>Whether a batch may come with labels: one class per row, or 0 and 1 for a single binary output.</summary>
    public static bool TakesLabels(NetworkPlan plan) =>
        plan.Network.Loss == LossKind.SoftmaxCrossEntropy || (plan.Network.Loss == LossKind.BinaryCrossEntropy && plan.OutputSize == 1);

    private static string Place(string layout, string name) => $"ref Unsafe.Add(ref workspace, {layout}.{name} * stride)";

    private string PredictionPlace()
    {
        var prediction = plan.Inference.Graph.Find(OutputRole.Prediction)!;
        return Place("Prediction", Addresses.NameOf(prediction));
    }

    private void WritePredict()
    {
        bool fitsStack = ColumnBlock.Width * plan.Inference.WorkspaceBlocks <= StackFloats;
        writer.Summary($"Predicts any number of rows, {PredictionRows} at a time. Its memory belongs to the calling thread.");
        writer.Block($"public static void Predict(NetworkMemory memory, {Inputs}, Span<float> outputs)", () =>
        {
            writer.Line($"int rows = Guard.Rows(inputs.Length, {inputSize}, nameof(inputs));");
            writer.Line($"Guard.Length(outputs.Length, (long)rows * {outputSize}, nameof(outputs));");
            writer.Line("Guard.Apart(inputs, outputs, nameof(outputs));");
            writer.Block("if (rows == 1)", () =>
            {
                writer.Line(fitsStack ? "Span<float> row = stackalloc float[Prediction.Blocks * 16];" : "ref float row = ref ThreadScratch.Rent(Prediction.Blocks * 16);");
                writer.Line($"PredictRows(memory, inputs, outputs, 1, {(fitsStack ? "ref row[0]" : "ref row")}, 16);");
                writer.Line("return;");
            });
            writer.Line($"const int tile = {PredictionRows};");
            writer.Line("ref float workspace = ref ThreadScratch.Rent(Prediction.Blocks * 16 * tile);");
            writer.Block("for (int first = 0; first < rows; first += tile)", () =>
            {
                writer.Line("int count = Math.Min(tile, rows - first);");
                writer.Line($"PredictRows(memory, inputs.Slice(first * {inputSize}, count * {inputSize}), outputs.Slice(first * {outputSize}, count * {outputSize}), count, ref workspace, NetworkMemory.Stride(count));");
            });
        });
        writer.Line();
        writer.Block($"private static void PredictRows(NetworkMemory memory, {Inputs}, Span<float> outputs, int rows, ref float workspace, int stride)", () =>
        {
            writer.Line($"ColumnBlocks.Pack(inputs, rows, {inputSize}, {Place("Prediction", "InputRows")}, stride);");
            writer.Line("Predict(memory, ref workspace, rows, stride);");
            writer.Line($"ColumnBlocks.Unpack({PredictionPlace()}, stride, rows, {outputSize}, outputs);");
        });
        writer.Line();
    }

    private void WriteLoadLabels() => WriteLoad(
        "ReadOnlySpan<int> labels",
        $"Guard.Labels(labels, rows, {(HasLabels ? outputSize : "2")});",
        HasLabels ? "labels.CopyTo(memory.Labels);" : $"ColumnBlocks.PackLabels(labels, {Place("Training", "LossExpected")});");

    private void WriteLoadTargets() => WriteLoad(
        "ReadOnlySpan<float> targets",
        $"Guard.{(network.Loss == LossKind.BinaryCrossEntropy ? "Probabilities" : "Targets")}(targets, rows, {outputSize});",
        $"memory.Pack(targets, rows, {outputSize}, {Place("Training", "LossExpected")}, stride);");

    private void WriteLoad(string expected, string check, string copy)
    {
        writer.Summary("Checks a batch and copies it into the workspace. Returns its number of rows.");
        writer.Block($"public static int Load(NetworkMemory memory, {Inputs}, {expected})", () =>
        {
            writer.Line($"int rows = Guard.Rows(inputs.Length, {inputSize}, nameof(inputs));");
            writer.Line(check);
            writer.Line("memory.EnsureCapacity(rows);").Line("int stride = NetworkMemory.Stride(rows);").Line("ref float workspace = ref memory.Workspace.Start;");
            writer.Line($"memory.Pack(inputs, rows, {inputSize}, {Place("Training", "InputRows")}, stride);");
            writer.Line(copy);
            writer.Line("return rows;");
        });
        writer.Line();
    }

    private void WriteDataset()
    {
        writer.Summary("Gathers rows of a data set, which was checked before, straight into the workspace.");
        writer.Block("public static void Load(NetworkMemory memory, Dataset data, ReadOnlySpan<int> rows)", () =>
        {
            writer.Line($"Guard.Width(data.InputSize, {inputSize}, nameof(data));");
            writer.Line("memory.EnsureCapacity(rows.Length);").Line("int stride = NetworkMemory.Stride(rows.Length);").Line("ref float workspace = ref memory.Workspace.Start;");
            writer.Line($"memory.Gather(data.Inputs, rows, {inputSize}, {Place("Training", "InputRows")}, stride);");
            writer.Line(HasLabels ? $"data.GatherLabels(rows, memory.Labels.AsSpan(0, rows.Length), classes: {outputSize});" : $"data.GatherTargets(rows, {Place("Training", "LossExpected")}, stride);");
        });
        writer.Line();
        writer.Summary("Predicts consecutive rows of a data set, which was checked before, and returns their summed loss.");
        writer.Block("public static double Evaluate(NetworkMemory memory, Dataset data, int start, int count, Span<float> predictions)", () =>
        {
            writer.Line($"Guard.Width(data.InputSize, {inputSize}, nameof(data));");
            writer.Line("memory.EnsureCapacity(count);").Line("int stride = NetworkMemory.Stride(count);").Line("ref float workspace = ref memory.Workspace.Start;");
            writer.Line($"memory.Pack(data.Inputs.Slice(start * {inputSize}, count * {inputSize}), count, {inputSize}, {Place("Prediction", "InputRows")}, stride);");
            writer.Line(HasLabels ? $"data.CopyLabels(start, memory.Labels.AsSpan(0, count), classes: {outputSize});" : $"data.CopyTargets(start, count, {Place("Prediction", "LossExpected")}, stride);");
            writer.Line("double loss = Evaluate(memory, ref workspace, count, stride);");
            writer.Line($"ColumnBlocks.Unpack({PredictionPlace()}, stride, count, {outputSize}, predictions);");
            writer.Line("return loss;");
        });
        writer.Line();
    }

    /// <summary>A method that calls the schedule.</summary>
    private void WriteDispatch(string returnType, string method, string parameters, string arguments, string summary)
    {
        writer.Summary(summary);
        writer.Block($"public static {returnType} {method}({parameters})", () =>
            WriteTargets(writer, target => $"{(returnType == "void" ? "" : "return ")}Schedule<{target}>.{method}({arguments});"));
        writer.Line();
    }

    /// <summary>A statement for the best target of this machine. The conditions are constants for the JIT compiler.</summary>
    public static void WriteTargets(SourceWriter writer, Func<string, string> statement)
    {
        writer.Block("if (Avx512F.IsSupported)", () => writer.Line(statement(Target.Avx512.Name)));
        writer.Block("else if (Avx2.IsSupported && Fma.IsSupported)", () => writer.Line(statement(Target.Avx2.Name)));
        writer.Block("else", () => writer.Line(statement(Target.Portable.Name)));
    }
}
