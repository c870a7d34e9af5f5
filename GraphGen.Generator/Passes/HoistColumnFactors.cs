using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Passes;

/// <summary>
/// <c>sum over rows of (factor * x)</c> becomes <c>factor * sum over rows of x</c> where the factor is the same for all rows.
/// In batch normalisation's gradient the two sums that remain are then the gradients of gamma and beta, which are needed anyway.
/// </summary>
internal sealed class HoistColumnFactors : GraphRewriter
{
    protected override Value Rewrite(Rewriting rewriting, Value old, Value[] inputs)
    {
        if (old.Operation is not SumRows)
        {
            return rewriting.Apply(old.Operation, old.Name, inputs);
        }

        var factors = Factors(inputs[0]).ToList();
        var columns = factors.Where(factor => factor.Shape.Rank < 2).ToList();
        var rows = factors.Where(factor => factor.Shape.Rank == 2).ToList();
        if (columns.Count == 0 || rows.Count == 0)
        {
            return rewriting.Apply(old.Operation, old.Name, inputs);
        }

        var product = rows.Aggregate((left, right) => rewriting.Apply(new Multiply(), inputs[0].Name, left, right));
        var sum = rewriting.Apply(new SumRows(), old.Name, product);
        return columns.Aggregate(sum, (value, factor) => rewriting.Apply(new Multiply(), old.Name, value, factor));
    }

    private static IEnumerable<Value> Factors(Value value) =>
        value.Operation is Multiply ? value.Inputs.SelectMany(Factors) : [value];
}
