using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>The optimizer's update of weight matrices and that of vectors, which need not decay.</summary>
internal sealed class UpdateKernels
{
    public UpdateKernels(NetworkPlan plan)
    {
        Weights = new UpdateKernel(plan, plan.WeightUpdate, "Update");
        Vectors = plan.VectorUpdate == plan.WeightUpdate ? Weights : new UpdateKernel(plan, plan.VectorUpdate, "UpdateWithoutDecay");
    }

    public UpdateKernel Weights { get; }

    public UpdateKernel Vectors { get; }
}

/// <summary>
/// The optimizer's update: over a stretch of the arenas here, and as the end of the weight gradient's kernel in
/// <see cref="WeightGradientKernels"/>. Both emit the same graph.
/// </summary>
internal sealed class UpdateKernel
{
    private readonly DataflowGraph update;

    /// <param name="plan">The network.</param>
    /// <param name="update">The update of one element.</param>
    /// <param name="method">What the schedule's method is called that updates a parameter.</param>
    public UpdateKernel(NetworkPlan plan, DataflowGraph update, string method)
    {
        this.update = update;
        Method = method;
        IEnumerable<string> slots = Enumerable.Range(1, plan.Slots).Select(slot => "slot" + Literal.Int(slot));
        Memory = slots.Concat(plan.Network.AverageDecay > 0 ? ["average"] : Array.Empty<string>()).ToList();
        Scalars = update.Values.Select(value => value.Operation).OfType<StepScalar>().Select(scalar => scalar.Kind).ToList();
    }

    /// <summary>The schedule's method that updates a thread's share of a parameter with the gradient that was kept.</summary>
    public string Method { get; }

    /// <summary>What is kept for each parameter, as the names of its references less an s: the optimizer's memory and the moving average.</summary>
    public IReadOnlyList<string> Memory { get; }

    /// <summary>Numbers of the step that the update reads.</summary>
    public IReadOnlyList<StepScalarKind> Scalars { get; }

    /// <summary>These numbers as the last parameters of a method.</summary>
    public string ScalarParameters => string.Concat(Scalars.Select(scalar => ", float " + NameOf(scalar)));

    /// <summary>These numbers as the last arguments of a call.</summary>
    public string ScalarArguments => Arguments(factor: "");

    /// <summary>A number of the step as a local variable.</summary>
    public static string NameOf(StepScalarKind scalar) => Names.CamelCase(scalar.ToString());

    /// <summary>The arena that a reference goes into.</summary>
    public static string ArenaOf(string reference) => reference switch
    {
        "weights" => "Parameters",
        _ => Names.PascalCase(reference.StartsWith("slot", StringComparison.Ordinal) ? reference.TrimEnd('s') : reference),
    };

    /// <summary>The numbers as the last arguments of a call for one layer.</summary>
    /// <param name="factor">What is written behind those that are multiples of the rate, such as <c>" * layers[0].RateMultiplier"</c>.</param>
    public string Arguments(string factor) => string.Concat(Scalars.Select(scalar => ", " + NameOf(scalar) + (scalar > StepScalarKind.Decay ? "" : factor)));

    /// <summary>The kernel that updates <c>length</c> parameters in a row.</summary>
    public string Require(KernelLibrary library) => library.Require(
        Method + "Parameters",
        "The optimizer's step for length parameters in a row:\n" + Formulas(),
        "void",
        $"ref float parameters, ref float gradients, {string.Concat(Memory.Select(memory => $"ref float {memory}s, "))}nint length{ScalarParameters}",
        (writer, target, name) =>
        {
            WriteScalars(writer, target);
            writer.Block($"for (nint index = 0; index < length; index += {target.Lanes})", () =>
            {
                writer.Line($"var gradient = {target.Load("gradients", "index")};");
                WriteUpdate(writer, target, "parameters", "(nuint)index", parameterIsLoaded: false);
            });
        });

    /// <summary>Writes the schedule's method, which hands the kernel a parameter and what is kept for it.</summary>
    public void WriteMethod(SourceWriter writer, KernelLibrary library)
    {
        string references = string.Concat(Memory.Select(memory => $"ref memory.{ArenaOf(memory + "s")}.At(first), "));
        writer.Block($"private static void {Method}(NetworkMemory memory, nint offset, BlockRange columns, nint block{ScalarParameters})", () => writer
            .Line("nint first = offset + columns.First * block, length = columns.Count * block;")
            .Line($"TKernels.{Require(library)}(ref memory.Parameters.At(first), ref memory.Gradients.At(first), {references}length{ScalarArguments});"));
    }

    /// <summary>The update's formulas, one a line.</summary>
    public string Formulas()
    {
        var program = new ElementProgram();
        return string.Join("\n", update.Values.Where(value => value.Operation is Elementwise).Select(program.Formula));
    }

    /// <summary>Broadcasts the step's numbers.</summary>
    public void WriteScalars(SourceWriter writer, Target target)
    {
        foreach (StepScalarKind scalar in Scalars)
        {
            writer.Line($"var {NameOf(scalar)}Lanes = {target.Broadcast(NameOf(scalar))};");
        }
    }

    /// <summary>The update of one vector, whose gradient is the local <c>gradient</c>.</summary>
    public void WriteUpdate(SourceWriter writer, Target target, string parameters, string offset, bool parameterIsLoaded)
    {
        var program = new ElementProgram("gradient", "parameter");
        foreach (var value in update.Values)
        {
            switch (value.Operation)
            {
                case StepScalar:
                    program.Bind(value, value.Name + "Lanes");
                    break;
                case UpdateOperand operand:
                    program.Bind(value, value.Name);
                    if (operand.Role == UpdateRole.Parameter && !parameterIsLoaded)
                    {
                        writer.Line($"var parameter = {target.Static}.LoadUnsafe(ref {parameters}, {offset});");
                    }
                    else if (operand.Role is UpdateRole.Slot1 or UpdateRole.Slot2 or UpdateRole.Average)
                    {
                        writer.Line($"var {value.Name} = {target.Static}.LoadUnsafe(ref {value.Name}s, {offset});");
                    }

                    break;
            }
        }

        program.Write(writer, target, update.Values.Where(value => value.Operation is Elementwise));
        foreach (var output in update.Outputs)
        {
            string destination = output.Role switch
            {
                OutputRole.NewSlot1 => "slot1s",
                OutputRole.NewSlot2 => "slot2s",
                OutputRole.NewAverage => "averages",
                _ => parameters,
            };
            writer.Line($"{program.Name(output.Value)}.StoreUnsafe(ref {destination}, {offset});");
        }
    }
}
