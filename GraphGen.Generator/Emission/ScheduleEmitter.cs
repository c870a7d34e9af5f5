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
        layer is Stages.Input or Stages.Features or Stages.Loss or Stages.Output ? Names.PascalCase(layer) + "Stage" : layer + "Layer";

    /// <summary>The method that a segment of the training plan becomes.</summary>
    public static string TrainingMethod(Segment segment) => segment.Kind == SegmentKind.Parameters ? "Penalty" : segment.Direction;

    /// <summary>The method that a segment of the plan of the gradient by the rows becomes.</summary>
    public static string RestingMethod(Segment segment) => "Resting" + segment.Direction;

    /// <summary>The method that a segment of the inference plan becomes.</summary>
    public static string InferenceMethod(Segment segment) => segment.Kind switch
    {
        SegmentKind.Parameters => "Fold",
        SegmentKind.Loss => "Evaluate",
        _ => "Predict" + Suffix(segment),
    };

    /// <summary>The method that a segment of the sampling plan becomes.</summary>
    public static string SamplingMethod(Segment segment) => "Sample" + Suffix(segment);

    /// <summary>A softmax that is an activation has methods beside those of the product that it is applied to.</summary>
    private static string Suffix(Segment segment) => segment.Kind == SegmentKind.Softmax && segment.Layer != Stages.Output ? "Softmax" : "";

    public void Write(SourceWriter writer)
    {
        writer.Summary("The order of a step. Numbers are blocks of 16 columns or rows, of which each thread takes its share;\nSync waits for all threads where the next call reads what several have made.");
        writer.Line("internal static class Schedule<TKernels>");
        writer.Block("    where TKernels : struct, IKernels", () =>
        {
            if (plan.TrainStep is null)
            {
                WriteWholeStep(writer);
            }
            else
            {
                WriteFusedStep(writer, plan.TrainStep);
            }

            WriteComputeGradients(writer);
            WriteApplyGradients(writer);
            if (plan.InputGradients is not null)
            {
                WriteInputGradients(writer, plan.InputGradients);
            }

            WriteForward(writer);
            if (plan.Features is not null)
            {
                WriteFeatures(writer);
            }

            foreach (var kernel in new[] { update.Weights, update.Vectors }.Distinct())
            {
                writer.Summary("One thread's share of the optimizer's step on a parameter with the gradient that was kept. Its column blocks lie one behind the other.");
                kernel.WriteMethod(writer, library);
                writer.Line();
            }

            WritePredict(writer);
            if (plan.Sampling is not null)
            {
                WriteSample(writer, plan.Sampling);
            }

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

    private void WriteFusedStep(SourceWriter writer, StepPlan step) => Method(
        writer,
        "One thread's share of an optimizer step; each weight matrix is updated as soon as its gradient is known.",
        StepHead("TrainStep", "int rows, "),
        () =>
        {
            WriteNumbers(writer);
            WriteScalars(writer);
            WriteForwardCall(writer);
            WriteLayersTrained(writer, step.Backward);
            if (step.Backward.Any(call => LayersServed(call) is not null))
            {
                writer.Line("int lowest = TrainedLayers.Lowest(layers);");
            }

            WriteCalls(writer, step.Backward, skipsBelow: true);
        });

    private void WriteWholeStep(SourceWriter writer)
    {
        int batches = plan.Network.AccumulatedBatches;
        string reason = plan.Network.ClipNorm > 0 ? "because their common norm must be known first" : "because several mini-batches add to them";
        Method(
            writer,
            $"One thread's share of {(batches > 1 ? $"a mini-batch, of which every {Literal.Int(batches)} make an optimizer step" : "an optimizer step")}: first all gradients, {reason}, then the updates.",
            StepHead("TrainStep", "int rows, "),
            () =>
            {
                writer.Line($"ComputeGradients(memory, layers, rows, {(plan.SkipsBelow ? "TrainedLayers.Lowest(layers), " : "")}share);");
                void Apply() => writer.Line("share.Sync();").Line("ApplyGradients(memory, layers, learningRate, share);");
                if (batches > 1)
                {
                    writer.Block($"if (memory.Accumulated >= {Literal.Int(batches - 1)})", Apply);
                }
                else
                {
                    Apply();
                }
            });
    }

    private static string StepHead(string method, string rows) => $"void {method}(NetworkMemory memory, ReadOnlySpan<Layer> layers, {rows}float learningRate, Share share)";

    private void WriteComputeGradients(SourceWriter writer) => Method(
        writer,
        $"One thread's share of the gradient of every trained parameter, in the gradient arena{(plan.SkipsBelow ? ": of those in layers from the lowest on" : "")}.",
        $"void ComputeGradients(NetworkMemory memory, ReadOnlySpan<Layer> layers, int rows, {(plan.SkipsBelow ? "int lowest, " : "")}Share share)",
        () =>
        {
            WriteNumbers(writer);
            WriteForwardCall(writer);
            WriteLayersTrained(writer, plan.ComputeGradients.Backward);
            WriteCalls(writer, plan.ComputeGradients.Backward, plan.SkipsBelow);
        });

    /// <summary>Where the loss comes from elsewhere, the forward pass is over when a step begins.</summary>
    private void WriteForwardCall(SourceWriter writer)
    {
        if (!plan.Network.Loss.IsExternal)
        {
            writer.Line("Forward(memory, layers, ref workspace, rows, stride, inverseRows, share);");
        }
    }

    private void WriteInputGradients(SourceWriter writer, StepPlan step) => Method(
        writer,
        "One thread's share of the loss of each row and its gradient by the row, while the network rests: nothing of it changes.",
        "void InputGradients(NetworkMemory memory, int rows, Share share)",
        () =>
        {
            writer.Line("ref float workspace = ref memory.Workspace.Start;").Line("int stride = NetworkMemory.Stride(rows);");
            WriteCalls(writer, [.. step.Forward, .. step.Backward]);
        });

    private void WriteForward(SourceWriter writer) => Method(
        writer,
        plan.Network.Loss.IsExternal
            ? "One thread's share of the forward pass of training."
            : "One thread's share of the forward pass of training, and of the loss and its gradient by the last layer's output.",
        "void Forward(NetworkMemory memory, ReadOnlySpan<Layer> layers, ref float workspace, int rows, int stride, float inverseRows, Share share)",
        () =>
        {
            if (plan.Features is not null)
            {
                writer.Block("if (!memory.HoldsFeatures)", () => writer.Line("Features(memory, ref workspace, rows, stride, share);"));
            }

            WriteLayersTrained(writer, plan.ComputeGradients.Forward);
            WriteCalls(writer, plan.ComputeGradients.Forward);
        });

    private void WriteFeatures(SourceWriter writer) => Method(
        writer,
        "One thread's share of what the frozen layers make of the rows in the workspace: always the same, so that it may be computed once for all epochs.",
        "void Features(NetworkMemory memory, ref float workspace, int rows, int stride, Share share)",
        () => WriteCalls(writer, plan.ComputeGradients.Features));

    /// <summary>Which layers are trained, as numbers for the kernels that compute otherwise while theirs rests.</summary>
    private static void WriteLayersTrained(SourceWriter writer, IReadOnlyList<StepCall> calls)
    {
        foreach (var value in calls.OfType<SegmentCall>().SelectMany(call => call.Segment.Columns?.Scalars ?? []).Distinct())
        {
            if (value.Operation is LayerTrained { Layer: var layer })
            {
                writer.Line($"float {ColumnKernels.NumberOf(value)} = layers[{Literal.Int(layer)}].Trainable ? 1 : 0;");
            }
        }
    }

    private static void WriteNumbers(SourceWriter writer) => writer
        .Line("ref float workspace = ref memory.Workspace.Start;").Line("int stride = NetworkMemory.Stride(rows);").Line("float inverseRows = 1f / rows;");

    /// <summary>The calls in their order. What only happens to trainable layers stands in a condition, waiting never does.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="calls">The calls.</param>
    /// <param name="skipsBelow">Whether gradients for layers below the lowest one that is trained are left out.</param>
    private void WriteCalls(SourceWriter writer, IReadOnlyList<StepCall> calls, bool skipsBelow = false)
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

            if (skipsBelow && LayersServed(calls[index]) is { } served)
            {
                writer.Block($"if (lowest < {Literal.Int(served)})", () => writer.Line(Call(calls[index])));
                continue;
            }

            if (!IsUpdate(calls[index]))
            {
                writer.Line(Call(calls[index]));
                continue;
            }

            int first = index;
            writer.Block($"if (layers[{Literal.Int(Index(calls[index].Layer))}].Trainable)", () =>
            {
                writer.Line(Call(calls[index]));
                for (; index + 1 < calls.Count && IsUpdate(calls[index + 1]) && calls[index + 1].Layer == calls[first].Layer && !calls[index + 1].NeedsSync; index++)
                {
                    writer.Line(Call(calls[index + 1]));
                }
            });
        }
    }

    /// <summary>Whether a call changes parameters, or copies of them: it is left out for layers that shall not change.</summary>
    private static bool IsUpdate(StepCall call) =>
        call is UpdateWeightsCall or UpdateVectorsCall or LimitNormCall or TransposeCall or SegmentCall { Updates: true, Segment.Kind: SegmentKind.WeightGradient };

    /// <summary>
    /// How many layers, counted from the first, a call of the backward pass may serve, where it is of no use unless one of them is trained: the input
    /// gradient of a layer serves those in front of it, a weight gradient that is kept the one that has the weights. Null for other calls.
    /// </summary>
    private int? LayersServed(StepCall call) => call switch
    {
        SegmentCall { Segment.Kind: SegmentKind.Product } => Index(call.Layer),
        SegmentCall { Segment: { Kind: SegmentKind.WeightGradient } gradient, Updates: false } => Index(plan.Training.WeightOf(gradient).Layer) + 1,
        _ => null,
    };

    private string Call(StepCall call)
    {
        switch (call)
        {
            case SquareGradientCall { Parameter: var parameter, FirstSum: var first }:
                return $"GradientNorm.Square(memory, Offsets.{parameter.Identifier}, {Literal.Int(parameter.Shape.Rows)}, {Literal.Int(parameter.Shape.Columns)}, {BlockOf(parameter)}, {Panels(parameter.Shape.Columns)}, {Literal.Int(first)}, layers[{Literal.Int(Index(call.Layer))}].Trainable);";
            case UpdateWeightsCall { Weight: var weight }:
                return UpdateText(update.Weights, weight);
            case UpdateVectorsCall { Vectors: var vectors }:
                return string.Join("\n", vectors.Select(vector => UpdateText(update.Vectors, vector)));
            case ScaleGradientsCall { Sums: var sums }:
                return $"float gradientScale = GradientNorm.Scale(memory, {Literal.Int(sums)}, {Literal.Double(plan.Network.ClipNorm)});";
        }

        string layer = ClassOf(call.Layer) + "<TKernels>.";
        return layer + call switch
        {
            LimitNormCall { Weight: var weight } => $"LimitNorm(memory, {Panels(weight.Shape.Columns)}{(plan.Network.AverageDecay > 0 ? ", averageShare" : "")});",
            TransposeCall { Weight: var weight, Split: var split } => split == Split.WeightRows
                ? $"Transpose(memory, {Blocks(weight.Shape.Rows)}, {WholeBlocks(weight.Shape.Columns)});"
                : $"Transpose(memory, {WholeBlocks(weight.Shape.Rows)}, {Panels(weight.Shape.Columns)});",
            FoldCall { Segment: var fold } => $"Fold(memory, {Panels(fold.Anchor.Shape.Columns)});",
            SegmentCall segment => SegmentText(segment),
            _ => throw new InvalidOperationException($"No emission rule for {call}."),
        };
    }

    private string UpdateText(UpdateKernel kernel, ParameterSpec parameter) =>
        $"{kernel.Method}(memory, Offsets.{parameter.Identifier}, {Panels(parameter.Shape.Columns)}, {BlockOf(parameter)}{kernel.Arguments(RateFactor(parameter.Layer))});";

    /// <summary>Floats of a column block of a parameter.</summary>
    private static string BlockOf(ParameterSpec parameter) =>
        Literal.Int(ColumnBlock.Width * (parameter.Shape.IsVector ? 1 : ColumnBlock.Padded(parameter.Shape.Rows)));

    private string SegmentText(SegmentCall call)
    {
        (GraphPlan graph, Segment segment, bool updates) = (call.Graph, call.Segment, call.Updates);
        bool rests = graph == plan.Resting;
        string numbers = segment.Kind == SegmentKind.Loss ? rests ? ", 1" : ", inverseRows" : string.Concat((segment.Columns?.Scalars ?? []).Select(scalar => ", " + ColumnKernels.NumberOf(scalar)));
        string method = updates && segment.Kind == SegmentKind.WeightGradient ? "UpdateWeights" : rests ? RestingMethod(segment) : TrainingMethod(segment);
        string scalars = method == "UpdateWeights" ? update.Weights.Arguments(RateFactor(segment.Layer)) : numbers;
        string batch = segment.Kind == SegmentKind.Parameters ? "memory" : "memory, ref workspace, rows, stride";
        return segment.Split switch
        {
            Split.Columns => $"{method}({batch}, {Panels(segment.Anchor.Shape.Columns)}{scalars});",
            Split.WeightRows => $"{method}({batch}, {Blocks(segment.Anchor.Shape.Rows)}{scalars});",
            _ => $"{method}(memory, ref part.In(ref workspace), part.Count, stride{(segment.Kind == SegmentKind.Loss || segment.Columns?.Draws.Any() == true ? ", part.First" : "")}{scalars});",
        };
    }

    private static string Panels(int columns) => $"share.Panels({Literal.Int(ColumnBlock.Count(columns))})";

    private static string Blocks(int rows) => $"share.Blocks({Literal.Int(ColumnBlock.Count(rows))})";

    private static string WholeBlocks(int columns) => $"BlockRange.Whole({Literal.Int(ColumnBlock.Count(columns))})";

    private void WriteApplyGradients(SourceWriter writer) => Method(
        writer,
        "One thread's share of an optimizer step with the gradients of the gradient arena.",
        StepHead("ApplyGradients", ""),
        () =>
        {
            WriteScalars(writer);
            WriteCalls(writer, plan.ApplyGradients.Backward);
        });

    /// <summary>What the step's rate is multiplied with for a layer.</summary>
    private string RateFactor(string layer) => $" * layers[{Literal.Int(Index(layer))}].RateMultiplier";

    private static string WholeTranspose(ParameterSpec weight) =>
        $"{ClassOf(weight.Layer)}<TKernels>.Transpose(memory, {WholeBlocks(weight.Shape.Rows)}, {WholeBlocks(weight.Shape.Columns)});";

    private void WritePredict(SourceWriter writer)
    {
        var segments = PredictionSegments().Where(segment => segment.Kind != SegmentKind.Loss).ToList();
        if (plan.Code is not { Decoder: var decoder })
        {
            WriteRows("Predict", "Prediction for the rows in the workspace.", segments);
            return;
        }

        WriteRows("Encode", "The codes of the rows in the workspace.", segments.Where(segment => segment.Index < decoder.Index));
        WriteRows("Decode", "The rows of the codes in the workspace.", segments.Where(segment => segment.Index >= decoder.Index));
        Method(writer, "Prediction for the rows in the workspace.", RowsHead("Predict"), () => writer
            .Line("Encode(memory, ref workspace, rows, stride);").Line("Decode(memory, ref workspace, rows, stride);"));

        void WriteRows(string method, string summary, IEnumerable<Segment> calls) => Method(writer, summary, RowsHead(method), () =>
        {
            foreach (var segment in calls)
            {
                writer.Line(PredictionCall(segment, "rows"));
            }
        });

        static string RowsHead(string method) => $"void {method}(NetworkMemory memory, ref float workspace, int rows, int stride)";
    }

    private static void WriteSample(SourceWriter writer, GraphPlan sampling) => Method(
        writer,
        "Prediction with dropout for the rows in the workspace: the sample's number and the rows' own decide what is dropped.",
        "void Sample(NetworkMemory memory, ref float workspace, int rows, int stride, ulong seed, uint sample, nint firstRow)",
        () =>
        {
            foreach (var segment in sampling.Segments.Where(StepPlan.HasWork))
            {
                string drawn = segment.Columns?.Draws.Any() == true ? ", seed, sample, firstRow" : "";
                writer.Line($"{ClassOf(segment.Layer)}<TKernels>.{SamplingMethod(segment)}(memory, ref workspace, rows, stride{drawn});");
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

    /// <summary>The numbers of the optimizer's update, but for those that the step itself computes.</summary>
    private void WriteScalars(SourceWriter writer)
    {
        switch (plan.Network.Optimizer)
        {
            case AdamSpec adam:
                writer.Line("double step = memory.Step + 1d;");
                writer.Line($"double correction = Math.Sqrt({Complement(adam.Beta2)});");
                writer.Line($"float adamRate = (float)(learningRate * correction / ({Complement(adam.Beta1)}));");
                writer.Line($"float adamEpsilon = (float)({Literal.Double(adam.Epsilon)} * correction);");
                break;
            case AdaMaxSpec adaMax:
                writer.Line("double step = memory.Step + 1d;");
                writer.Line($"float adaMaxRate = (float)(learningRate / ({Complement(adaMax.Beta1)}));");
                break;
            case NadamSpec nadam:
                writer.Line("double step = memory.Step + 1d;");
                writer.Line($"double correction = Math.Sqrt({Complement(nadam.Beta2)});");
                writer.Line($"double momentum = {MomentumOf(nadam, "step")}, nextMomentum = {MomentumOf(nadam, "step + 1")};");
                writer.Line("double product = memory.MomentumProduct * momentum;");
                writer.Line("float nadamMeanRate = (float)(learningRate * correction * nextMomentum / (1 - product * nextMomentum));");
                writer.Line("float nadamGradientRate = (float)(learningRate * correction * (1 - momentum) / (1 - product));");
                writer.Line($"float adamEpsilon = (float)({Literal.Double(nadam.Epsilon)} * correction);");
                break;
        }

        if (plan.Network.Optimizer.WeightDecay > 0)
        {
            writer.Line($"float decay = learningRate * {Literal.Float(plan.Network.Optimizer.WeightDecay)};");
        }

        if (plan.Network.AverageDecay > 0)
        {
            writer.Line($"float averageShare = (float)Math.Max(1 - {Literal.Double(plan.Network.AverageDecay)}, 10 / (memory.Step + 10d));");
        }
    }

    /// <summary>Nadam's momentum of a step.</summary>
    public static string MomentumOf(NadamSpec nadam, string step) =>
        $"NadamMomentum.Of({Literal.Double(nadam.Beta1)}, {Literal.Double(nadam.MomentumDecay)}, {step})";

    /// <summary>One minus a power of <paramref name="beta"/>, which is not computed where it no longer changes the difference.</summary>
    private static string Complement(double beta)
    {
        double last = beta == 0 ? 0 : Math.Ceiling(-54 * Math.Log(2) / Math.Log(beta));
        return last < uint.MaxValue ? $"step > {Literal.Int((long)last)} ? 1 : 1 - Math.Pow({Literal.Double(beta)}, step)" : $"1 - Math.Pow({Literal.Double(beta)}, step)";
    }

    private int Index(string layer) => plan.Network.Layers.ToList().FindIndex(candidate => candidate.Name == layer);
}
