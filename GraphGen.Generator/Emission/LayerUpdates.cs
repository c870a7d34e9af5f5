using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>Emits a layer's methods that concern its parameters alone: updates from the gradient arena, max-norm, the transposed copy.</summary>
internal sealed class LayerUpdates
{
    private readonly NetworkPlan plan;
    private readonly KernelLibrary library;
    private readonly UpdateKernels update;

    public LayerUpdates(NetworkPlan plan, KernelLibrary library, UpdateKernels update)
    {
        this.plan = plan;
        this.library = library;
        this.update = update;
    }

    public void Write(SourceWriter writer, LayerEmitter emitter, string layer)
    {
        var trained = plan.Parameters.Parameters.Where(parameter => parameter.Layer == layer && parameter.Trainable).ToList();
        var vectors = trained.Where(parameter => parameter.Shape.IsVector).ToList();
        if (vectors.Count > 0)
        {
            WriteUpdate(writer, "UpdateVectors", $"The optimizer's step on {Listed(vectors)}.", vectors);
        }

        if (trained.Count > 0)
        {
            WriteUpdate(writer, "UpdateAll", $"The optimizer's step on {Listed(trained)}, with gradients computed before.", trained);
        }

        if (plan.Constraints.TryGetValue(layer, out var constraint))
        {
            var addresses = new Addresses(constraint, plan.Parameters, "");
            foreach (var segment in constraint.Segments)
            {
                emitter.WriteSegment(writer, constraint, addresses, segment, "LimitNorm");
            }
        }

        foreach (var copy in plan.Derived.Transposed.Where(copy => copy.Key.Layer == layer))
        {
            writer.Line();
            writer.Summary("Renews the transposed weights, which the input gradient multiplies with.");
            writer.Line("public static void Transpose(NetworkMemory memory) => ColumnBlocks.Transpose(");
            writer.Line($"    ref Unsafe.Add(ref memory.Parameters.Start, Offsets.{copy.Key.Identifier}), {Literal.Int(copy.Key.Shape.Rows)}, {Literal.Int(copy.Key.Shape.Columns)}, {Addresses.OfTransposed(copy.Key)});");
        }
    }

    private static string Listed(IEnumerable<ParameterSpec> parameters) =>
        string.Join(", ", parameters.Select(parameter => Names.CamelCase(parameter.Role.ToString())));

    private void WriteUpdate(SourceWriter writer, string method, string summary, List<ParameterSpec> parameters)
    {
        string first = parameters[0].Identifier;
        int length = parameters.Sum(parameter => ParameterLayout.PaddedLength(parameter.Shape));
        string slots = string.Concat(Enumerable.Range(1, update.Slots.Count).Select(slot => $"ref Unsafe.Add(ref memory.Slot{slot}.Start, Offsets.{first}), "));
        writer.Line();
        writer.Summary(summary);
        writer.Line($"public static void {method}(NetworkMemory memory{update.ScalarParameters}) =>");
        writer.Line($"    TKernels.{update.Require(library)}(ref Unsafe.Add(ref memory.Parameters.Start, Offsets.{first}), ref Unsafe.Add(ref memory.Gradients.Start, Offsets.{first}), {slots}{Literal.Int(length)}{update.ScalarArguments});");
    }
}
