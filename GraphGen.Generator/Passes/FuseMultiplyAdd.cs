using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Passes;

/// <summary>A product that only a sum or difference reads becomes part of it: one instruction and one rounding.</summary>
internal sealed class FuseMultiplyAdd : GraphRewriter
{
    protected override Value Rewrite(Rewriting rewriting, Value old, Value[] inputs)
    {
        if (old.Operation is Add or Subtract && !old.Shape.IsScalar)
        {
            if (IsOwnProduct(rewriting, old, 0))
            {
                Operation fused = old.Operation is Add ? new MultiplyAdd() : new MultiplySubtract();
                return rewriting.Apply(fused, old.Name, inputs[0].Inputs[0], inputs[0].Inputs[1], inputs[1]);
            }

            if (IsOwnProduct(rewriting, old, 1))
            {
                Operation fused = old.Operation is Add ? new MultiplyAdd() : new NegatedMultiplyAdd();
                return rewriting.Apply(fused, old.Name, inputs[1].Inputs[0], inputs[1].Inputs[1], inputs[0]);
            }
        }

        return rewriting.Apply(old.Operation, old.Name, inputs);
    }

    private static bool IsOwnProduct(Rewriting rewriting, Value user, int input) =>
        user.Inputs[input].Operation is Multiply && !user.Inputs[input].Shape.IsScalar && rewriting.IsOnlyUsedBy(user.Inputs[input], user);
}
