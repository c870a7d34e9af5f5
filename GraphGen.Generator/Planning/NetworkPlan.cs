using GraphGen.Generator.Gradients;
using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Generator.Passes;
using GraphGen.Model;

namespace GraphGen.Generator.Planning;

/// <summary>Everything that emission needs to know of a network: its graphs, optimised and placed.</summary>
internal sealed class NetworkPlan
{
    private IReadOnlyList<LayerCosts>? layerCosts;

    public NetworkPlan(NetworkSpec network)
    {
        Network = network;
        var declared = NetworkLowering.Parameters(network);
        var transposed = WeightOrientation.Transposed(network, declared);
        var orientation = new OrientWeights(transposed);
        Parameters = new ParameterLayout(declared.Select(parameter => transposed.TryGetValue(parameter, out var stored) ? stored : parameter).ToList());
        Derived = DerivedLayout.For(network);
        var training = Pipeline.Run([orientation, .. Pipeline.Training], TrainingGraph.Of(network));
        var inference = Pipeline.Run([orientation, .. Pipeline.Inference], NetworkLowering.Inference(network).Build());
        var resting = network.HasInputGradients
            ? Pipeline.Run([orientation, .. Pipeline.Training], Differentiation.DifferentiateByInput(NetworkLowering.Resting(network)))
            : null;
        foreach (var product in training.Values.Concat(inference.Values).Concat(resting?.Values ?? []).Where(value => value.Operation is MatMul { TransposeRight: true }))
        {
            Derived.Transpose(((ParameterLeaf)product.Inputs[1].Operation).Parameter);
        }

        Training = new GraphPlan(training, Parameters, Derived);
        Features = NetworkLowering.FrozenLayers(network) > 0
            ? new GraphPlan(Pipeline.Run([orientation, .. Pipeline.Sampling], NetworkLowering.Features(network).Build()), Parameters, Derived, behind: Training)
            : null;
        Resting = resting is null ? null : new GraphPlan(resting, Parameters, Derived);
        Inference = new GraphPlan(inference, Parameters, Derived, derives: true);
        Sampling = NetworkLowering.HasDropout(network)
            ? new GraphPlan(Pipeline.Run([orientation, .. Pipeline.Sampling], NetworkLowering.Sampling(network).Build()), Parameters, Derived)
            : null;
        Code = CodeSplit.Of(network, Inference);
        Predictor = new PredictorPlan(network, Inference, Parameters, Derived);
        WeightUpdate = Pipeline.Run(Pipeline.Update, OptimizerLowering.Lower(network, decays: true));
        VectorUpdate = network.Optimizer.WeightDecay > 0 && !network.Optimizer.DecaysVectors
            ? Pipeline.Run(Pipeline.Update, OptimizerLowering.Lower(network, decays: false))
            : WeightUpdate;
        Slots = OptimizerLowering.Slots(network.Optimizer);
        Constraints = network.Layers.OfType<DenseSpec>().Where(dense => dense.MaxNorm > 0 && !dense.Frozen).ToDictionary(
            dense => dense.Name,
            dense => new GraphPlan(
                Pipeline.Run(Pipeline.Update, MaxNormLowering.Lower(Parameters.Parameters.Single(parameter => parameter.Layer == dense.Name && parameter.Role == ParameterRole.Weight), dense.MaxNorm, network.AverageDecay > 0)),
                Parameters,
                Derived));
        ComputeGradients = new StepPlan(this, StepKind.ComputeGradients);
        ApplyGradients = new StepPlan(this, StepKind.ApplyGradients);
        InputGradients = Resting is null ? null : new StepPlan(this, StepKind.InputGradients);
        TrainStep = IsFused ? new StepPlan(this, StepKind.Train) : null;
    }

    public NetworkSpec Network { get; }

    public ParameterLayout Parameters { get; }

    public DerivedLayout Derived { get; }

    /// <summary>The forward pass of training behind frozen layers, the loss and every gradient.</summary>
    public GraphPlan Training { get; }

    /// <summary>What the frozen layers in front make of the rows, which the step begins with; null where there are none.</summary>
    public GraphPlan? Features { get; }

    /// <summary>Where a step of training begins the Gibbs chains that the one before has ended; null where there are none.</summary>
    public Value? ChainStates => Training.Graph.Values.SingleOrDefault(value => value.Operation is ChainStates);

    /// <summary>The network as it predicts, with the gradient of the loss by the rows; null where that is not asked for.</summary>
    public GraphPlan? Resting { get; }

    /// <summary>Prediction, and the loss of an evaluation.</summary>
    public GraphPlan Inference { get; }

    /// <summary>A prediction with dropout; null for networks without.</summary>
    public GraphPlan? Sampling { get; }

    /// <summary>Where the prediction of an autoencoder is cut in two; null for other networks.</summary>
    public CodeSplit? Code { get; }

    /// <summary>What a predictor runs.</summary>
    public PredictorPlan Predictor { get; }

    /// <summary>The optimizer's update of one element of a weight matrix.</summary>
    public DataflowGraph WeightUpdate { get; }

    /// <summary>The optimizer's update of one element of a vector: the same graph unless only weights decay.</summary>
    public DataflowGraph VectorUpdate { get; }

    /// <summary>Numbers that the optimizer keeps for each parameter.</summary>
    public int Slots { get; }

    /// <summary>The max-norm limit of each layer that has one, by the layer's name.</summary>
    public IReadOnlyDictionary<string, GraphPlan> Constraints { get; }

    /// <summary>
    /// Whether weights are updated as soon as their gradient is known. Not where all gradients must be known first: for their common norm, or because
    /// several mini-batches add to them.
    /// </summary>
    public bool IsFused => Network.ClipNorm == 0 && Network.AccumulatedBatches == 1;

    /// <summary>
    /// Whether a step that computes all gradients before it applies them leaves out those below the lowest trained layer. Where it averages over several
    /// mini-batches it does not: a layer that begins to be trained before the last of them needs the gradients of all.
    /// </summary>
    public bool SkipsBelow => !IsFused && Network.AccumulatedBatches == 1;

    /// <summary>The order of a step that computes gradients and keeps them.</summary>
    public StepPlan ComputeGradients { get; }

    /// <summary>The order of an optimizer's step with gradients that were kept.</summary>
    public StepPlan ApplyGradients { get; }

    /// <summary>The order of what computes the gradient by the rows; null where that is not asked for.</summary>
    public StepPlan? InputGradients { get; }

    /// <summary>The order of a step that updates weights as soon as their gradient is known; null where that cannot be.</summary>
    public StepPlan? TrainStep { get; }

    /// <summary>How often the threads of a whole step wait for one another.</summary>
    public int Syncs => TrainStep?.Syncs ?? ComputeGradients.Syncs + 1 + ApplyGradients.Syncs;

    /// <summary>The plans that a training step is made of.</summary>
    public IEnumerable<GraphPlan> Steps => Features is null ? [Training] : [Features, Training];

    /// <summary>The plans whose work the network's threads share.</summary>
    public IEnumerable<GraphPlan> Shared => Resting is null ? Steps : Steps.Append(Resting);

    /// <summary>Column blocks of the workspace: 16 floats each for every row of the batch.</summary>
    public int WorkspaceBlocks => Shared.Append(Inference).Max(graph => graph.WorkspaceBlocks);

    /// <summary>Floats of the vectors that segments leave for one another.</summary>
    public int WorkspaceVectorFloats => Shared.Max(graph => graph.WorkspaceVectorFloats);

    /// <summary>Operations of a training step for each row of the batch.</summary>
    public long TrainingFlops => Steps.Sum(graph => graph.FlopsPerRow);

    /// <summary>The products' shapes: which tiles are worth emitting.</summary>
    public ProductShapes Products => new(Shared.Append(Inference).SelectMany(graph => graph.Graph.Values).Where(value => value.Operation is MatMul));

    public int OutputSize => Training.Graph.Find(OutputRole.Logits)!.Shape.Columns;

    /// <summary>What each layer is and costs, in the order of the layers.</summary>
    public IReadOnlyList<LayerCosts> LayerCosts => layerCosts ??= [.. Planning.LayerCosts.Of(this)];
}
