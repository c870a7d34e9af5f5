using GraphGen.Generator.Graph;
using GraphGen.Model;

namespace GraphGen.Generator.Lowering;

/// <summary>Turns a declaration into graphs: each layer is one method here.</summary>
internal sealed class NetworkLowering
{
    private readonly GraphBuilder builder = new();
    private readonly NetworkSpec network;
    private readonly bool training;
    private readonly bool draws;
    private readonly List<Value> penalties = [];

    /// <param name="network">The declaration.</param>
    /// <param name="training">Whether batch normalisation goes by the batch's statistics and penalties count.</param>
    /// <param name="draws">Whether dropout drops.</param>
    private NetworkLowering(NetworkSpec network, bool training, bool draws)
    {
        this.network = network;
        this.training = training;
        this.draws = draws;
    }

    /// <summary>
    /// The forward pass of training: batch statistics, dropout, the loss with its penalties. It begins behind the <see cref="FrozenLayers"/>, with their features.
    /// </summary>
    public static GraphBuilder Training(NetworkSpec network)
    {
        var lowering = new NetworkLowering(network, training: true, draws: true);
        int frozen = FrozenLayers(network);
        var rows = frozen == 0 ? lowering.Rows : lowering.builder.Leaf(new Input(), Shape.BatchOf(WidthBehind(network, frozen)), Stages.Features, "rows");
        lowering.Loss(lowering.Stack(rows, frozen, network.Layers.Count));
        return lowering.builder;
    }

    /// <summary>What the <see cref="FrozenLayers"/> make of the rows.</summary>
    public static GraphBuilder Features(NetworkSpec network)
    {
        var lowering = new NetworkLowering(network, training: true, draws: true);
        lowering.builder.Output(OutputRole.Features, lowering.Stack(lowering.Rows, 0, FrozenLayers(network)));
        return lowering.builder;
    }

    /// <summary>
    /// The layers in front in which nothing is trained and nothing drawn, so that what they make of a row is always the same: 0 where no parameter is among
    /// them, where no dense layer would be left behind them, and where the loss needs the rows themselves.
    /// </summary>
    public static int FrozenLayers(NetworkSpec network)
    {
        int count = network.Layers.TakeWhile(layer => !(layer.HasParameters && !layer.Frozen) && !Draws(layer) && layer is not (ActivityRegularizationSpec or SparsitySpec)).Count();
        return network.Layers.Take(count).Any(layer => layer.HasParameters) && network.Layers.Skip(count).Any(layer => layer is DenseSpec) && !network.Loss.IsReconstruction ? count : 0;
    }

    /// <summary>Prediction: moving statistics, no dropout, the loss's link function at the end.</summary>
    public static GraphBuilder Inference(NetworkSpec network)
    {
        var lowering = new NetworkLowering(network, training: false, draws: false);
        var logits = lowering.Stack(lowering.Rows, 0, network.Layers.Count);
        lowering.builder.Layer = Stages.Output;
        lowering.builder.Output(OutputRole.Loss, lowering.builder.Apply(new Loss(network.Loss, network.HasSampleWeights), "loss", logits, lowering.Expected(logits)));
        lowering.Prediction(logits);
        return lowering.builder;
    }

    /// <summary>
    /// What the gradient by the rows is computed of: the network as it predicts, and the loss by its outputs, without penalties and weights. A row then
    /// has no part in the loss of another one.
    /// </summary>
    public static GraphBuilder Resting(NetworkSpec network)
    {
        var lowering = new NetworkLowering(network with { HasSampleWeights = false }, training: false, draws: false);
        lowering.Loss(lowering.Stack(lowering.Rows, 0, network.Layers.Count));
        return lowering.builder;
    }

    /// <summary>One pass of Monte Carlo dropout (Gal and Ghahramani, 2016): prediction with moving statistics, but with dropout.</summary>
    public static GraphBuilder Sampling(NetworkSpec network)
    {
        var lowering = new NetworkLowering(network, training: false, draws: true);
        lowering.Prediction(lowering.Stack(lowering.Rows, 0, network.Layers.Count));
        return lowering.builder;
    }

    /// <summary>Whether a prediction with dropout differs from one without.</summary>
    public static bool HasDropout(NetworkSpec network) => network.Layers.Any(layer => layer is DropoutSpec { Rate: > 0 } or AlphaDropoutSpec { Rate: > 0 });

    /// <summary>Every parameter and moving statistic in the order of the layers.</summary>
    public static IReadOnlyList<ParameterSpec> Parameters(NetworkSpec network)
    {
        var parameters = new List<ParameterSpec>();
        int width = network.InputSize;
        foreach (var layer in network.Layers)
        {
            parameters.AddRange(layer switch
            {
                DenseSpec dense => DenseParameters(dense, width),
                ActivationSpec { Activation.Kind: Act.PRelu } => [Alpha(layer, width)],
                BatchNormSpec => BatchNormParameters(layer, width),
                _ => Array.Empty<ParameterSpec>(),
            });
            width = layer is DenseSpec { Units: var units } ? units : width;
        }

        return parameters;
    }

    private static IEnumerable<ParameterSpec> DenseParameters(DenseSpec dense, int inputs)
    {
        if (dense.TiedTo is null)
        {
            yield return Weight(dense, inputs);
        }

        if (dense.Bias)
        {
            yield return Bias(dense);
        }

        if (dense.Activation.Kind == Act.PRelu)
        {
            yield return Alpha(dense, dense.Units);
        }
    }

    private static ParameterSpec Weight(DenseSpec dense, int inputs) =>
        new(dense.Name, dense.Key + ".weight", ParameterRole.Weight, Shape.Matrix(inputs, dense.Units), !dense.Frozen);

    private static ParameterSpec Bias(DenseSpec dense) =>
        new(dense.Name, dense.Key + ".bias", ParameterRole.Bias, Shape.Vector(dense.Units), !dense.Frozen);

    private static ParameterSpec Alpha(LayerSpec layer, int width) =>
        new(layer.Name, layer.Key + ".alpha", ParameterRole.Alpha, Shape.Vector(width), !layer.Frozen);

    private static ParameterSpec[] BatchNormParameters(LayerSpec layer, int width) =>
    [
        new(layer.Name, layer.Key + ".gamma", ParameterRole.Gamma, Shape.Vector(width), !layer.Frozen),
        new(layer.Name, layer.Key + ".beta", ParameterRole.Beta, Shape.Vector(width), !layer.Frozen),
        new(layer.Name, layer.Key + ".moving_mean", ParameterRole.MovingMean, Shape.Vector(width), Trainable: false),
        new(layer.Name, layer.Key + ".moving_variance", ParameterRole.MovingVariance, Shape.Vector(width), Trainable: false),
    ];

    private static bool Draws(LayerSpec layer) => layer is DropoutSpec { Rate: > 0 } or AlphaDropoutSpec { Rate: > 0 } or GaussianNoiseSpec { Deviation: > 0 }
        or DenseSpec { Activation.Kind: Act.RRelu } or ActivationSpec { Activation.Kind: Act.RRelu };

    private static int WidthBehind(NetworkSpec network, int layers) =>
        network.Layers.Take(layers).OfType<DenseSpec>().LastOrDefault()?.Units ?? network.InputSize;

    /// <summary>The layers from <paramref name="first"/> up to <paramref name="end"/>, without that one.</summary>
    private Value Stack(Value value, int first, int end)
    {
        for (int index = first; index < end; index++)
        {
            builder.Layer = network.Layers[index].Name;
            value = network.Layers[index] switch
            {
                DenseSpec dense => Dense(dense, index, value),
                ActivationSpec activation => Activation(activation, index, activation.Activation, value),
                BatchNormSpec batchNorm => BatchNorm(batchNorm, index, value),
                DropoutSpec dropout => draws && dropout.Rate > 0 ? builder.Apply(new Drop(index, dropout.Rate), "dropped", value) : value,
                AlphaDropoutSpec dropout => draws && dropout.Rate > 0 ? builder.Apply(new AlphaDrop(index, dropout.Rate), "dropped", value) : value,
                GaussianNoiseSpec noise => training && noise.Deviation > 0 ? builder.Apply(new AddNoise(index, noise.Deviation), "noisy", value) : value,
                ActivityRegularizationSpec activity => Penalized(activity, value),
                SparsitySpec sparsity => Penalized(sparsity, value),
                var other => throw new InvalidOperationException($"No lowering for {other}."),
            };
        }

        return value;
    }

    private Value Dense(DenseSpec dense, int index, Value input)
    {
        var weight = builder.Parameter(dense.TiedTo is null ? Weight(dense, input.Shape.Columns) : Weight(network.TiedSource(dense), dense.Units));
        var value = builder.Apply(new MatMul(TransposeRight: dense.TiedTo is not null), dense.Bias ? "product" : "sum", input, weight);
        if (dense.Bias)
        {
            value = builder.Apply(new Add(), "sum", value, builder.Parameter(Bias(dense)));
        }

        // What is never trained has no gradient, and its penalty would only add a constant to the loss.
        if (training && !dense.Frozen)
        {
            Penalize(dense, weight);
            if (dense.Bias && dense.PenalizesBias)
            {
                Penalize(dense, builder.Parameter(Bias(dense)));
            }
        }

        return Activation(dense, index, dense.Activation, value);
    }

    private void Penalize(DenseSpec dense, Value parameter)
    {
        if (dense.L1 > 0)
        {
            Penalize(dense.L1, "magnitude", "absoluteSum", builder.Apply(new Absolute(), "magnitude", parameter));
        }

        if (dense.L2 > 0)
        {
            Penalize(dense.L2 / 2, "square", "squaredNorm", builder.Apply(new Multiply(), "square", parameter, parameter));
        }
    }

    private void Penalize(double factor, string name, string sumName, Value terms)
    {
        var columns = terms.Shape.IsVector ? terms : builder.Apply(new SumRows(), name + "s", terms);
        Penalize(factor, sumName, columns);
    }

    private Value Penalized(ActivityRegularizationSpec layer, Value value)
    {
        if (training && layer.L1 > 0)
        {
            Penalize(layer.L1, "activity", MeanOverRows("magnitude", builder.Apply(new Absolute(), "magnitude", value)));
        }

        return value;
    }

    private Value Penalized(SparsitySpec layer, Value value)
    {
        if (training && layer.Weight > 0)
        {
            Penalize(layer.Weight, "totalDivergence", builder.Apply(new Divergence(layer.Target), "divergence", MeanOverRows("activation", value)));
        }

        return value;
    }

    private Value MeanOverRows(string name, Value value) =>
        builder.Apply(new Multiply(), "mean" + Names.PascalCase(name), builder.Apply(new SumRows(), name + "Sum", value), builder.Scalar(StepScalarKind.InverseRows));

    private void Penalize(double factor, string sumName, Value columns) =>
        penalties.Add(builder.Apply(new Multiply(), "penalty", builder.Constant(factor), builder.Apply(new SumColumns(), sumName, columns)));

    private Value Activation(LayerSpec layer, int index, ActivationFunction function, Value value)
    {
        string name = Names.CamelCase(function.Kind.ToString());
        return function.Kind switch
        {
            Act.Linear => value,
            Act.Softmax => builder.Apply(new Softmax(), name, value),
            Act.PRelu => builder.Apply(new Rectify(), name, value, builder.Parameter(Alpha(layer, value.Shape.Columns))),
            Act.RRelu when training => builder.Apply(new RandomRectify(index, function), name, value),
            Act.RRelu => builder.Apply(new Activate(new ActivationFunction(Act.LeakyRelu, function.MeanAlpha, 0)), name, value),
            _ => builder.Apply(new Activate(function), name, value),
        };
    }

    /// <summary>
    /// Training goes by the batch's statistics while the layer is trained, and by the moving ones, which then stay what they are, while it rests; a frozen layer rests for ever.
    /// </summary>
    private Value BatchNorm(BatchNormSpec batchNorm, int index, Value x)
    {
        var parameters = BatchNormParameters(batchNorm, x.Shape.Columns);
        Value movingMean = builder.Parameter(parameters[2]), movingVariance = builder.Parameter(parameters[3]);
        Value mean = movingMean, variance = movingVariance;
        if (training && !batchNorm.Frozen)
        {
            var inverseRows = builder.Scalar(StepScalarKind.InverseRows);
            var batchMean = builder.Apply(new Multiply(), "batchMean", builder.Apply(new SumRows(), "columnSum", x), inverseRows);
            var centered = builder.Apply(new Subtract(), "centered", x, batchMean);
            var squares = builder.Apply(new SumRows(), "squares", builder.Apply(new Multiply(), "square", centered, centered));
            var batchVariance = builder.Apply(new Multiply(), "batchVariance", squares, inverseRows);
            var trained = builder.Leaf(new LayerTrained(index), Shape.Scalar, batchNorm.Name, "trained");
            mean = builder.Apply(new Select(), "mean", trained, batchMean, movingMean);
            variance = builder.Apply(new Select(), "variance", trained, batchVariance, movingVariance);
            MovingAverage(parameters[2], trained, movingMean, batchMean, batchNorm.Momentum);
            MovingAverage(parameters[3], trained, movingVariance, batchVariance, batchNorm.Momentum);
        }

        var deviation = builder.Apply(new SquareRoot(), "deviation", builder.Apply(new Add(), "regularized", variance, builder.Constant(batchNorm.Epsilon)));
        var inverse = builder.Apply(new Divide(), "inverseDeviation", builder.Constant(1), deviation);
        var normalized = builder.Apply(new Normalize(), "normalized", x, mean, inverse);
        var scaled = builder.Apply(new Multiply(), "scaled", normalized, builder.Parameter(parameters[0]));
        return builder.Apply(new Add(), "output", scaled, builder.Parameter(parameters[1]));
    }

    private void MovingAverage(ParameterSpec parameter, Value trained, Value moving, Value batch, double momentum)
    {
        var kept = builder.Apply(new Multiply(), "kept", moving, builder.Constant(momentum));
        var added = builder.Apply(new Multiply(), "added", batch, builder.Constant(1 - momentum));
        var moved = builder.Apply(new Add(), "moved" + parameter.Role, kept, added);
        builder.Output(OutputRole.Update, builder.Apply(new Select(), "updated" + parameter.Role, trained, moved, moving), parameter);
    }

    private void Loss(Value logits)
    {
        builder.Layer = Stages.Loss;
        builder.Output(OutputRole.Logits, logits);
        var loss = builder.Apply(new Loss(network.Loss, network.HasSampleWeights), "loss", logits, Expected(logits));
        foreach (var penalty in penalties)
        {
            loss = builder.Apply(new Add(), "penalizedLoss", loss, penalty);
        }

        builder.Output(OutputRole.Loss, loss);
    }

    private Value Expected(Value logits) => network.Loss.IsReconstruction ? Rows : builder.Leaf(new Expected(), logits.Shape, Stages.Loss, "expected");

    private Value Rows => builder.Leaf(new Input(), Shape.BatchOf(network.InputSize), Stages.Input, "rows");

    private void Prediction(Value logits)
    {
        builder.Layer = Stages.Output;
        builder.Output(OutputRole.Logits, logits);
        builder.Output(OutputRole.Prediction, network.Loss.Kind switch
        {
            LossKind.SoftmaxCrossEntropy => builder.Apply(new Softmax(), "probabilities", logits),
            LossKind.BinaryCrossEntropy => builder.Apply(new Activate(Act.Sigmoid), "probabilities", logits),
            _ => logits,
        });
    }
}
