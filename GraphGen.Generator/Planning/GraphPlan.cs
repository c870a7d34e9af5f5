using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Planning;

/// <summary>A graph's schedule and the place of each of its values.</summary>
internal sealed class GraphPlan
{
    private readonly Dictionary<Value, Location> locations = [];
    private readonly Segmentation segmentation;
    private readonly WorkspaceLayout workspace;
    private readonly Dictionary<Segment, ParameterSpec> weights = [];
    private readonly bool derives;

    /// <param name="graph">The graph.</param>
    /// <param name="parameters">Where parameters lie.</param>
    /// <param name="derived">Where what is computed from them lies.</param>
    /// <param name="derives">Whether vectors that depend on parameters alone are computed when these change, and kept.</param>
    /// <param name="behind">The plan that goes on with this one's features in the same workspace; null for none.</param>
    public GraphPlan(DataflowGraph graph, ParameterLayout parameters, DerivedLayout derived, bool derives = false, GraphPlan? behind = null)
    {
        Graph = graph;
        this.derives = derives;
        segmentation = new Segmentation(graph, derives);
        var escaping = Escaping(graph);
        foreach (var segment in Segments.Where(segment => segment.Body.Count > 0 && segment.Kind != SegmentKind.WeightGradient))
        {
            segment.Columns = new ColumnKernel(segment.Body, escaping);
        }

        foreach (var output in graph.Outputs.Where(output => output.Role == OutputRole.Gradient))
        {
            FindProducts(output.Value, output.Parameter!);
        }

        var permanent = new HashSet<Value>(graph.Results);
        workspace = behind is null
            ? new WorkspaceLayout(Segments, permanent)
            : new WorkspaceLayout(Segments, permanent, behind.workspace.LoadedBlocks, (graph.Find(OutputRole.Features)!, behind.InputBlock));
        foreach (var value in graph.Values)
        {
            if (Locate(value, parameters, derived, escaping) is { } location)
            {
                locations.Add(value, location);
            }
        }
    }

    public DataflowGraph Graph { get; }

    public IReadOnlyList<Segment> Segments => segmentation.Segments;

    /// <summary>Floats of the vectors that one segment leaves for another.</summary>
    public int WorkspaceVectorFloats { get; private set; }

    /// <summary>Column blocks of the workspace: 16 floats each for every row of the batch.</summary>
    public int WorkspaceBlocks => workspace.Blocks;

    /// <summary>The rows that the graph begins with.</summary>
    public Value Input => Graph.Values.Single(value => value.Operation is Input);

    private int InputBlock => ((WorkspaceMatrix)this[Input]).Block;

    /// <summary>Operations of all products for each row of the batch.</summary>
    public long FlopsPerRow => Graph.Values.Where(value => value.Operation is MatMul).Sum(Flops);

    /// <summary>Column blocks that the forward pass of <paramref name="layer"/> writes and keeps.</summary>
    public int ActivationBlocks(string layer) => workspace.ActivationBlocks(layer);

    public Location this[Value value] => locations.TryGetValue(value, out var location)
        ? location
        : throw new InvalidOperationException($"No place for {value}.");

    /// <summary>Whether a value has a place; labels, for instance, have none.</summary>
    public bool IsPlaced(Value value) => locations.ContainsKey(value);

    /// <summary>Whether a segment's work concerns parameters alone and is done when they change, not in every step.</summary>
    public bool IsDerivation(Segment segment) => derives && segment.Kind == SegmentKind.Parameters;

    /// <summary>The weights whose gradient is a segment's product, or a sum that it adds to.</summary>
    public ParameterSpec WeightOf(Segment gradient) => weights[gradient];

    /// <summary>Whether the gradient of some weights is whole when a segment is done.</summary>
    public bool CompletesGradient(Segment segment) =>
        segment.Kind == SegmentKind.WeightGradient && Graph.Outputs.Any(output => output.Role == OutputRole.Gradient && output.Value == segment.Outcome);

    private static long Flops(Value product) => ((MatMul)product.Operation).TransposeLeft
        ? 2L * product.Shape.Rows * product.Shape.Columns
        : 2L * product.Inputs[0].Shape.Columns * product.Shape.Columns;

    /// <summary>Finds the products that a gradient is the sum of: each adds to what the ones before have left in the gradient arena.</summary>
    private void FindProducts(Value sum, ParameterSpec parameter)
    {
        if (segmentation.Owner(sum) is not { Kind: SegmentKind.WeightGradient } segment || weights.ContainsKey(segment))
        {
            return;
        }

        weights.Add(segment, parameter);
        foreach (var input in segment.Body.SelectMany(value => value.Inputs))
        {
            if (input.Operation is AccumulatedGradient || (segmentation.Owner(input) is { Kind: SegmentKind.WeightGradient } other && other != segment))
            {
                segment.Earlier = segment.Earlier is null || segment.Earlier == input
                    ? input
                    : throw new InvalidOperationException($"The gradient of {parameter.Name} adds up its products in another order than they come in.");
                FindProducts(input, parameter);
            }
        }
    }

    private HashSet<Value> Escaping(DataflowGraph graph)
    {
        var escaping = new HashSet<Value>(graph.Outputs.Select(output => output.Value));
        foreach (var value in graph.Values)
        {
            var user = value.Shape.IsScalar ? null : segmentation.Owner(value);
            escaping.UnionWith(value.Inputs.Where(input => segmentation.Owner(input) is { } owner && owner != user));
        }

        return escaping;
    }

    private Location? Locate(Value value, ParameterLayout parameters, DerivedLayout derived, HashSet<Value> escaping)
    {
        switch (value.Operation)
        {
            case ParameterLeaf leaf:
                return new InParameters(parameters.Offset(leaf.Parameter));
            case AccumulatedGradient leaf:
                return new InGradients(parameters.Offset(leaf.Parameter));
            case AverageLeaf leaf:
                return new InAverages(parameters.Offset(leaf.Parameter));
        }

        if (workspace.Block(value) is { } block)
        {
            return new WorkspaceMatrix(block);
        }

        if (segmentation.Owner(value) is { } product && value == product.Outcome && weights.TryGetValue(product, out var weight))
        {
            return new InGradients(parameters.Offset(weight));
        }

        foreach (var output in Graph.Outputs.Where(output => output.Value == value && output.Parameter is not null))
        {
            int offset = parameters.Offset(output.Parameter!);
            return output.Role switch
            {
                OutputRole.Gradient => new InGradients(offset),
                OutputRole.NewAverage => new InAverages(offset),
                _ => new InParameters(offset),
            };
        }

        if (!value.Shape.IsVector || !escaping.Contains(value) || segmentation.Owner(value) is not { } owner)
        {
            return null;
        }

        if (IsDerivation(owner))
        {
            return new InDerived(derived.Vector(value.Shape.Columns));
        }

        var vector = new WorkspaceVector(WorkspaceVectorFloats);
        WorkspaceVectorFloats += ColumnBlock.Padded(value.Shape.Columns);
        return vector;
    }
}
