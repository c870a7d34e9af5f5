using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Passes;

/// <summary>
/// In prediction, batch normalisation and the bias before it are one multiplication and one addition by numbers that depend
/// on parameters alone: <c>gamma (x + b - mean) / deviation + beta = x scale + shift</c>. The planner computes scale and shift
/// once after each change of the parameters.
/// </summary>
internal sealed class FoldBatchNorm : GraphRewriter
{
    private readonly Dictionary<Value, Affine> affine = [];

    /// <summary>A value as <c>source * scale + shift</c>, scale and shift being vectors.</summary>
    private sealed record Affine(Value Source, Value? Scale, Value? Shift);

    protected override Value Rewrite(Rewriting rewriting, Value old, Value[] inputs)
    {
        var form = Fold(rewriting, old, inputs);
        if (form is null)
        {
            return rewriting.Apply(old.Operation, old.Name, inputs);
        }

        var value = form.Scale is null ? form.Source : rewriting.Apply(new Multiply(), old.Name, form.Source, form.Scale);
        value = form.Shift is null ? value : rewriting.Apply(new Add(), old.Name, value, form.Shift);
        affine[value] = form;
        return value;
    }

    private Affine? Fold(Rewriting rewriting, Value old, Value[] inputs)
    {
        if (!old.Shape.IsBatch || inputs.Skip(1).Any(input => !input.Shape.IsVector))
        {
            return null;
        }

        return old.Operation switch
        {
            Add => Shifted(rewriting, Form(inputs[0]), inputs[1]),
            Multiply => Scaled(rewriting, Form(inputs[0]), inputs[1]),
            Normalize => Scaled(rewriting, Lowered(rewriting, Form(inputs[0]), inputs[1]), inputs[2]),
            _ => null,
        };
    }

    private Affine Form(Value value) => affine.TryGetValue(value, out var form) ? form : new Affine(value, null, null);

    private static Affine Shifted(Rewriting rewriting, Affine form, Value offset) =>
        form with { Shift = form.Shift is null ? offset : rewriting.Apply(new Add(), "shift", form.Shift, offset) };

    private static Affine Lowered(Rewriting rewriting, Affine form, Value mean) =>
        Shifted(rewriting, form, rewriting.Apply(new Multiply(), "negatedMean", rewriting.Builder.Constant(-1), mean));

    private static Affine Scaled(Rewriting rewriting, Affine form, Value factor) => form with
    {
        Scale = form.Scale is null ? factor : rewriting.Apply(new Multiply(), "scale", form.Scale, factor),
        Shift = form.Shift is null ? null : rewriting.Apply(new Multiply(), "shift", form.Shift, factor),
    };
}
