using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Model;

namespace GraphGen.Generator.Gradients;

/// <summary>
/// The training graph of a restricted Boltzmann machine. The gradient of the mean negative log-likelihood by the weights is the mean of
/// <c>vᵀ p(h | v)</c> under the model, less that under the data; the model's is taken from the end of a Gibbs chain of a few steps, which begins at the data (Hinton, 2002) or, persistent, where the step before has ended
/// (Tieleman, "Training Restricted Boltzmann Machines using Approximations to the Likelihood Gradient", 2008). The last
/// hidden units are probabilities and not draws, which has the same mean and less noise (Hinton, 2010, section 3).
/// </summary>
internal sealed class ContrastiveDivergence
{
    private readonly GraphBuilder builder = new();
    private readonly BoltzmannSpec machine;
    private readonly int batches;
    private readonly string hiddenLayer;
    private readonly string visibleLayer;
    private readonly ParameterSpec weight;
    private readonly ParameterSpec hiddenBias;
    private readonly ParameterSpec visibleBias;
    private int draws;

    private ContrastiveDivergence(NetworkSpec network, BoltzmannSpec machine)
    {
        this.machine = machine;
        batches = network.AccumulatedBatches;
        (hiddenLayer, visibleLayer) = (network.Layers[0].Name, network.Layers[1].Name);
        var parameters = NetworkLowering.Parameters(network);
        (weight, hiddenBias, visibleBias) = (parameters[0], parameters[1], parameters[2]);
    }

    /// <summary>The graph of a network that is a machine.</summary>
    public static DataflowGraph Lower(NetworkSpec network) => new ContrastiveDivergence(network, network.Boltzmann!).Lower(network.Loss, network.InputSize);

    private DataflowGraph Lower(LossSpec loss, int features)
    {
        var data = builder.Leaf(new Input(), Shape.BatchOf(features), Stages.Input, "rows");
        var dataHidden = Hidden(data);
        var reconstruction = Means(Draw(dataHidden));
        var visible = Visible(machine.IsPersistent ? Means(EarlierStates(dataHidden.Shape)) : reconstruction);
        var hidden = Hidden(visible);
        for (int step = 1; step < machine.Steps; step++)
        {
            visible = Visible(Means(Draw(hidden)));
            hidden = Hidden(visible);
        }

        if (machine.IsPersistent)
        {
            builder.Output(OutputRole.ChainStates, Draw(hidden));
        }

        Value dataShare = Share(dataHidden, "dataShare"), chainShare = Share(hidden, "chainShare");
        var hiddenDifference = builder.Apply(new SumRows(), "biasGradient", builder.Apply(new Subtract(), "difference", chainShare, dataShare));
        builder.Layer = visibleLayer;
        var visibleDifference = builder.Apply(new SumRows(), "biasGradient", Share(builder.Apply(new Subtract(), "difference", visible, data), "differenceShare"));

        builder.Layer = Stages.Loss;
        builder.Output(OutputRole.Logits, reconstruction);
        builder.Output(OutputRole.Loss, builder.Apply(new Loss(loss, HasWeights: false), "loss", reconstruction, data));

        builder.Layer = hiddenLayer;
        var chain = Accumulated(weight, builder.Apply(new MatMul(TransposeLeft: true), "chainProduct", visible, chainShare));
        var product = builder.Apply(new MatMul(TransposeLeft: true), "dataProduct", data, dataShare);
        builder.Output(OutputRole.Gradient, builder.Apply(new Subtract(), "weightGradient", chain, product), weight);
        builder.Output(OutputRole.Gradient, Accumulated(hiddenBias, hiddenDifference), hiddenBias);
        builder.Layer = visibleLayer;
        builder.Output(OutputRole.Gradient, Accumulated(visibleBias, visibleDifference), visibleBias);
        return builder.Build();
    }

    /// <summary>Where chains go on that do not begin at the data (Tieleman, 2008).</summary>
    private Value EarlierStates(Shape shape) => builder.Leaf(new ChainStates(), shape, hiddenLayer, "chainStates");

    /// <summary>The probabilities of the hidden units.</summary>
    private Value Hidden(Value visible)
    {
        builder.Layer = hiddenLayer;
        var product = builder.Apply(new MatMul(), "product", visible, builder.Parameter(weight));
        var sum = builder.Apply(new Add(), "sum", product, builder.Parameter(hiddenBias));
        return builder.Apply(new Activate(Act.Sigmoid), "probability", sum);
    }

    /// <summary>What the visible units are drawn around: logits of coins, or means.</summary>
    private Value Means(Value hidden)
    {
        builder.Layer = visibleLayer;
        var product = builder.Apply(new MatMul(TransposeRight: true), "product", hidden, builder.Parameter(weight));
        return builder.Apply(new Add(), "sum", product, builder.Parameter(visibleBias));
    }

    private Value Visible(Value means) => machine.Visible == VisibleUnits.Gaussian
        ? builder.Apply(new AddNoise(draws++, Deviation: 1), "drawn", means)
        : Draw(builder.Apply(new Activate(Act.Sigmoid), "probability", means));

    private Value Draw(Value probability) => builder.Apply(new DrawUnit(draws++), "drawn", probability);

    /// <summary>What the rows contribute to a mean over all rows of the step.</summary>
    private Value Share(Value value, string name)
    {
        var share = builder.Apply(new Multiply(), name, value, builder.Scalar(StepScalarKind.InverseRows));
        return batches == 1 ? share : builder.Apply(new Multiply(), name, share, builder.Constant(1.0 / batches));
    }

    /// <summary>A gradient behind what earlier mini-batches of the same step have left of it.</summary>
    private Value Accumulated(ParameterSpec parameter, Value gradient) => batches == 1
        ? gradient
        : builder.Apply(new Add(), "accumulated", builder.Leaf(new AccumulatedGradient(parameter), parameter.Shape, parameter.Layer, "earlier" + parameter.Role + "Gradient"), gradient);
}
