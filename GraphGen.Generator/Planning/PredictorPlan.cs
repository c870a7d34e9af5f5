using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Generator.Passes;
using GraphGen.Model;

namespace GraphGen.Generator.Planning;

/// <summary>
/// What a predictor runs. Where no batch normalisation folds into a layer that is the network's own prediction, so that one
/// text serves both; else it is a smaller network with a layout of its own.
/// </summary>
internal sealed class PredictorPlan
{
    public PredictorPlan(NetworkSpec network, GraphPlan inference, ParameterLayout parameters, DerivedLayout derived)
    {
        var folding = BatchNormFolding.Of(network);
        Folds = folding.Folds;
        if (IsFolded)
        {
            Network = folding.Network;
            Parameters = new ParameterLayout(NetworkLowering.Parameters(Network));
            Derived = DerivedLayout.For(Network);
            Graph = new GraphPlan(Pipeline.Run(Pipeline.Inference, PredictionAlone(Network)), Parameters, Derived, derives: true);
            Row = RowPlan.Of(Graph, _ => true);
            foreach (var weight in Copied())
            {
                Derived.Transpose(weight);
            }
        }
        else
        {
            Network = network;
            Parameters = parameters;
            Derived = derived;
            Graph = inference;
            Row = RowPlan.Of(Graph, derived.Transposed.ContainsKey);
        }
    }

    /// <summary>Whether it differs from the network's own prediction.</summary>
    public bool IsFolded => Folds.Count > 0;

    public IReadOnlyList<DenseFold> Folds { get; }

    public NetworkSpec Network { get; }

    public ParameterLayout Parameters { get; }

    public DerivedLayout Derived { get; }

    public GraphPlan Graph { get; }

    /// <summary>The straight-line way of a single row through a small network; null for a larger one.</summary>
    public RowPlan? Row { get; }

    /// <summary>What is computed from parameters when they change: scale and shift of each batch normalisation that is left.</summary>
    public IEnumerable<Segment> Derivations => Graph.Segments.Where(Graph.IsDerivation);

    /// <summary>Whether anything but zeros is read from the derived arena.</summary>
    public bool ReadsDerived => Derivations.Any() || (Row?.Layers.Any(layer => layer.ReadsCopy) ?? false) ||
        Graph.Graph.Values.Any(value => value.Operation is MatMul { TransposeRight: true });

    /// <summary>The weights that a product or a row reads the other way round.</summary>
    private IEnumerable<ParameterSpec> Copied() =>
        (Row?.Layers.Where(layer => layer.ReadsCopy).Select(layer => layer.Weight) ?? [])
        .Concat(Graph.Graph.Values.Where(value => value.Operation is MatMul { TransposeRight: true }).Select(product => ((ParameterLeaf)product.Inputs[1].Operation).Parameter));

    /// <summary>The graph of a prediction without its loss.</summary>
    private static DataflowGraph PredictionAlone(NetworkSpec network)
    {
        var graph = NetworkLowering.Inference(network).Build();
        return new DataflowGraph(graph.Values, graph.Outputs.Where(output => output.Role == OutputRole.Prediction).ToList());
    }
}
