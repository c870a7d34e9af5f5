using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;
using GraphGen.Model;

namespace GraphGen.Generator.Emission;

/// <summary>Emits what hands a step to the network's threads, chooses the target, and adds up the loss when they are done.</summary>
internal sealed class StepEmitter
{
    private readonly NetworkPlan plan;
    private readonly Addresses training;
    private readonly SourceWriter writer;
    private readonly int batches;

    public StepEmitter(NetworkPlan plan, Addresses training, SourceWriter writer)
    {
        this.plan = plan;
        this.training = training;
        this.writer = writer;
        batches = plan.Network.AccumulatedBatches;
    }

    public void Write()
    {
        writer.Summary("Steps and evaluations, which the threads of the network's team do together.");
        writer.Block("internal sealed class Steps(NetworkMemory memory, Layer[] layers) : ITeamWork", () =>
        {
            int worthSharing = SharingThreshold.Rows(plan.TrainingFlops, plan.Parameters.TrainedFloats, plan.Syncs);
            writer.Summary("Batches of fewer rows are done by one thread: sharing them would cost more than it saves.");
            writer.Line($"private const int RowsWorthSharing = {Literal.Int(worthSharing)};").Line();
            writer.Line("private Work work;").Line("private int rows;").Line("private float learningRate;").Line("private int threads;").Line();
            writer.Block("private enum Work", () => writer.Line(string.Join("\n", Kinds().Select(kind => kind + ","))));
            writer.Line();
            WriteTrain();
            writer.Line();
            writer.Summary("The gradients for the rows loaded before. Returns their loss.");
            writer.Block("public float ComputeGradients(int batchRows)", () =>
            {
                if (IsExternal)
                {
                    writer.Line("Forward(batchRows);");
                }
                else
                {
                    WriteBeginBatch();
                }

                writer.Line("RunOnTeam(Work.ComputeGradients, batchRows);").Line("memory.HasGradients = true;");
                WriteKeepChains();
                if (batches > 1)
                {
                    writer.Line("memory.Accumulated++;");
                }

                writer.Line("return Loss();");
            });
            writer.Line();
            writer.Summary("Predicts the rows loaded before. Returns their summed loss.");
            writer.Block("public double Evaluate(int batchRows)", () => writer.Line("RunOnTeam(Work.Evaluate, batchRows);").Line("return memory.SumLosses(rows);"));
            writer.Line();
            if (plan.Features is not null)
            {
                writer.Summary("What the frozen layers make of the rows loaded before.");
                writer.Block("public void Features(int batchRows)", () => writer.Line("RunOnTeam(Work.Features, batchRows);"));
                writer.Line();
            }

            if (plan.InputGradients is not null)
            {
                writer.Summary("The gradient of the loss of each row loaded before by the row itself. Returns the mean loss.");
                writer.Block("public float InputGradients(int batchRows)", () => writer
                    .Line("RunOnTeam(Work.InputGradients, batchRows);").Line("return (float)(memory.SumLosses(rows) / rows);"));
                writer.Line();
            }

            writer.Summary("One optimizer step with the gradients computed before.");
            writer.Block("public void ApplyGradients(float rate)", () => writer
                .Line("learningRate = rate;").Line("RunOnTeam(Work.ApplyGradients, rows);").Line("EndStep();"));
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Block("void ITeamWork.Run(int thread)", () =>
            {
                writer.Line("var share = new Share(memory.Team, thread, threads);");
                Dispatch.WriteChoice(writer, target => $"Run<{target.Name}>(share)");
            });
            writer.Line();
            writer.Line("private void Run<TKernels>(Share share)");
            writer.Block("    where TKernels : struct, IKernels", () =>
            {
                writer.Block("switch (work)", WriteCases);
            });
            writer.Line();
            writer.Block("private void RunOnTeam(Work next, int batchRows)", () => writer.Line("(work, rows) = (next, batchRows);")
                .Line("threads = memory.ThreadsFor(rows, RowsWorthSharing);").Line($"memory.Team.Run(this, threads);{(IsExternal ? "\nmemory.ForwardRows = 0;" : "")}"));
            writer.Line();
            WriteEndStep();
            writer.Line();
            WriteLoss();
        });
    }

    /// <summary>Whether the loss comes from elsewhere, so that forward and backward pass are two pieces of work.</summary>
    private bool IsExternal => plan.Network.Loss.IsExternal;

    /// <summary>What the team may have to do.</summary>
    private IEnumerable<string> Kinds()
    {
        if (IsExternal)
        {
            yield return "Forward";
        }

        foreach (string kind in new[] { "Train", "ComputeGradients", "ApplyGradients", "Evaluate" })
        {
            yield return kind;
        }

        if (plan.Features is not null)
        {
            yield return "Features";
        }

        if (plan.InputGradients is not null)
        {
            yield return "InputGradients";
        }
    }

    private void WriteCases()
    {
        if (plan.Features is not null)
        {
            Case("Features", "Features(memory, ref memory.Workspace.Start, rows, NetworkMemory.Stride(rows), share)");
        }

        if (IsExternal)
        {
            Case("Forward", "Forward(memory, layers, ref memory.Workspace.Start, rows, NetworkMemory.Stride(rows), 1f / rows, share)");
        }

        if (plan.InputGradients is not null)
        {
            Case("InputGradients", "InputGradients(memory, rows, share)");
        }

        Case("Train", "TrainStep(memory, layers, rows, learningRate, share)");
        Case("ComputeGradients", $"ComputeGradients(memory, layers, rows, {(plan.SkipsBelow ? "lowest: 0, " : "")}share)");
        Case("ApplyGradients", "ApplyGradients(memory, layers, learningRate, share)");
        writer.Line("default:").Line("    Schedule<TKernels>.Evaluate(memory, rows, share);").Line("    break;");

        void Case(string kind, string call) => writer.Line($"case Work.{kind}:").Line($"    Schedule<TKernels>.{call};").Line("    break;");
    }

    private void WriteTrain()
    {
        if (IsExternal)
        {
            writer.Summary("The forward pass of the rows loaded before. What the backward pass needs of it stays until other work is done.");
            writer.Block("public void Forward(int batchRows)", () =>
            {
                WriteBeginBatch();
                writer.Line("RunOnTeam(Work.Forward, batchRows);");
            });
            writer.Line();
        }

        writer.Summary(batches > 1
            ? $"Adds the gradients for the rows loaded before, and makes an optimizer step with those of {Literal.Int(batches)} mini-batches. Returns the rows' loss."
            : "One optimizer step on the rows loaded before. Returns the loss before it.");
        if (IsExternal)
        {
            writer.Block("public float Train(int batchRows, float rate)", () => writer.Line("Forward(batchRows);").Line("return Backward(batchRows, rate);"));
            writer.Line();
            writer.Summary("The backward pass behind the forward pass of so many rows, whose output gradients were loaded since, and the optimizer's step.");
        }

        writer.Block($"public float {(IsExternal ? "Backward" : "Train")}(int batchRows, float rate)", () =>
        {
            if (!IsExternal)
            {
                WriteBeginBatch();
            }

            writer.Line("learningRate = rate;").Line("RunOnTeam(Work.Train, batchRows);");
            WriteKeepChains();
            if (batches > 1)
            {
                writer.Block($"if (memory.Accumulated >= {Literal.Int(batches - 1)})", () => writer.Line("EndStep();"));
                writer.Block("else", () => writer.Line("memory.Accumulated++;").Line("memory.HasGradients = true;"));
            }
            else
            {
                writer.Line("EndStep();");
            }

            writer.Line("return Loss();");
        });
    }

    /// <summary>The next step goes on where the chains of this one have ended.</summary>
    private void WriteKeepChains()
    {
        if (plan.Training.Graph.Find(OutputRole.ChainStates) is { Shape.Columns: var width } ends)
        {
            writer.Line("int stride = NetworkMemory.Stride(rows);").Line("ref float workspace = ref memory.Workspace.Start;");
            writer.Line($"memory.KeepChains(rows, {Literal.Int(width)}, {training.Of(ends)}, stride);");
        }
    }

    private void WriteBeginBatch()
    {
        if (batches > 1 || plan.Network.AverageDecay > 0)
        {
            writer.Line("memory.BeginBatch();");
        }
    }

    private void WriteEndStep() => writer.Block("private void EndStep()", () =>
    {
        writer.Line(batches > 1 ? "memory.DiscardGradients();" : "memory.HasGradients = false;").Line("memory.Step++;");
        if (plan.Network.AverageDecay > 0)
        {
            writer.Line("memory.HoldAverages(layers);");
        }

        if (plan.Network.Optimizer is NadamSpec nadam)
        {
            writer.Line($"memory.MomentumProduct *= {ScheduleEmitter.MomentumOf(nadam, "memory.Step")};");
        }
    });

    /// <summary>The numbers that the graph computes once a step; the last is the loss.</summary>
    private void WriteLoss()
    {
        var program = new ElementProgram("rows", "memory", "lossSum");
        var loss = plan.Training.Graph.Find(OutputRole.Loss)!;
        writer.Summary("The mean loss over the rows, and what the penalties add.");
        writer.Block("private float Loss()", () =>
        {
            writer.Line("double lossSum = memory.SumLosses(rows);");
            foreach (var value in plan.Training.Graph.Values.Where(value => value.Shape.IsScalar && value.Operation is not Leaf))
            {
                writer.Line($"float {program.Name(value)} = {Expression(value)};");
            }

            writer.Line($"return {program.Name(loss)};");
        });

        string Expression(Value value) => value.Operation switch
        {
            Loss => "(float)(lossSum / rows)",
            SumColumns => $"Horizontal.Sum({training.Of(value.Inputs[0])}, {Literal.Int(value.Inputs[0].Shape.Columns)})",
            Add => $"{Operand(value.Inputs[0])} + {Operand(value.Inputs[1])}",
            Multiply => $"{Operand(value.Inputs[0])} * {Operand(value.Inputs[1])}",
            _ => throw new InvalidOperationException($"No emission rule for the number {value}."),
        };

        string Operand(Value value) => value.Operation is Constant constant ? Literal.Float(constant.Number) : program.Name(value);
    }
}
