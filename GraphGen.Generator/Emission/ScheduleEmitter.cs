using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;
using GraphGen.Model;

namespace GraphGen.Generator.Emission;

/// <summary>Emits the order of a step: which layer's method is called when. It is generic over the target's kernels, too.</summary>
internal sealed class ScheduleEmitter
{
    private readonly NetworkPlan plan;
    private readonly KernelLibrary library;
    private readonly UpdateKernels update;

    public ScheduleEmitter(NetworkPlan plan, KernelLibrary library, UpdateKernels update)
    {
        this.plan = plan;
        this.library = library;
        this.update = update;
    }

    /// <summary>The emitted class that holds a layer's methods: no user's name can be equal to it.</summary>
    public static string ClassOf(string layer) =>
        layer is Stages.Input or Stages.Loss or Stages.Output ? Names.PascalCase(layer) + "Stage" : layer + "Layer";

    /// <summary>The method that a segment of the training plan becomes.</summary>
    public static string TrainingMethod(Segment segment) => segment.Kind == SegmentKind.Parameters ? "Penalty" : segment.Direction;

    /// <summary>The method that a segment of the inference plan becomes.</summary>
    public static string InferenceMethod(Segment segment) => segment.Kind switch
    {
        SegmentKind.Parameters => "Fold",
        SegmentKind.Loss => "Evaluate",
        _ => "Predict",
    };

    public void Write(SourceWriter writer)
    {
        writer.Summary("The order of a step. Numbers are blocks of 16 columns or rows, of which each thread takes its share;\nSync waits for all threads where the next call reads what several have made.");
        writer.Line("internal static class Schedule<TKernels>");
        writer.Block("    where TKernels : struct, IKernels", () =>
        {
            WriteTrainStep(writer);
            WriteComputeGradients(writer);
            WriteApplyGradients(writer);
            WriteForward(writer);
            WritePredict(writer);
            WriteEvaluate(writer);
            WriteDerive(writer);
        });
    }

    private static void Method(SourceWriter writer, string summary, string head, Action body)
    {
        writer.Summary(summary);
        writer.Block($"public static {head}", body);
        writer.Line();
    }

    private void WriteTrainStep(SourceWriter writer) => Method(
        writer,
        "One thread's share of an optimizer step; each weight matrix is updated as soon as its gradient is known.",
        "void TrainStep(NetworkMemory memory, ReadOnlySpan<Layer> layers, int rows, float learningRate, Share share)",
        () =>
        {
            WriteNumbers(writer);
            WriteScalars(writer);
            writer.Line("Forward(memory, ref workspace, rows, stride, inverseRows, share);");
            WriteCalls(writer, plan.TrainStep.Backward, updates: true);
        });

    private void WriteComputeGradients(SourceWriter writer) => Method(
        writer,
        "One thread's share of the gradient of every trained parameter, in the gradient arena.",
        "void ComputeGradients(NetworkMemory memory, int rows, Share share)",
        () =>
        {
            WriteNumbers(writer);
            writer.Line("Forward(memory, ref workspace, rows, stride, inverseRows, share);");
            WriteCalls(writer, plan.ComputeGradients.Backward, updates: false);
        });

    private void WriteForward(SourceWriter writer) => Method(
        writer,
        "One thread's share of the forward pass of training, and of the loss and its gradient by the last layer's output.",
        "void Forward(NetworkMemory memory, ref float workspace, int rows, int stride, float inverseRows, Share share)",
        () => WriteCalls(writer, plan.TrainStep.Forward, updates: true));

    private static void WriteNumbers(SourceWriter writer) => writer
        .Line("ref float workspace = ref memory.Workspace.Start;").Line("int stride = NetworkMemory.Stride(rows);").Line("float inverseRows = 1f / rows;");

    /// <summary>The calls in their order. What only happens to trainable layers stands in a condition, waiting never does.</summary>
    private void WriteCalls(SourceWriter writer, IReadOnlyList<StepCall> calls, bool updates)
    {
        if (calls.Any(call => call is SegmentCall { Segment.Split: Split.Rows }))
        {
            writer.Line("RowRange part = share.Rows(rows);");
        }

        for (int index = 0; index < calls.Count; index++)
        {
            if (calls[index].NeedsSync)
            {
                writer.Line("share.Sync();");
            }

            if (!updates || !IsUpdate(calls[index]))
            {
                writer.Line(Call(calls[index], updates));
                continue;
            }

            int first = index;
            writer.Block($"if (layers[{Literal.Int(Index(calls[index].Layer))}].Trainable)", () =>
            {
                writer.Line(Call(calls[index], updates));
                for (; index + 1 < calls.Count && IsUpdate(calls[index + 1]) && calls[index + 1].Layer == calls[first].Layer && !calls[index + 1].NeedsSync; index++)
                {
                    writer.Line(Call(calls[index + 1], updates));
                }
            });
        }
    }

    /// <summary>Whether a call changes parameters, or copies of them: it is left out for layers that shall not change.</summary>
    private static bool IsUpdate(StepCall call) =>
        call is UpdateVectorsCall or LimitNormCall or TransposeCall or SegmentCall { Segment.Kind: SegmentKind.WeightGradient };

    private string Call(StepCall call, bool updates)
    {
        string layer = ClassOf(call.Layer) + "<TKernels>.";
        return layer + call switch
        {
            UpdateVectorsCall { Vectors: var vectors } => $"UpdateVectors(memory, {Panels(vectors[0].Shape.Columns)}{update.ScalarArguments});",
            LimitNormCall { Weight: var weight } => $"LimitNorm(memory, {Panels(weight.Shape.Columns)});",
            TransposeCall { Weight: var weight, Split: var split } => split == Split.WeightRows
                ? $"Transpose(memory, {Blocks(weight.Shape.Rows)}, {WholeBlocks(weight.Shape.Columns)});"
                : $"Transpose(memory, {WholeBlocks(weight.Shape.Rows)}, {Panels(weight.Shape.Columns)});",
            FoldCall { Segment: var fold } => $"Fold(memory, {Panels(fold.Anchor.Shape.Columns)});",
            SegmentCall { Segment: var segment } => SegmentText(segment, updates),
            _ => throw new InvalidOperationException($"No emission rule for {call}."),
        };
    }

    private string SegmentText(Segment segment, bool updates)
    {
        bool needsInverse = segment.Kind == SegmentKind.Loss || (segment.Columns?.Scalars.Any() ?? false);
        string inverse = needsInverse ? ", inverseRows" : "";
        string method = updates && segment.Kind == SegmentKind.WeightGradient ? "UpdateWeights" : TrainingMethod(segment);
        string scalars = method == "UpdateWeights" ? update.ScalarArguments : inverse;
        string batch = segment.Kind == SegmentKind.Parameters ? "memory" : "memory, ref workspace, rows, stride";
        return segment.Split switch
        {
            Split.Columns => $"{method}({batch}, {Panels(segment.Anchor.Shape.Columns)}{scalars});",
            Split.WeightRows => $"{method}({batch}, {Blocks(segment.Anchor.Shape.Rows)}{scalars});",
            _ => $"{method}(memory, ref part.In(ref workspace), part.Count, stride{(segment.Kind == SegmentKind.Loss || segment.Columns?.Drops.Any() == true ? ", part.First" : "")}{scalars});",
        };
    }

    private static string Panels(int columns) => $"share.Panels({Literal.Int(ColumnBlock.Count(columns))})";

    private static string Blocks(int rows) => $"share.Blocks({Literal.Int(ColumnBlock.Count(rows))})";

    private static string WholeBlocks(int columns) => $"BlockRange.Whole({Literal.Int(ColumnBlock.Count(columns))})";

    private void WriteApplyGradients(SourceWriter writer) => Method(
        writer,
        "One optimizer step with the gradients of the gradient arena, on one thread.",
        "void ApplyGradients(NetworkMemory memory, ReadOnlySpan<Layer> layers, float learningRate)",
        () =>
        {
            WriteScalars(writer);
            foreach (var layer in plan.Network.Layers.Where(layer => plan.Parameters.Parameters.Any(parameter => parameter.Layer == layer.Name && parameter.Trainable)))
            {
                writer.Block($"if (layers[{Literal.Int(Index(layer.Name))}].Trainable)", () =>
                {
                    var trained = plan.Parameters.Parameters.Where(parameter => parameter.Layer == layer.Name && parameter.Trainable).ToList();
                    writer.Line(update.Call(library, trained[0], "", Literal.Int(trained.Sum(parameter => ParameterLayout.PaddedLength(parameter.Shape)))));
                    foreach (var weight in plan.Parameters.Parameters.Where(parameter => parameter.Layer == layer.Name && parameter.Role == ParameterRole.Weight))
                    {
                        if (plan.Constraints.ContainsKey(layer.Name))
                        {
                            writer.Line($"{ClassOf(layer.Name)}<TKernels>.LimitNorm(memory, {WholeBlocks(weight.Shape.Columns)});");
                        }

                        if (plan.Derived.Transposed.ContainsKey(weight))
                        {
                            writer.Line(WholeTranspose(weight));
                        }
                    }
                });
            }

            WriteFolds(writer);
        });

    private static string WholeTranspose(ParameterSpec weight) =>
        $"{ClassOf(weight.Layer)}<TKernels>.Transpose(memory, {WholeBlocks(weight.Shape.Rows)}, {WholeBlocks(weight.Shape.Columns)});";

    private void WritePredict(SourceWriter writer) => Method(
        writer,
        "Prediction for the rows in the workspace.",
        "void Predict(NetworkMemory memory, ref float workspace, int rows, int stride)",
        () =>
        {
            foreach (var segment in PredictionSegments().Where(segment => segment.Kind != SegmentKind.Loss))
            {
                writer.Line(PredictionCall(segment, "rows"));
            }
        });

    private void WriteEvaluate(SourceWriter writer) => Method(
        writer,
        "One thread's share of the prediction of the rows in the workspace, and of their loss.",
        "void Evaluate(NetworkMemory memory, int rows, Share share)",
        () =>
        {
            writer.Line("RowRange part = share.Rows(rows);").Line("ref float workspace = ref part.In(ref memory.Workspace.Start);").Line("int stride = NetworkMemory.Stride(rows);");
            foreach (var segment in PredictionSegments())
            {
                writer.Line(PredictionCall(segment, "part.Count"));
            }
        });

    private IEnumerable<Segment> PredictionSegments() =>
        plan.Inference.Segments.Where(segment => StepPlan.HasWork(segment) && segment.Kind != SegmentKind.Parameters);

    private static string PredictionCall(Segment segment, string rows) =>
        $"{ClassOf(segment.Layer)}<TKernels>.{InferenceMethod(segment)}(memory, ref workspace, {rows}, stride{(segment.Kind == SegmentKind.Loss ? ", part.First, 1" : "")});";

    private void WriteDerive(SourceWriter writer) => Method(
        writer,
        "Everything that is computed from parameters: after they were written from outside.",
        "void Derive(NetworkMemory memory)",
        () =>
        {
            foreach (var weight in plan.Derived.Transposed.Keys)
            {
                writer.Line(WholeTranspose(weight));
            }

            WriteFolds(writer);
        });

    private void WriteFolds(SourceWriter writer)
    {
        foreach (var segment in plan.Inference.Segments.Where(segment => segment.Kind == SegmentKind.Parameters))
        {
            writer.Line($"{ClassOf(segment.Layer)}<TKernels>.Fold(memory, {WholeBlocks(segment.Anchor.Shape.Columns)});");
        }
    }

    /// <summary>The numbers of the optimizer's update.</summary>
    private void WriteScalars(SourceWriter writer)
    {
        if (plan.Network.Optimizer is AdamSpec adam)
        {
            writer.Line("double step = memory.Step + 1d;");
            writer.Line($"double correction = Math.Sqrt({Complement(adam.Beta2)});");
            writer.Line($"float adamRate = (float)(learningRate * correction / ({Complement(adam.Beta1)}));");
            writer.Line($"float adamEpsilon = (float)({Literal.Double(adam.Epsilon)} * correction);");
        }
    }

    /// <summary>One minus a power of <paramref name="beta"/>, which is not computed where it no longer changes the difference.</summary>
    private static string Complement(double beta)
    {
        double last = beta == 0 ? 0 : Math.Ceiling(-54 * Math.Log(2) / Math.Log(beta));
        return last < uint.MaxValue ? $"step > {Literal.Int((long)last)} ? 1 : 1 - Math.Pow({Literal.Double(beta)}, step)" : $"1 - Math.Pow({Literal.Double(beta)}, step)";
    }

    private int Index(string layer) => plan.Network.Layers.ToList().FindIndex(candidate => candidate.Name == layer);
}
