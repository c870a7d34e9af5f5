using GraphGen.Generator.Gradients;
using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Generator.Passes;
using GraphGen.Model;

namespace GraphGen.Generator.Planning;

/// <summary>Everything that emission needs to know of a network: its graphs, optimised and placed.</summary>
internal sealed class NetworkPlan
{
    public NetworkPlan(NetworkSpec network)
    {
        Network = network;
        var declared = NetworkLowering.Parameters(network);
        var transposed = WeightOrientation.Transposed(network, declared);
        var orientation = new OrientWeights(transposed);
        Parameters = new ParameterLayout(declared.Select(parameter => transposed.TryGetValue(parameter, out var stored) ? stored : parameter).ToList());
        Derived = DerivedLayout.For(network);
        var training = Pipeline.Run([orientation, .. Pipeline.Training], Differentiation.Differentiate(NetworkLowering.Training(network)));
        var inference = Pipeline.Run([orientation, .. Pipeline.Inference], NetworkLowering.Inference(network).Build());
        foreach (var product in training.Values.Concat(inference.Values).Where(value => value.Operation is MatMul { TransposeRight: true }))
        {
            Derived.Transpose(((ParameterLeaf)product.Inputs[1].Operation).Parameter);
        }

        Training = new GraphPlan(training, Parameters, Derived);
        Inference = new GraphPlan(inference, Parameters, Derived);
        Predictor = new PredictorPlan(network, Inference, Parameters, Derived);
        Update = Pipeline.Run(Pipeline.Update, OptimizerLowering.Lower(network.Optimizer));
        Slots = OptimizerLowering.Slots(network.Optimizer);
        Constraints = network.Layers.OfType<DenseSpec>().Where(dense => dense.MaxNorm > 0 && !dense.Frozen).ToDictionary(
            dense => dense.Name,
            dense => new GraphPlan(
                Pipeline.Run(Pipeline.Update, MaxNormLowering.Lower(Parameters.Parameters.Single(parameter => parameter.Layer == dense.Name && parameter.Role == ParameterRole.Weight), dense.MaxNorm)),
                Parameters,
                Derived));
        TrainStep = new StepPlan(this, updates: true);
        ComputeGradients = new StepPlan(this, updates: false);
    }

    public NetworkSpec Network { get; }

    public ParameterLayout Parameters { get; }

    public DerivedLayout Derived { get; }

    /// <summary>The forward pass of training, the loss and every gradient.</summary>
    public GraphPlan Training { get; }

    /// <summary>Prediction, and the loss of an evaluation.</summary>
    public GraphPlan Inference { get; }

    /// <summary>What a predictor runs.</summary>
    public PredictorPlan Predictor { get; }

    /// <summary>The optimizer's update of one element.</summary>
    public DataflowGraph Update { get; }

    /// <summary>Numbers that the optimizer keeps for each parameter.</summary>
    public int Slots { get; }

    /// <summary>The max-norm limit of each layer that has one, by the layer's name.</summary>
    public IReadOnlyDictionary<string, GraphPlan> Constraints { get; }

    /// <summary>The order of a step that updates the parameters.</summary>
    public StepPlan TrainStep { get; }

    /// <summary>The order of a step that keeps the gradients. Up to the loss it is the other's.</summary>
    public StepPlan ComputeGradients { get; }

    /// <summary>The straight-line way of a single row through one of the prediction's plans; null where there is none.</summary>
    public RowPlan? RowOf(GraphPlan prediction) => prediction == Predictor.Graph ? Predictor.Row : null;

    /// <summary>The products' shapes: which tiles are worth emitting.</summary>
    public ProductShapes Products => new(Training.Graph.Values.Concat(Inference.Graph.Values).Where(value => value.Operation is MatMul));

    public int OutputSize => Training.Graph.Find(OutputRole.Logits)!.Shape.Columns;
}
