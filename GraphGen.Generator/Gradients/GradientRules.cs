using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Gradients;

/// <summary>
/// The derivative of each operation: from the gradient of a value to the gradients of its inputs, as new values of the graph.
/// An operation missing here cannot be differentiated.
/// </summary>
internal static class GradientRules
{
    /// <summary>The gradients of <paramref name="value"/>'s inputs, in their order; null where none flows.</summary>
    public delegate Value?[] Rule(GraphBuilder builder, Value value, Value gradient);

    public static readonly IReadOnlyDictionary<Type, Rule> Table = new Dictionary<Type, Rule>
    {
        [typeof(MatMul)] = MatMul,
        [typeof(Add)] = Add,
        [typeof(Multiply)] = Multiply,
        [typeof(Normalize)] = Normalize,
        [typeof(Absolute)] = Absolute,
        [typeof(Activate)] = Activate,
        [typeof(Softmax)] = Softmax,
        [typeof(Rectify)] = Rectify,
        [typeof(RandomRectify)] = RandomRectify,
        [typeof(Drop)] = Drop,
        [typeof(AlphaDrop)] = AlphaDrop,
        [typeof(AddNoise)] = Spread,
        [typeof(Divergence)] = Divergence,
        [typeof(SumRows)] = Spread,
        [typeof(SumColumns)] = Spread,
        [typeof(Loss)] = Loss,
    };

    /// <summary>
    /// <c>y = x w</c>: <c>dx = dy wᵀ</c>, <c>dw = xᵀ dy</c>. <c>y = x wᵀ</c>: <c>dx = dy w</c>, <c>dw = dyᵀ x</c>, of the shape of w without
    /// any transposition.
    /// </summary>
    private static Value?[] MatMul(GraphBuilder builder, Value value, Value gradient)
    {
        Value x = value.Inputs[0], w = value.Inputs[1];
        bool isTransposed = ((MatMul)value.Operation).TransposeRight;
        return
        [
            builder.Apply(new MatMul(TransposeRight: !isTransposed), "inputGradient", gradient, w),
            isTransposed
                ? builder.Apply(new MatMul(TransposeLeft: true), "weightGradient", gradient, x)
                : builder.Apply(new MatMul(TransposeLeft: true), "weightGradient", x, gradient),
        ];
    }

    private static Value?[] Add(GraphBuilder builder, Value value, Value gradient) =>
        [Reduce(builder, gradient, value.Inputs[0]), Reduce(builder, gradient, value.Inputs[1])];

    private static Value?[] Multiply(GraphBuilder builder, Value value, Value gradient)
    {
        return [Side(0), Side(1)];

        Value? Side(int side) => value.Inputs[side].Operation is Constant or StepNumber
            ? null
            : Reduce(builder, builder.Apply(new Multiply(), value.Inputs[side].Name + "Gradient", gradient, value.Inputs[1 - side]), value.Inputs[side]);
    }

    /// <summary>
    /// <c>dx = inverseDeviation (d - mean(d) - xhat mean(d xhat))</c>: the whole derivative, through the batch's mean and
    /// variance too (Ioffe and Szegedy, 2015), which therefore receive none of their own. Moving statistics do not depend on the batch: while those are in
    /// use, <c>dx = inverseDeviation d</c>.
    /// </summary>
    private static Value?[] Normalize(GraphBuilder builder, Value value, Value gradient)
    {
        if (value.Inputs[1].Operation is not Select)
        {
            return [builder.Apply(new Multiply(), "normalizedInputGradient", gradient, value.Inputs[2]), null, null];
        }

        var trained = value.Inputs[1].Inputs[0];
        var inverseRows = builder.Scalar(StepScalarKind.InverseRows);
        var mean = builder.Apply(new Multiply(), "meanGradient", builder.Apply(new SumRows(), "gradientSum", gradient), inverseRows);
        var correlation = builder.Apply(new SumRows(), "correlationSum", builder.Apply(new Multiply(), "correlated", gradient, value));
        var slope = builder.Apply(new Multiply(), "correlation", correlation, inverseRows);
        var centered = builder.Apply(new Subtract(), "centeredGradient", gradient, ByBatch(mean));
        var residual = builder.Apply(new Subtract(), "residual", centered, builder.Apply(new Multiply(), "explained", value, ByBatch(slope)));
        return [builder.Apply(new Multiply(), "normalizedInputGradient", residual, value.Inputs[2]), null, null];

        Value ByBatch(Value through) => builder.Apply(new Select(), through.Name + "ByBatch", trained, through, builder.Constant(0));
    }

    /// <summary><c>dx = dy sign(x)</c>, with 0 at 0.</summary>
    private static Value?[] Absolute(GraphBuilder builder, Value value, Value gradient) =>
        [builder.Apply(new Multiply(), value.Name + "Gradient", gradient, builder.Apply(new Sign(), "sign", value.Inputs[0]))];

    private static Value?[] Activate(GraphBuilder builder, Value value, Value gradient)
    {
        var function = ((Activate)value.Operation).Function;
        var known = Activations.DerivativeNeedsInput(function.Kind) ? value.Inputs[0] : value;
        return [builder.Apply(new ActivateGradient(function), value.Name + "Gradient", gradient, known)];
    }

    /// <summary><c>dz = y (dy - sum of dy y over the row)</c> (Bridle, 1990).</summary>
    private static Value?[] Softmax(GraphBuilder builder, Value value, Value gradient) =>
        [builder.Apply(new SoftmaxGradient(), value.Name + "Gradient", gradient, value)];

    /// <summary><c>dalpha = sum over rows of dy min(z, 0)</c>.</summary>
    private static Value?[] Rectify(GraphBuilder builder, Value value, Value gradient)
    {
        Value z = value.Inputs[0], alpha = value.Inputs[1];
        var negative = builder.Apply(new Minimum(), "negative", builder.Constant(0), z);
        return
        [
            builder.Apply(new RectifyGradient(), value.Name + "Gradient", gradient, z, alpha),
            builder.Apply(new SumRows(), "alphaGradient", builder.Apply(new Multiply(), "alphaSlope", gradient, negative)),
        ];
    }

    /// <summary>The slope is drawn again; the output has the input's sign, because no slope is negative.</summary>
    private static Value?[] RandomRectify(GraphBuilder builder, Value value, Value gradient)
    {
        var operation = (RandomRectify)value.Operation;
        return [builder.Apply(new RandomRectifyGradient(operation.Layer, operation.Function), value.Name + "Gradient", gradient, value)];
    }

    /// <summary><c>dx = a dy</c> for kept elements: dropout with the same mask, which divides by <c>1 - rate</c>, times <c>a (1 - rate)</c>.</summary>
    private static Value?[] AlphaDrop(GraphBuilder builder, Value value, Value gradient)
    {
        var operation = (AlphaDrop)value.Operation;
        var kept = builder.Apply(new Drop(operation.Layer, operation.Rate), "kept", gradient);
        return [builder.Apply(new Multiply(), "droppedGradient", builder.Constant(Activations.AlphaDropout(operation.Rate).Scale * (1 - operation.Rate)), kept)];
    }

    private static Value?[] Drop(GraphBuilder builder, Value value, Value gradient) =>
        [builder.Apply(value.Operation, "droppedGradient", gradient)];

    private static Value?[] Divergence(GraphBuilder builder, Value value, Value gradient) =>
        [builder.Apply(new DivergenceGradient(((Divergence)value.Operation).Target), value.Name + "Gradient", gradient, value.Inputs[0])];

    /// <summary>Every summand receives the sum's gradient, by broadcasting; what is drawn and added receives none.</summary>
    private static Value?[] Spread(GraphBuilder builder, Value value, Value gradient) => [gradient];

    private static Value?[] Loss(GraphBuilder builder, Value value, Value gradient)
    {
        var factor = (Constant)gradient.Operation;
        return [builder.Apply(new LossGradient((Loss)value.Operation, factor.Number), "gradient", value.Inputs[0], value.Inputs[1]), null];
    }

    /// <summary>Undoes broadcasting: a vector that was added to every row receives the sum over the rows.</summary>
    private static Value Reduce(GraphBuilder builder, Value gradient, Value input) =>
        gradient.Shape.Rank == 2 && input.Shape.IsVector ? builder.Apply(new SumRows(), input.Name + "Gradient", gradient) : gradient;
}
