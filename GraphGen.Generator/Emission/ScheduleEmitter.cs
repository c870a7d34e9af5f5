using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;
using GraphGen.Model;

namespace GraphGen.Generator.Emission;

/// <summary>Emits the order of a step: which layer's method is called when. It is generic over the target's kernels, too.</summary>
internal sealed class ScheduleEmitter
{
    private readonly NetworkPlan plan;
    private readonly UpdateKernels update;
    private readonly Addresses training;

    public ScheduleEmitter(NetworkPlan plan, UpdateKernels update, Addresses training)
    {
        this.plan = plan;
        this.update = update;
        this.training = training;
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
        writer.Summary("The order of a step.");
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
        "One optimizer step; each weight matrix is updated as soon as its gradient is known. Returns the loss before the step.",
        "float TrainStep(NetworkMemory memory, ReadOnlySpan<Layer> layers, int rows, float learningRate)",
        () =>
        {
            writer.Line("ref float workspace = ref memory.Workspace.Start;").Line("int stride = NetworkMemory.Stride(rows);").Line("float inverseRows = 1f / rows;");
            WriteScalars(writer);
            writer.Line("float loss = Forward(memory, ref workspace, rows, stride, inverseRows);");
            foreach (var segment in Backward())
            {
                if (segment.Kind == SegmentKind.WeightGradient)
                {
                    string layer = segment.Layer;
                    writer.Block($"if (layers[{Literal.Int(Index(layer))}].Trainable)", () =>
                    {
                        writer.Line($"{ClassOf(layer)}<TKernels>.UpdateWeights(memory, ref workspace, rows, stride{update.ScalarArguments});");
                        WriteAfterUpdate(writer, layer, HasTrainedVectors(layer) ? "UpdateVectors" : null);
                    });
                }
                else
                {
                    writer.Line(Call(segment, TrainingMethod(segment)));
                }
            }

            foreach (var layer in plan.Network.Layers.OfType<BatchNormSpec>())
            {
                writer.Block($"if (layers[{Literal.Int(Index(layer.Name))}].Trainable)", () => WriteAfterUpdate(writer, layer.Name, "UpdateVectors"));
            }

            WriteFolds(writer);
            writer.Line("memory.HasGradients = false;").Line("memory.Step++;").Line("return loss;");
        });

    private void WriteComputeGradients(SourceWriter writer) => Method(
        writer,
        "The loss, and the gradient of every trained parameter in the gradient arena.",
        "float ComputeGradients(NetworkMemory memory, int rows)",
        () =>
        {
            writer.Line("ref float workspace = ref memory.Workspace.Start;").Line("int stride = NetworkMemory.Stride(rows);").Line("float inverseRows = 1f / rows;");
            writer.Line("float loss = Forward(memory, ref workspace, rows, stride, inverseRows);");
            foreach (var segment in Backward())
            {
                writer.Line(Call(segment, TrainingMethod(segment)));
            }

            WriteFolds(writer);
            writer.Line("memory.HasGradients = true;").Line("return loss;");
        });

    private void WriteApplyGradients(SourceWriter writer) => Method(
        writer,
        "One optimizer step with the gradients of the gradient arena.",
        "void ApplyGradients(NetworkMemory memory, ReadOnlySpan<Layer> layers, float learningRate)",
        () =>
        {
            WriteScalars(writer);
            foreach (var layer in plan.Network.Layers.Where(layer => plan.Parameters.Parameters.Any(parameter => parameter.Layer == layer.Name && parameter.Trainable)))
            {
                writer.Block($"if (layers[{Literal.Int(Index(layer.Name))}].Trainable)", () => WriteAfterUpdate(writer, layer.Name, "UpdateAll"));
            }

            WriteFolds(writer);
            writer.Line("memory.Step++;");
        });

    private void WriteForward(SourceWriter writer) => Method(
        writer,
        "The forward pass of training, the loss and its gradient by the last layer's output.",
        "float Forward(NetworkMemory memory, ref float workspace, int rows, int stride, float inverseRows)",
        () =>
        {
            foreach (var segment in ForwardSegments())
            {
                writer.Line((segment.Kind == SegmentKind.Loss ? "double lossSum = " : "") + Call(segment, TrainingMethod(segment)));
            }

            WriteScalarValues(writer);
        });

    private void WritePredict(SourceWriter writer) => Method(
        writer,
        "Prediction for the rows in the workspace.",
        "void Predict(NetworkMemory memory, ref float workspace, int rows, int stride)",
        () =>
        {
            foreach (var segment in PredictionSegments().Where(segment => segment.Kind != SegmentKind.Loss))
            {
                writer.Line(Call(segment, "Predict"));
            }
        });

    private void WriteEvaluate(SourceWriter writer) => Method(
        writer,
        "Prediction, and the loss summed over the rows.",
        "double Evaluate(NetworkMemory memory, ref float workspace, int rows, int stride)",
        () =>
        {
            writer.Line("const float inverseRows = 1;");
            foreach (var segment in PredictionSegments())
            {
                writer.Line((segment.Kind == SegmentKind.Loss ? "double loss = " : "") + Call(segment, InferenceMethod(segment)));
            }

            writer.Line("return loss;");
        });

    private IEnumerable<Segment> PredictionSegments() =>
        plan.Inference.Segments.Where(segment => HasMethod(segment) && segment.Kind != SegmentKind.Parameters);

    private void WriteDerive(SourceWriter writer) => Method(
        writer,
        "Everything that is computed from parameters: after they were written from outside.",
        "void Derive(NetworkMemory memory)",
        () =>
        {
            foreach (var weight in plan.Derived.Transposed.Keys)
            {
                writer.Line($"{ClassOf(weight.Layer)}<TKernels>.Transpose(memory);");
            }

            WriteFolds(writer);
        });

    private void WriteAfterUpdate(SourceWriter writer, string layer, string? updateMethod)
    {
        if (updateMethod is not null)
        {
            writer.Line($"{ClassOf(layer)}<TKernels>.{updateMethod}(memory{update.ScalarArguments});");
        }

        if (plan.Constraints.ContainsKey(layer))
        {
            writer.Line($"{ClassOf(layer)}<TKernels>.LimitNorm(memory);");
        }

        if (plan.Derived.Transposed.Keys.Any(weight => weight.Layer == layer))
        {
            writer.Line($"{ClassOf(layer)}<TKernels>.Transpose(memory);");
        }
    }

    private void WriteFolds(SourceWriter writer)
    {
        foreach (var segment in plan.Inference.Segments.Where(segment => segment.Kind == SegmentKind.Parameters))
        {
            writer.Line($"{ClassOf(segment.Layer)}<TKernels>.Fold(memory);");
        }
    }

    /// <summary>The numbers of the optimizer's update.</summary>
    private void WriteScalars(SourceWriter writer)
    {
        if (plan.Network.Optimizer is AdamSpec adam)
        {
            writer.Line("double step = memory.Step + 1d;");
            writer.Line($"double correction = Math.Sqrt(1 - Math.Pow({Literal.Double(adam.Beta2)}, step));");
            writer.Line($"float adamRate = (float)(learningRate * correction / (1 - Math.Pow({Literal.Double(adam.Beta1)}, step)));");
            writer.Line($"float adamEpsilon = (float)({Literal.Double(adam.Epsilon)} * correction);");
        }
    }

    /// <summary>The numbers that the graph computes once a step; the last is the loss.</summary>
    private void WriteScalarValues(SourceWriter writer)
    {
        var program = new ElementProgram("rows", "stride", "workspace", "memory", "inverseRows", "lossSum");
        var loss = plan.Training.Graph.Find(OutputRole.Loss)!;
        foreach (var value in plan.Training.Graph.Values.Where(value => value.Shape.IsScalar && value.Operation is not Leaf))
        {
            writer.Line($"float {program.Name(value)} = {Expression(value)};");
        }

        writer.Line($"return {program.Name(loss)};");

        string Expression(Value value) => value.Operation switch
        {
            Loss => "(float)(lossSum * inverseRows)",
            SumColumns => $"Horizontal.Sum({training.Of(value.Inputs[0])}, {Literal.Int(value.Inputs[0].Shape.Columns)})",
            Add => $"{Operand(value.Inputs[0])} + {Operand(value.Inputs[1])}",
            Multiply => $"{Operand(value.Inputs[0])} * {Operand(value.Inputs[1])}",
            _ => throw new InvalidOperationException($"No emission rule for the number {value}."),
        };

        string Operand(Value value) => value.Operation is Constant constant ? Literal.Float(constant.Number) : program.Name(value);
    }

    private IEnumerable<Segment> ForwardSegments() =>
        plan.Training.Segments.TakeWhile(segment => segment.Kind != SegmentKind.Loss)
            .Concat(plan.Training.Segments.Where(segment => segment.Kind == SegmentKind.Loss)).Where(HasMethod);

    private IEnumerable<Segment> Backward() => plan.Training.Segments.SkipWhile(segment => segment.Kind != SegmentKind.Loss).Skip(1);

    /// <summary>The input needs no work of its own unless something stands between it and the first dense layer.</summary>
    public static bool HasMethod(Segment segment) => segment.Kind != SegmentKind.Input || segment.Columns is not null;

    private static string Call(Segment segment, string method)
    {
        string arguments = segment.Kind == SegmentKind.Parameters ? "memory" : "memory, ref workspace, rows, stride";
        bool needsRows = segment.Kind == SegmentKind.Loss || (segment.Columns?.Scalars.Any() ?? false);
        return $"{ClassOf(segment.Layer)}<TKernels>.{method}({arguments}{(needsRows ? ", inverseRows" : "")});";
    }

    private bool HasTrainedVectors(string layer) => plan.Parameters.Parameters.Any(parameter => parameter.Layer == layer && parameter.Trainable && parameter.Shape.IsVector);

    private int Index(string layer) => plan.Network.Layers.ToList().FindIndex(candidate => candidate.Name == layer);
}
