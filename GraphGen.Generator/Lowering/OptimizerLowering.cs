using GraphGen.Generator.Graph;
using GraphGen.Model;

namespace GraphGen.Generator.Lowering;

/// <summary>
/// The optimizer's update of one element as a graph of its own: parameter, gradient and memory in, parameter and memory out.
/// It is emitted into the weight gradient's kernel and as a pass over whole arenas.
/// </summary>
internal sealed class OptimizerLowering
{
    private readonly GraphBuilder builder = new();
    private readonly NetworkSpec network;

    private OptimizerLowering(NetworkSpec network) => this.network = network;

    /// <summary>Numbers that the optimizer keeps for each parameter.</summary>
    public static int Slots(OptimizerSpec optimizer) => optimizer switch
    {
        SgdSpec => 0,
        MomentumSpec or AdaGradSpec or RmsPropSpec => 1,
        AdamSpec or AdaMaxSpec or NadamSpec => 2,
        _ => throw new InvalidOperationException($"No lowering for {optimizer}."),
    };

    /// <param name="network">The declaration: its optimizer, and what happens to gradients before and to parameters after.</param>
    /// <param name="decays">Whether the parameters are among those that decay.</param>
    public static DataflowGraph Lower(NetworkSpec network, bool decays) => new OptimizerLowering(network).Update(decays && network.Optimizer.WeightDecay > 0);

    private DataflowGraph Update(bool decays)
    {
        var old = Operand(UpdateRole.Parameter);
        var parameter = decays
            ? Apply(new Subtract(), "decayed", old, Apply(new Multiply(), "decayShare", builder.Scalar(StepScalarKind.Decay), old))
            : old;
        var gradient = Clipped(Operand(UpdateRole.Gradient));
        var moved = network.Optimizer is MomentumSpec momentum
            ? Apply(new Add(), "newParameter", parameter, Momentum(gradient, momentum))
            : Apply(new Subtract(), "newParameter", parameter, Move(gradient));
        builder.Output(OutputRole.NewParameter, moved);
        if (network.AverageDecay > 0)
        {
            var average = Operand(UpdateRole.Average);
            var share = Apply(new Multiply(), "averageStep", builder.Scalar(StepScalarKind.AverageShare), Apply(new Subtract(), "distance", moved, average));
            builder.Output(OutputRole.NewAverage, Apply(new Add(), "newAverage", average, share));
        }

        return builder.Build();
    }

    /// <summary>The gradient within its limits: first that of the norm of all, then that of each element.</summary>
    private Value Clipped(Value gradient)
    {
        if (network.ClipNorm > 0)
        {
            gradient = Apply(new Multiply(), "scaledGradient", builder.Scalar(StepScalarKind.GradientScale), gradient);
        }

        return network.ClipValue > 0
            ? Apply(new Minimum(), "clippedGradient", builder.Constant(network.ClipValue), Apply(new Maximum(), "raisedGradient", builder.Constant(-network.ClipValue), gradient))
            : gradient;
    }

    /// <summary>What an optimizer without momentum subtracts from the parameter.</summary>
    private Value Move(Value gradient) => network.Optimizer switch
    {
        SgdSpec => Step(gradient),
        AdaGradSpec adaGrad => Divided(gradient, Apply(new Add(), "squareSum", Operand(UpdateRole.Slot1), Square(gradient)), adaGrad.Epsilon),
        RmsPropSpec rmsProp => Divided(gradient, Blend(Operand(UpdateRole.Slot1), Square(gradient), rmsProp.Beta, "meanSquare"), rmsProp.Epsilon),
        AdamSpec adam => Adam(gradient, adam.Beta1, adam.Beta2),
        AdaMaxSpec adaMax => AdaMax(gradient, adaMax),
        NadamSpec nadam => Nadam(gradient, nadam),
        var other => throw new InvalidOperationException($"No lowering for {other}."),
    };

    /// <summary><c>rate g</c>.</summary>
    private Value Step(Value gradient) => Apply(new Multiply(), "step", builder.Scalar(StepScalarKind.LearningRate), gradient);

    /// <summary><c>m = beta m - rate g; theta += m</c>, or with Nesterov's look-ahead <c>theta += beta m - rate g</c> with the new m.</summary>
    private Value Momentum(Value gradient, MomentumSpec momentum)
    {
        Value beta = builder.Constant(momentum.Beta), step = Step(gradient);
        var velocity = Difference("velocity", Operand(UpdateRole.Slot1));
        builder.Output(OutputRole.NewSlot1, velocity);
        return momentum.Nesterov ? Difference("lookAhead", velocity) : velocity;

        Value Difference(string name, Value old) => Apply(new Subtract(), name, Apply(new Multiply(), "kept", beta, old), step);
    }

    /// <summary><c>rate g / sqrt(s + epsilon)</c>.</summary>
    private Value Divided(Value gradient, Value squares, double epsilon)
    {
        builder.Output(OutputRole.NewSlot1, squares);
        var root = Apply(new SquareRoot(), "root", Apply(new Add(), "regularized", squares, builder.Constant(epsilon)));
        return Apply(new Divide(), "move", Step(gradient), root);
    }

    /// <summary>
    /// <c>m = b1 m + (1 - b1) g; s = b2 s + (1 - b2) g g; theta -= rate mhat / (sqrt(shat) + epsilon)</c>, with both bias
    /// corrections moved into the two scalars.
    /// </summary>
    private Value Adam(Value gradient, double beta1, double beta2)
    {
        var (mean, divisor) = Moments(gradient, beta1, beta2);
        return Apply(new Multiply(), "move", builder.Scalar(StepScalarKind.AdamRate), Apply(new Divide(), "direction", mean, divisor));
    }

    /// <summary><c>m = b1 m + (1 - b1) g; u = max(b2 u, |g| + epsilon); theta -= rate / (1 - b1^t) m / u</c>.</summary>
    private Value AdaMax(Value gradient, AdaMaxSpec adaMax)
    {
        var mean = Blend(Operand(UpdateRole.Slot1), gradient, adaMax.Beta1, "mean");
        var size = Apply(new Add(), "size", Apply(new Absolute(), "magnitude", gradient), builder.Constant(adaMax.Epsilon));
        var largest = Apply(new Maximum(), "largest", Apply(new Multiply(), "kept", builder.Constant(adaMax.Beta2), Operand(UpdateRole.Slot2)), size);
        builder.Output(OutputRole.NewSlot1, mean);
        builder.Output(OutputRole.NewSlot2, largest);
        return Apply(new Multiply(), "move", builder.Scalar(StepScalarKind.AdaMaxRate), Apply(new Divide(), "direction", mean, largest));
    }

    /// <summary>Adam with the mean of the next step in place of this one's: the part of the gradient in it counts by the present momentum.</summary>
    private Value Nadam(Value gradient, NadamSpec nadam)
    {
        var (mean, divisor) = Moments(gradient, nadam.Beta1, nadam.Beta2);
        var kept = Apply(new Multiply(), "meanStep", builder.Scalar(StepScalarKind.NadamMeanRate), mean);
        var fresh = Apply(new Multiply(), "gradientStep", builder.Scalar(StepScalarKind.NadamGradientRate), gradient);
        return Apply(new Divide(), "move", Apply(new Add(), "lookAhead", kept, fresh), divisor);
    }

    /// <summary>Adam's two running means, the second as the divisor of the step.</summary>
    private (Value Mean, Value Divisor) Moments(Value gradient, double beta1, double beta2)
    {
        var mean = Blend(Operand(UpdateRole.Slot1), gradient, beta1, "mean");
        var meanSquare = Blend(Operand(UpdateRole.Slot2), Square(gradient), beta2, "meanSquare");
        builder.Output(OutputRole.NewSlot1, mean);
        builder.Output(OutputRole.NewSlot2, meanSquare);
        return (mean, Apply(new Add(), "divisor", Apply(new SquareRoot(), "root", meanSquare), builder.Scalar(StepScalarKind.AdamEpsilon)));
    }

    private Value Blend(Value old, Value fresh, double beta, string name) => Apply(
        new Add(),
        name,
        Apply(new Multiply(), "kept", builder.Constant(beta), old),
        Apply(new Multiply(), "added", builder.Constant(1 - beta), fresh));

    private Value Square(Value gradient) => Apply(new Multiply(), "square", gradient, gradient);

    private Value Operand(UpdateRole role) => builder.Leaf(new UpdateOperand(role), Shape.BatchOf(1), "", Names.CamelCase(role.ToString()));

    private Value Apply(Operation operation, string name, params Value[] inputs) => builder.Apply(operation, name, inputs);
}
