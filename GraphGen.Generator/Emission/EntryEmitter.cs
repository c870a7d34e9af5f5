using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;
using GraphGen.Model;

namespace GraphGen.Generator.Emission;

/// <summary>Emits the way from the user's spans into the schedule and back: checks, packing, the choice of the target.</summary>
internal sealed class EntryEmitter
{
    private const string Inputs = "ReadOnlySpan<float> inputs";

    private readonly NetworkPlan plan;
    private readonly NetworkSpec network;
    private readonly IReadOnlyList<Layout> layouts;
    private readonly SourceWriter writer;
    private readonly PredictionEntry prediction;
    private readonly string inputSize;
    private readonly string outputSize;
    private readonly string featureSize;

    /// <param name="plan">The network.</param>
    /// <param name="layouts">The places of its values.</param>
    /// <param name="writer">Where to write.</param>
    /// <param name="rowKernel">The kernel that predicts a single row from end to end, where the network has one.</param>
    public EntryEmitter(NetworkPlan plan, IReadOnlyList<Layout> layouts, SourceWriter writer, string? rowKernel)
    {
        prediction = new PredictionEntry(plan.Inference, rowKernel);
        this.plan = plan;
        this.layouts = layouts;
        this.writer = writer;
        network = plan.Network;
        inputSize = Literal.Int(network.InputSize);
        outputSize = Literal.Int(plan.OutputSize);
        featureSize = Literal.Int(plan.Training.Input.Shape.Columns);
    }

    private bool HasLabels => network.Loss.TakesClasses;

    public void Write()
    {
        writer.Summary("From the caller's rows into the schedule and back.");
        writer.Block("internal static class Entry", () =>
        {
            prediction.Write(writer);
            if (plan.Code is { Code: var code })
            {
                var graph = plan.Inference.Graph;
                PredictionEntry.WritePart(writer, "Encode", "The codes of any number of rows.", graph.Values.Single(value => value.Operation is Input), code);
                PredictionEntry.WritePart(writer, "Decode", "The rows that any number of codes stand for.", code, graph.Find(OutputRole.Prediction)!);
            }

            if (plan.Sampling is not null)
            {
                WriteSamples(plan.Sampling);
            }

            foreach (ExpectedValues values in Expected("Training"))
            {
                WriteLoad(values);
            }

            WriteDataset();
            if (plan.Features is not null)
            {
                WriteFeatures();
            }

            if (plan.Resting is not null)
            {
                WriteInputGradients(plan.Resting);
            }

            if (network.Loss.IsExternal)
            {
                WriteForward();
                WriteBackward();
            }

            WriteDispatch("void", "Derive", "NetworkMemory memory", "memory", "Renews what is computed from parameters.");
        });
    }

    /// <summary>Whether a batch may come with labels: one class per row, or 0 and 1 for a single binary output.</summary>
    public static bool TakesLabels(NetworkPlan plan) =>
        plan.Network.Loss.TakesClasses || (plan.Network.Loss is { Kind: LossKind.BinaryCrossEntropy, IsReconstruction: false } && plan.OutputSize == 1);

    /// <summary>Where a training step finds its rows.</summary>
    private string RowsPlace => Place(plan.Features is null ? "Training" : "Features", "InputRows");

    /// <summary>Where it finds what the frozen layers make of them.</summary>
    private static string FeaturesPlace => Place("Training", "FeaturesRows");

    private static string Place(string layout, string name) => PredictionEntry.Place(layout, name);

    /// <summary>What a batch may come with, one of them at a time.</summary>
    /// <param name="layout">The class with the places that it is copied to.</param>
    private IEnumerable<ExpectedValues> Expected(string layout)
    {
        bool isProbability = network.Loss.Kind == LossKind.BinaryCrossEntropy;
        if (TakesLabels(plan))
        {
            yield return new ExpectedValues(
                ", ReadOnlySpan<int> labels",
                $"Guard.Labels(labels, rows, {(HasLabels ? outputSize : "2")});",
                HasLabels ? "labels.CopyTo(memory.Labels);" : $"ColumnBlocks.PackLabels(labels, {Place(layout, "LossExpected")});");
        }

        if (network.Loss.IsReconstruction)
        {
            // What is reconstructed is compared with the rows where they lie.
            yield return new ExpectedValues("", isProbability ? $"Guard.ProbableInputs(inputs, {inputSize});" : "", "");
        }
        else if (!HasLabels)
        {
            yield return new ExpectedValues(
                ", ReadOnlySpan<float> targets",
                $"Guard.{(isProbability ? "Probabilities" : "Targets")}(targets, rows, {outputSize});",
                $"memory.Pack(targets, rows, {outputSize}, {Place(layout, "LossExpected")}, stride);");
        }
    }

    private void WriteLoad(ExpectedValues values)
    {
        (string expected, string check, string copy) = (values.Parameter, values.Check, values.Copy);
        writer.Summary("Checks a batch and copies it into the workspace. Returns its number of rows.");
        writer.Block($"public static int Load(NetworkMemory memory, {Inputs}{expected}{(network.HasSampleWeights ? ", ReadOnlySpan<float> weights" : "")})", () =>
        {
            writer.Line($"int rows = Guard.Rows(inputs.Length, {inputSize}, \"inputs\");");
            WriteUnlessEmpty(check);
            writer.Line("memory.EnsureCapacity(rows);").Line("int stride = NetworkMemory.Stride(rows);").Line("ref float workspace = ref memory.Workspace.Start;");
            if (plan.Features is not null)
            {
                writer.Line("memory.HoldsFeatures = false;");
            }

            writer.Line($"memory.Pack(inputs, rows, {inputSize}, {RowsPlace}, stride);");
            WriteUnlessEmpty(copy);
            WriteUnlessEmpty(LoadChains("rows"));
            if (network.HasSampleWeights)
            {
                writer.Line("BatchWeights.Load(memory, weights, rows);");
            }

            writer.Line("return rows;");
        });
        writer.Line();
    }

    /// <summary>Persistent chains go on where the step before has left them.</summary>
    private string LoadChains(string rows) => plan.ChainStates is { Shape.Columns: var width } chains
        ? $"memory.LoadChains({rows}, {Literal.Int(width)}, {Place("Training", Addresses.NameOf(chains))}, stride);"
        : "";

    private void WriteUnlessEmpty(string statement)
    {
        if (statement.Length > 0)
        {
            writer.Line(statement);
        }
    }

    private void WriteDataset()
    {
        writer.Summary("Gathers rows of a data set, which was checked before, straight into the workspace.");
        writer.Block("public static void Load(NetworkMemory memory, Dataset data, ReadOnlySpan<int> rows)", () =>
        {
            string width = inputSize, place = RowsPlace;
            if (plan.Features is not null)
            {
                writer.Line("memory.HoldsFeatures = data.HoldsFeatures;");
                width = $"memory.HoldsFeatures ? {featureSize} : {inputSize}";
                place = $"ref memory.HoldsFeatures ? {FeaturesPlace} : {RowsPlace}";
            }

            writer.Line($"Guard.Width(data.InputSize, {width}, \"data\");");
            writer.Line("memory.EnsureCapacity(rows.Length);").Line("int stride = NetworkMemory.Stride(rows.Length);").Line("ref float workspace = ref memory.Workspace.Start;");
            writer.Line($"memory.Gather(data, rows, {place}, stride);");
            WriteUnlessEmpty(LoadChains("rows.Length"));
            WriteUnlessEmpty(network.Loss.IsReconstruction ? "" : HasLabels ? $"data.GatherLabels(rows, memory.Labels.AsSpan(0, rows.Length), classes: {outputSize});" : $"data.GatherTargets(rows, {Place("Training", "LossExpected")}, stride);");
            if (network.HasSampleWeights)
            {
                writer.Line("data.GatherWeights(rows, memory.RowWeights.AsSpan(0, rows.Length));");
            }
        });
        writer.Line();
        writer.Summary("Predicts consecutive rows of a data set, which was checked before, and returns their summed loss.");
        writer.Block("public static double Evaluate(NetworkMemory memory, Steps steps, Dataset data, int start, int count, Span<float> predictions)", () =>
        {
            writer.Line($"Guard.Width(data.InputSize, {inputSize}, \"data\");");
            writer.Line("memory.EnsureCapacity(count);").Line("int stride = NetworkMemory.Stride(count);").Line("ref float workspace = ref memory.Workspace.Start;");
            writer.Line($"memory.Pack(data, start, count, {Place("Prediction", "InputRows")}, stride);");
            WriteUnlessEmpty(network.Loss.IsReconstruction ? "" : HasLabels ? $"data.CopyLabels(start, memory.Labels.AsSpan(0, count), classes: {outputSize});" : $"data.CopyTargets(start, count, {Place("Prediction", "LossExpected")}, stride);");
            if (network.HasSampleWeights)
            {
                writer.Line("data.CopyWeights(start, memory.RowWeights.AsSpan(0, count));");
            }

            writer.Line("double loss = steps.Evaluate(count);");
            writer.Line($"ColumnBlocks.Unpack({prediction.PredictionPlace}, stride, count, {outputSize}, predictions);");
            writer.Line("return loss;");
        });
        writer.Line();
    }

    private void WriteInputGradients(GraphPlan resting)
    {
        string gradient = AddressOf(resting, OutputRole.InputGradient);
        foreach (ExpectedValues values in Expected("Resting"))
        {
            writer.Summary("Checks rows, computes the gradient of the loss of each by the row itself, and hands it out. Returns the mean loss.");
            writer.Block($"public static float InputGradients(NetworkMemory memory, Steps steps, {Inputs}{values.Parameter}, Span<float> inputGradients)", () =>
            {
                writer.Line($"int rows = Guard.Rows(inputs.Length, {inputSize}, \"inputs\");");
                WriteUnlessEmpty(values.Check);
                writer.Line("Guard.Length(inputGradients.Length, inputs.Length, \"inputGradients\");");
                writer.Line("memory.EnsureCapacity(rows);").Line("int stride = NetworkMemory.Stride(rows);").Line("ref float workspace = ref memory.Workspace.Start;");
                writer.Line($"memory.Pack(inputs, rows, {inputSize}, {Place("Resting", "InputRows")}, stride);");
                WriteUnlessEmpty(values.Copy);
                writer.Line("float loss = steps.InputGradients(rows);");
                writer.Line($"ColumnBlocks.Unpack({gradient}, stride, rows, {inputSize}, inputGradients);").Line("return loss;");
            });
            writer.Line();
        }
    }

    private void WriteForward()
    {
        writer.Summary("Checks rows, computes their outputs as training does, and hands these out.");
        writer.Block($"public static void Forward(NetworkMemory memory, Steps steps, {Inputs}, Span<float> outputs)", () =>
        {
            writer.Line($"int rows = Guard.Rows(inputs.Length, {inputSize}, \"inputs\");");
            writer.Line($"Guard.Length(outputs.Length, (long)rows * {outputSize}, \"outputs\");");
            writer.Line("memory.EnsureCapacity(rows);").Line("int stride = NetworkMemory.Stride(rows);").Line("ref float workspace = ref memory.Workspace.Start;");
            if (plan.Features is not null)
            {
                writer.Line("memory.HoldsFeatures = false;");
            }

            writer.Line($"memory.Pack(inputs, rows, {inputSize}, {RowsPlace}, stride);");
            writer.Line("steps.Forward(rows);");
            writer.Line($"ColumnBlocks.Unpack({AddressOf(plan.Training, OutputRole.Logits)}, stride, rows, {outputSize}, outputs);");
            writer.Line("memory.ForwardRows = rows;");
        });
        writer.Line();
    }

    private void WriteBackward()
    {
        writer.Summary("Checks the gradients by the outputs of the forward pass that waits for them, and makes an optimizer step.");
        writer.Block("public static float Backward(NetworkMemory memory, Steps steps, ReadOnlySpan<float> outputGradients, float learningRate)", () => writer
            .Line("int rows = memory.RequireForward();")
            .Line($"Guard.Length(outputGradients.Length, (long)rows * {outputSize}, \"outputGradients\");")
            .Line("int stride = NetworkMemory.Stride(rows);").Line("ref float workspace = ref memory.Workspace.Start;")
            .Line($"memory.Pack(outputGradients, rows, {outputSize}, {Place("Training", "LossExpected")}, stride);")
            .Line("return steps.Backward(rows, learningRate);"));
        writer.Line();
    }

    private string AddressOf(GraphPlan graph, OutputRole role) => layouts.Single(layout => layout.Graph == graph).Addresses.Of(graph.Graph.Find(role)!);

    private void WriteFeatures()
    {
        writer.Summary("Computes what the frozen layers make of consecutive rows of a data set, which was checked before.");
        writer.Block("public static void ComputeFeatures(NetworkMemory memory, Steps steps, Dataset data, int start, int count, Span<float> features)", () => writer
            .Line($"Guard.Width(data.InputSize, {inputSize}, \"data\");")
            .Line($"Guard.Length(features.Length, (long)count * {featureSize}, \"features\");")
            .Line("memory.EnsureCapacity(count);").Line("int stride = NetworkMemory.Stride(count);").Line("ref float workspace = ref memory.Workspace.Start;")
            .Line($"memory.Pack(data, start, count, {RowsPlace}, stride);")
            .Line("steps.Features(count);")
            .Line($"ColumnBlocks.Unpack({FeaturesPlace}, stride, count, {featureSize}, features);"));
        writer.Line();
    }

    /// <summary>Monte Carlo dropout: pass after pass over a few rows at a time, mean and spread updated after each (Welford, 1962).</summary>
    private void WriteSamples(GraphPlan sampling)
    {
        string predicted = Place("Sampling", Addresses.NameOf(sampling.Graph.Find(OutputRole.Prediction)!));
        writer.Summary("Predicts rows with dropout several times: mean and standard deviation of each output over the passes. Its memory belongs to the calling thread.");
        writer.Block($"public static void PredictSamples(NetworkMemory memory, {Inputs}, int samples, Span<float> mean, Span<float> standardDeviation, ulong seed)", () =>
        {
            writer.Line($"int rows = Guard.Rows(inputs.Length, {inputSize}, \"inputs\");");
            writer.Line("Guard.Samples(samples);");
            writer.Line($"Guard.Length(mean.Length, (long)rows * {outputSize}, \"mean\");");
            writer.Line($"Guard.Length(standardDeviation.Length, (long)rows * {outputSize}, \"standardDeviation\");");
            writer.Line("Guard.Apart(inputs, mean, \"mean\");").Line("Guard.Apart(inputs, standardDeviation, \"standardDeviation\");").Line("Guard.Apart(mean, standardDeviation, \"standardDeviation\");");
            writer.Line($"const int tile = {PredictionEntry.RowsAtATime};");
            writer.Line("int largest = NetworkMemory.Stride(Math.Min(rows, tile));");
            writer.Line($"ref float workspace = ref ThreadScratch.Rent((Sampling.Blocks * largest) + (tile * {outputSize}));");
            writer.Line($"Span<float> outputs = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref workspace, Sampling.Blocks * largest), tile * {outputSize});");
            writer.Block("for (int first = 0; first < rows; first += tile)", () =>
            {
                writer.Line("int count = Math.Min(tile, rows - first);").Line("int stride = NetworkMemory.Stride(count);");
                writer.Line($"var running = new RunningStatistics(mean.Slice(first * {outputSize}, count * {outputSize}), standardDeviation.Slice(first * {outputSize}, count * {outputSize}));");
                writer.Block("for (uint sample = 0; sample < samples; sample++)", () =>
                {
                    writer.Line($"ColumnBlocks.Pack(inputs.Slice(first * {inputSize}, count * {inputSize}), count, {inputSize}, {Place("Sampling", "InputRows")}, stride);");
                    Dispatch.WriteChoice(writer, target => $"Schedule<{target.Name}>.Sample(memory, ref workspace, count, stride, seed, sample, first)");
                    writer.Line($"ColumnBlocks.Unpack({predicted}, stride, count, {outputSize}, outputs[..(count * {outputSize})]);");
                    writer.Line($"running.Add(outputs[..(count * {outputSize})]);");
                });
                writer.Line("running.Complete();");
            });
        });
        writer.Line();
    }

    private void WriteDispatch(string returnType, string method, string parameters, string arguments, string summary)
    {
        writer.Summary(summary);
        Dispatch.Write(writer, $"public static {returnType} {method}({parameters})", target => $"Schedule<{target.Name}>.{method}({arguments})");
        writer.Line();
    }

    /// <summary>What the outputs of a batch are compared with.</summary>
    /// <param name="Parameter">The parameter that it is, or nothing.</param>
    /// <param name="Check">The statement that checks it, or nothing.</param>
    /// <param name="Copy">The statement that copies it into the workspace, or nothing.</param>
    private sealed record ExpectedValues(string Parameter, string Check, string Copy);
}
