using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>Emits a layer's methods that concern its parameters alone: max-norm, the transposed copy.</summary>
internal sealed class LayerUpdates
{
    private readonly NetworkPlan plan;

    public LayerUpdates(NetworkPlan plan) => this.plan = plan;

    public void Write(SourceWriter writer, LayerEmitter emitter, string layer)
    {
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
}
