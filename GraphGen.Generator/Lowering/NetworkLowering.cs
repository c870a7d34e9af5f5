using GraphGen.Generator.Graph;
using GraphGen.Model;

namespace GraphGen.Generator.Lowering;

/// <summary>Turns a declaration into graphs: each layer is one method here.</summary>
internal sealed class NetworkLowering
{
    private readonly GraphBuilder builder = new();
    private readonly NetworkSpec network;
    private readonly bool training;
    private readonly List<Value> penalties = [];

    private NetworkLowering(NetworkSpec network, bool training)
    {
        this.network = network;
        this.training = training;
    }

    /// <summary>The forward pass of training: batch statistics, dropout, the loss with its penalties.</summary>
    public static GraphBuilder Training(NetworkSpec network)
    {
        var lowering = new NetworkLowering(network, training: true);
        var logits = lowering.Stack();
        lowering.Loss(logits);
        return lowering.builder;
    }

    /// <summary>Prediction: moving statistics, no dropout, the loss's link function at the end.</summary>
    public static GraphBuilder Inference(NetworkSpec network)
    {
        var lowering = new NetworkLowering(network, training: false);
        var logits = lowering.Stack();
        lowering.Prediction(logits);
        return lowering.builder;
    }

    /// <summary>Every parameter and moving statistic in the order of the layers.</summary>
    public static IReadOnlyList<ParameterSpec> Parameters(NetworkSpec network)
    {
        var parameters = new List<ParameterSpec>();
        int width = network.InputSize;
        foreach (var layer in network.Layers)
        {
            parameters.AddRange(layer switch
            {
                DenseSpec dense when dense.Bias => [Weight(dense, width), Bias(dense)],
                DenseSpec dense => [Weight(dense, width)],
                BatchNormSpec => BatchNormParameters(layer, width),
                _ => Array.Empty<ParameterSpec>(),
            });
            width = layer is DenseSpec { Units: var units } ? units : width;
        }

        return parameters;
    }

    private static ParameterSpec Weight(DenseSpec dense, int inputs) =>
        new(dense.Name, dense.Key + ".weight", ParameterRole.Weight, Shape.Matrix(inputs, dense.Units), !dense.Frozen);

    private static ParameterSpec Bias(DenseSpec dense) =>
        new(dense.Name, dense.Key + ".bias", ParameterRole.Bias, Shape.Vector(dense.Units), !dense.Frozen);

    private static ParameterSpec[] BatchNormParameters(LayerSpec layer, int width) =>
    [
        new(layer.Name, layer.Key + ".gamma", ParameterRole.Gamma, Shape.Vector(width), Trainable: true),
        new(layer.Name, layer.Key + ".beta", ParameterRole.Beta, Shape.Vector(width), Trainable: true),
        new(layer.Name, layer.Key + ".moving_mean", ParameterRole.MovingMean, Shape.Vector(width), Trainable: false),
        new(layer.Name, layer.Key + ".moving_variance", ParameterRole.MovingVariance, Shape.Vector(width), Trainable: false),
    ];

    private Value Stack()
    {
        var value = builder.Leaf(new Input(), Shape.BatchOf(network.InputSize), Stages.Input, "rows");
        for (int index = 0; index < network.Layers.Count; index++)
        {
            builder.Layer = network.Layers[index].Name;
            value = network.Layers[index] switch
            {
                DenseSpec dense => Dense(dense, value),
                ActivationSpec activation => Activation(activation.Activation, value),
                BatchNormSpec batchNorm => BatchNorm(batchNorm, value),
                DropoutSpec dropout => Dropout(dropout, index, value),
                var other => throw new InvalidOperationException($"No lowering for {other}."),
            };
        }

        return value;
    }

    private Value Dense(DenseSpec dense, Value input)
    {
        var weight = builder.Parameter(Weight(dense, input.Shape.Columns));
        var value = builder.Apply(new MatMul(), dense.Bias ? "product" : "sum", input, weight);
        if (dense.Bias)
        {
            value = builder.Apply(new Add(), "sum", value, builder.Parameter(Bias(dense)));
        }

        if (dense.L2 > 0)
        {
            var squares = builder.Apply(new SumRows(), "squares", builder.Apply(new Multiply(), "square", weight, weight));
            penalties.Add(builder.Apply(new Multiply(), "penalty", builder.Constant(dense.L2 / 2), builder.Apply(new SumColumns(), "squaredNorm", squares)));
        }

        return Activation(dense.Activation, value);
    }

    private Value Activation(Act function, Value value) =>
        function == Act.Linear ? value : builder.Apply(new Activate(function), Names.CamelCase(function.ToString()), value);

    private Value BatchNorm(BatchNormSpec batchNorm, Value x)
    {
        var parameters = BatchNormParameters(batchNorm, x.Shape.Columns);
        Value movingMean = builder.Parameter(parameters[2]), movingVariance = builder.Parameter(parameters[3]);
        Value mean = movingMean, variance = movingVariance;
        if (training)
        {
            var inverseRows = builder.Scalar(StepScalarKind.InverseRows);
            mean = builder.Apply(new Multiply(), "mean", builder.Apply(new SumRows(), "columnSum", x), inverseRows);
            var centered = builder.Apply(new Subtract(), "centered", x, mean);
            var squares = builder.Apply(new SumRows(), "squares", builder.Apply(new Multiply(), "square", centered, centered));
            variance = builder.Apply(new Multiply(), "variance", squares, inverseRows);
            MovingAverage(parameters[2], movingMean, mean, batchNorm.Momentum);
            MovingAverage(parameters[3], movingVariance, variance, batchNorm.Momentum);
        }

        var deviation = builder.Apply(new SquareRoot(), "deviation", builder.Apply(new Add(), "regularized", variance, builder.Constant(batchNorm.Epsilon)));
        var inverse = builder.Apply(new Divide(), "inverseDeviation", builder.Constant(1), deviation);
        var normalized = builder.Apply(new Normalize(), "normalized", x, mean, inverse);
        var scaled = builder.Apply(new Multiply(), "scaled", normalized, builder.Parameter(parameters[0]));
        return builder.Apply(new Add(), "output", scaled, builder.Parameter(parameters[1]));
    }

    private void MovingAverage(ParameterSpec parameter, Value moving, Value batch, double momentum)
    {
        var kept = builder.Apply(new Multiply(), "kept", moving, builder.Constant(momentum));
        var added = builder.Apply(new Multiply(), "added", batch, builder.Constant(1 - momentum));
        builder.Output(OutputRole.Update, builder.Apply(new Add(), "updated" + parameter.Role, kept, added), parameter);
    }

    private Value Dropout(DropoutSpec dropout, int index, Value value) =>
        training && dropout.Rate > 0 ? builder.Apply(new Drop(index, dropout.Rate), "dropped", value) : value;

    private void Loss(Value logits)
    {
        builder.Layer = Stages.Loss;
        builder.Output(OutputRole.Logits, logits);
        var loss = builder.Apply(new Loss(network.Loss), "loss", logits, Expected(logits));
        foreach (var penalty in penalties)
        {
            loss = builder.Apply(new Add(), "penalizedLoss", loss, penalty);
        }

        builder.Output(OutputRole.Loss, loss);
    }

    private Value Expected(Value logits) => builder.Leaf(new Expected(), logits.Shape, Stages.Loss, "expected");

    private void Prediction(Value logits)
    {
        builder.Layer = Stages.Output;
        builder.Output(OutputRole.Logits, logits);
        builder.Output(OutputRole.Loss, builder.Apply(new Loss(network.Loss), "loss", logits, Expected(logits)));
        builder.Output(OutputRole.Prediction, network.Loss switch
        {
            LossKind.SoftmaxCrossEntropy => builder.Apply(new Softmax(), "probabilities", logits),
            LossKind.BinaryCrossEntropy => builder.Apply(new Activate(Act.Sigmoid), "probabilities", logits),
            _ => logits,
        });
    }
}
