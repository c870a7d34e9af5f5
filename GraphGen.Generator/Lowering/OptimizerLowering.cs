using GraphGen.Generator.Graph;
using GraphGen.Model;

namespace GraphGen.Generator.Lowering;

/// <summary>
/// The optimizer's update of one element as a graph of its own: parameter, gradient and memory in, parameter and memory out.
/// It is emitted into the weight gradient's kernel and as a pass over whole arenas.
/// </summary>
internal static class OptimizerLowering
{
    /// <summary>Numbers that the optimizer keeps for each parameter.</summary>
    public static int Slots(OptimizerSpec optimizer) => optimizer switch
    {
        SgdSpec => 0,
        MomentumSpec => 1,
        AdamSpec => 2,
        _ => throw new InvalidOperationException($"No lowering for {optimizer}."),
    };

    public static DataflowGraph Lower(OptimizerSpec optimizer)
    {
        var builder = new GraphBuilder();
        var parameter = Operand(builder, UpdateRole.Parameter);
        var gradient = Operand(builder, UpdateRole.Gradient);
        switch (optimizer)
        {
            case SgdSpec:
                Sgd(builder, parameter, gradient);
                break;
            case MomentumSpec momentum:
                Momentum(builder, parameter, gradient, momentum);
                break;
            case AdamSpec adam:
                Adam(builder, parameter, gradient, adam);
                break;
            default:
                throw new InvalidOperationException($"No lowering for {optimizer}.");
        }

        return builder.Build();
    }

    private static Value Operand(GraphBuilder builder, UpdateRole role) =>
        builder.Leaf(new UpdateOperand(role), Shape.BatchOf(1), "", Names.CamelCase(role.ToString()));

    /// <summary><c>theta -= rate g</c>.</summary>
    private static void Sgd(GraphBuilder builder, Value parameter, Value gradient)
    {
        var step = builder.Apply(new Multiply(), "step", builder.Scalar(StepScalarKind.LearningRate), gradient);
        builder.Output(OutputRole.NewParameter, builder.Apply(new Subtract(), "newParameter", parameter, step));
    }

    /// <summary><c>m = beta m - rate g; theta += m</c>, or with Nesterov's look-ahead <c>theta += beta m - rate g</c> with the new m.</summary>
    private static void Momentum(GraphBuilder builder, Value parameter, Value gradient, MomentumSpec optimizer)
    {
        var beta = builder.Constant(optimizer.Beta);
        var step = builder.Apply(new Multiply(), "step", builder.Scalar(StepScalarKind.LearningRate), gradient);
        var velocity = Difference(builder, "velocity", Operand(builder, UpdateRole.Slot1));
        var move = optimizer.Nesterov ? Difference(builder, "lookAhead", velocity) : velocity;
        builder.Output(OutputRole.NewSlot1, velocity);
        builder.Output(OutputRole.NewParameter, builder.Apply(new Add(), "newParameter", parameter, move));

        Value Difference(GraphBuilder graph, string name, Value old) =>
            graph.Apply(new Subtract(), name, graph.Apply(new Multiply(), "kept", beta, old), step);
    }

    /// <summary>
    /// <c>m = b1 m + (1 - b1) g; s = b2 s + (1 - b2) g g; theta -= rate mhat / (sqrt(shat) + epsilon)</c>, with both bias
    /// corrections moved into the two scalars.
    /// </summary>
    private static void Adam(GraphBuilder builder, Value parameter, Value gradient, AdamSpec optimizer)
    {
        var mean = Blend(Operand(builder, UpdateRole.Slot1), gradient, optimizer.Beta1, "mean");
        var square = builder.Apply(new Multiply(), "square", gradient, gradient);
        var meanSquare = Blend(Operand(builder, UpdateRole.Slot2), square, optimizer.Beta2, "meanSquare");
        var root = builder.Apply(new SquareRoot(), "root", meanSquare);
        var divisor = builder.Apply(new Add(), "divisor", root, builder.Scalar(StepScalarKind.AdamEpsilon));
        var move = builder.Apply(new Multiply(), "move", builder.Scalar(StepScalarKind.AdamRate), builder.Apply(new Divide(), "direction", mean, divisor));
        builder.Output(OutputRole.NewSlot1, mean);
        builder.Output(OutputRole.NewSlot2, meanSquare);
        builder.Output(OutputRole.NewParameter, builder.Apply(new Subtract(), "newParameter", parameter, move));

        Value Blend(Value old, Value fresh, double beta, string name) => builder.Apply(
            new Add(),
            name,
            builder.Apply(new Multiply(), "kept", builder.Constant(beta), old),
            builder.Apply(new Multiply(), "added", builder.Constant(1 - beta), fresh));
    }
}
