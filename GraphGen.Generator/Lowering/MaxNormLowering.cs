using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Lowering;

/// <summary>
/// Max-norm (Srivastava et al., 2014): each unit's incoming weights are scaled so that their L2 norm is at most the limit,
/// <c>w *= min(1, limit / |w|)</c>. A graph over one weight matrix, run after its update.
/// </summary>
internal static class MaxNormLowering
{
    public static DataflowGraph Lower(ParameterSpec weight, double limit)
    {
        var builder = new GraphBuilder { Layer = weight.Layer };
        var old = builder.Parameter(weight);
        var squares = builder.Apply(new SumRows(), "squares", builder.Apply(new Multiply(), "square", old, old));
        var norm = builder.Apply(new SquareRoot(), "norm", squares);
        var factor = builder.Apply(new Minimum(), "factor", builder.Constant(1), builder.Apply(new Divide(), "ratio", builder.Constant(limit), norm));
        builder.Output(OutputRole.Update, builder.Apply(new Multiply(), "limited", old, factor), weight);
        return builder.Build();
    }
}
