using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Passes;

/// <summary>Algebraic identities: numbers are computed, multiplications by one disappear, <c>x + x</c> becomes <c>2 x</c>.</summary>
internal sealed class Simplify : GraphRewriter
{
    protected override Value Rewrite(Rewriting rewriting, Value old, Value[] inputs) => old.Operation switch
    {
        Multiply => Product(rewriting, old, inputs[0], inputs[1]),
        Add when inputs[0] == inputs[1] => Product(rewriting, old, rewriting.Builder.Constant(2), inputs[0]),
        Add when Number(inputs[0]) is { } a && Number(inputs[1]) is { } b => rewriting.Builder.Constant(a + b),
        _ => rewriting.Apply(old.Operation, old.Name, inputs),
    };

    private static Value Product(Rewriting rewriting, Value old, Value left, Value right)
    {
        if (Number(right) is not null)
        {
            (left, right) = (right, left);
        }

        // Kernels know the numbers of a step, not what is made of them.
        if (IsProductOfNumbers(left) && !right.Shape.IsScalar)
        {
            return Product(rewriting, old, left.Inputs[0], Product(rewriting, old, left.Inputs[1], right));
        }

        if (IsProductOfNumbers(right) && !left.Shape.IsScalar)
        {
            return Product(rewriting, old, right.Inputs[0], Product(rewriting, old, right.Inputs[1], left));
        }

        if (Number(left) is not { } factor)
        {
            return rewriting.Apply(new Multiply(), old.Name, left, right);
        }

        if (Number(right) is { } number)
        {
            return rewriting.Builder.Constant(factor * number);
        }

        if (right.Operation is Multiply && right.Inputs.FirstOrDefault(input => Number(input) is not null) is { } inner)
        {
            return Product(rewriting, old, rewriting.Builder.Constant(factor * Number(inner)!.Value), right.Inputs.First(input => input != inner));
        }

        return factor == 1 ? right : rewriting.Apply(new Multiply(), old.Name, left, right);
    }

    private static bool IsProductOfNumbers(Value value) => value.Shape.IsScalar && value.Operation is Multiply;

    private static double? Number(Value value) => (value.Operation as Constant)?.Number;
}
