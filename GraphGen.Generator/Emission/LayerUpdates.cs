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
            WriteVectors(writer, vectors);
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
            writer.Summary("Renews the copy of the weights that lies the other way round.");
            writer.Line("public static void Transpose(NetworkMemory memory, BlockRange rowBlocks, BlockRange columns) => ColumnBlocks.Transpose(");
            writer.Line($"    ref memory.Parameters.At(Offsets.{copy.Key.Identifier}), {Literal.Int(copy.Key.Shape.Rows)}, {Literal.Int(copy.Key.Shape.Columns)}, {Addresses.OfTransposed(copy.Key)}, rowBlocks, columns);");
        }
    }

    private static string Listed(IEnumerable<ParameterSpec> parameters) =>
        string.Join(", ", parameters.Select(parameter => Names.CamelCase(parameter.Role.ToString())));

    /// <summary>Vectors of one length: threads share their columns.</summary>
    private void WriteVectors(SourceWriter writer, List<ParameterSpec> vectors)
    {
        writer.Line();
        writer.Summary($"The optimizer's step on {Listed(vectors)}.");
        writer.Block($"public static void UpdateVectors(NetworkMemory memory, BlockRange columns{update.ScalarParameters})", () =>
        {
            writer.Line("nint first = columns.First * 16, length = columns.Count * 16;");
            foreach (var vector in vectors)
            {
                writer.Line(update.Call(library, vector, " + first", "length"));
            }
        });
    }
}
