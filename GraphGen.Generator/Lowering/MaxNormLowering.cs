using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Lowering;

/// <summary>
/// Max-norm (Srivastava et al., 2014): each unit's incoming weights are scaled so that their L2 norm is at most the limit,
/// <c>w *= min(1, limit / |w|)</c>. A graph over one weight matrix, run after its update.
/// </summary>
internal static class MaxNormLowering
{
    /// <param name="weight">The weights.</param>
    /// <param name="limit">The largest norm.</param>
    /// <param name="isAveraged">Whether the weights have a moving average, which the step before has moved to where the weights were before the limit.</param>
    public static DataflowGraph Lower(ParameterSpec weight, double limit, bool isAveraged)
    {
        var builder = new GraphBuilder { Layer = weight.Layer };
        var old = builder.Parameter(weight);
        var squares = builder.Apply(new SumRows(), "squares", builder.Apply(new Multiply(), "square", old, old));
        var norm = builder.Apply(new SquareRoot(), "norm", squares);
        var factor = builder.Apply(new Minimum(), "factor", builder.Constant(1), builder.Apply(new Divide(), "ratio", builder.Constant(limit), norm));
        var limited = builder.Apply(new Multiply(), "limited", old, factor);
        builder.Output(OutputRole.Update, limited, weight);
        if (isAveraged)
        {
            var average = builder.Leaf(new AverageLeaf(weight), weight.Shape, weight.Layer, "average");
            var correction = builder.Apply(new Multiply(), "correction", builder.Scalar(StepScalarKind.AverageShare), builder.Apply(new Subtract(), "change", limited, old));
            builder.Output(OutputRole.NewAverage, builder.Apply(new Add(), "newAverage", average, correction), weight);
        }

        return builder.Build();
    }
}
