using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>
/// The optimizer's update: over a stretch of the arenas here, and as the end of the weight gradient's kernel in
/// <see cref="WeightGradientKernels"/>. Both emit the same graph.
/// </summary>
internal sealed class UpdateKernels
{
    private readonly DataflowGraph update;

    public UpdateKernels(NetworkPlan plan)
    {
        update = plan.Update;
        Slots = Enumerable.Range(1, plan.Slots).Select(slot => "slot" + Literal.Int(slot)).ToList();
        Scalars = update.Values.Where(value => value.Operation is StepScalar).Select(value => value.Name).ToList();
    }

    /// <summary>Names of the references to the optimizer's memory.</summary>
    public IReadOnlyList<string> Slots { get; }

    /// <summary>Numbers of the step that the update reads.</summary>
    public IReadOnlyList<string> Scalars { get; }

    /// <summary>These numbers as the last parameters of a method.</summary>
    public string ScalarParameters => string.Concat(Scalars.Select(scalar => ", float " + scalar));

    /// <summary>These numbers as the last arguments of a call.</summary>
    public string ScalarArguments => string.Concat(Scalars.Select(scalar => ", " + scalar));

    /// <summary>The kernel that updates <c>length</c> parameters in a row.</summary>
    public string Require(KernelLibrary library) => library.Require(
        "UpdateParameters",
        "The optimizer's step for length parameters in a row:\n" + Formulas(),
        "void",
        $"ref float parameters, ref float gradients, {string.Concat(Slots.Select(slot => $"ref float {slot}s, "))}nint length{ScalarParameters}",
        (writer, target, name) =>
        {
            WriteScalars(writer, target);
            writer.Block($"for (nint index = 0; index < length; index += {target.Lanes})", () =>
            {
                writer.Line($"var gradient = {target.Load("gradients", "index")};");
                WriteUpdate(writer, target, "parameters", slot => slot + "s", "(nuint)index", parameterIsLoaded: false);
            });
        });

    /// <summary>The call of that kernel for the parameters from one on.</summary>
    /// <param name="library">The network's kernels.</param>
    /// <param name="first">The parameter.</param>
    /// <param name="offset">What to add to its offset.</param>
    /// <param name="length">How many floats.</param>
    public string Call(KernelLibrary library, ParameterSpec first, string offset, string length)
    {
        string At(string arena) => $"ref memory.{arena}.At(Offsets.{first.Identifier}{offset}), ";
        string slots = string.Concat(Enumerable.Range(1, Slots.Count).Select(slot => At("Slot" + Literal.Int(slot))));
        return $"TKernels.{Require(library)}({At("Parameters")}{At("Gradients")}{slots}{length}{ScalarArguments});";
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
        foreach (string scalar in Scalars)
        {
            writer.Line($"var {scalar}Lanes = {target.Broadcast(scalar)};");
        }
    }

    /// <summary>The update of one vector, whose gradient is the local <c>gradient</c>.</summary>
    public void WriteUpdate(SourceWriter writer, Target target, string parameters, Func<string, string> slotReference, string offset, bool parameterIsLoaded)
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
                    else if (operand.Role is UpdateRole.Slot1 or UpdateRole.Slot2)
                    {
                        writer.Line($"var {value.Name} = {target.Static}.LoadUnsafe(ref {slotReference(value.Name)}, {offset});");
                    }

                    break;
            }
        }

        program.Write(writer, target, update.Values.Where(value => value.Operation is Elementwise));
        foreach (var output in update.Outputs)
        {
            string destination = output.Role switch
            {
                OutputRole.NewSlot1 => slotReference("slot1"),
                OutputRole.NewSlot2 => slotReference("slot2"),
                _ => parameters,
            };
            writer.Line($"{program.Name(output.Value)}.StoreUnsafe(ref {destination}, {offset});");
        }
    }
}
