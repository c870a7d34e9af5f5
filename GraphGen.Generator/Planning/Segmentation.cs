using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Planning;

/// <summary>
/// Cuts a graph into segments: every contraction, what works along rows and the input start one, and each remaining value joins the last
/// segment that it depends on. What depends on parameters alone is a segment of its own where the plan keeps it, else it waits for the
/// first value that needs it and joins that one's segment.
/// </summary>
internal sealed class Segmentation
{
    private readonly Dictionary<Value, Segment> owners = [];
    private readonly List<Segment> segments = [];
    private readonly Dictionary<Segment, Segment> behind = [];
    private readonly ILookup<Value, Value> uses;

    private readonly HashSet<Value> waiting = [];
    private readonly bool derives;

    /// <param name="graph">The graph.</param>
    /// <param name="derives">Whether vectors that depend on parameters alone are computed when these change, and kept.</param>
    public Segmentation(DataflowGraph graph, bool derives)
    {
        this.derives = derives;
        uses = graph.Uses();
        foreach (var value in graph.Values)
        {
            Place(value);
        }
    }

    public IReadOnlyList<Segment> Segments => segments;

    /// <summary>The segment that computes a value; null for parameters and numbers.</summary>
    public Segment? Owner(Value value) => owners.TryGetValue(value, out var segment) ? segment : null;

    private void Place(Value value)
    {
        switch (value.Operation)
        {
            case Input:
                Start(SegmentKind.Input, value, "Forward");
                break;
            case Leaf:
                break;
            case MatMul { TransposeLeft: true }:
                Start(SegmentKind.WeightGradient, value, "WeightGradient");
                break;
            case MatMul:
                Start(SegmentKind.Product, value, segments.Any(segment => segment.Kind == SegmentKind.Loss) ? "InputGradient" : "Forward");
                break;
            case Loss:
                Start(SegmentKind.Loss, value, "Forward");
                break;
            case LossGradient:
                Join(value, segments.Single(segment => segment.Kind == SegmentKind.Loss)).Result = value;
                break;
            case Softmax:
                Start(SegmentKind.Softmax, value, "ForwardSoftmax");
                break;
            case SoftmaxGradient:
                Start(SegmentKind.Softmax, value, "SoftmaxGradient");
                break;
            case Add when value.Inputs.FirstOrDefault(input => input.Operation is MatMul) is { } product && IsBiased(value, product):
                var segment = Join(value, owners[product]);
                segment.Result = value;
                segment.Bias = value.Inputs.Single(input => input != product);
                break;
            default:
                PlaceColumnWise(value);
                break;
        }
    }

    private void PlaceColumnWise(Value value)
    {
        if (value.Shape.IsScalar)
        {
            // Penalties and the loss that they are added to: the schedule computes these few numbers itself.
            foreach (var input in value.Inputs.Where(waiting.Contains).ToList())
            {
                Take(input, OfParameters(input));
            }

            return;
        }

        // Work on parameters alone is done before the batch comes, wherever it stands: what also depends on the batch stays with the batch.
        var owner = value.Inputs.Select(Owner).OfType<Segment>()
            .OrderBy(segment => segment.Kind != SegmentKind.Parameters).ThenBy(segment => segment.Index).LastOrDefault();
        if (owner is null)
        {
            if ((derives && value.Shape.IsVector) || value.Operation is SumRows)
            {
                Take(value, OfParameters(value));
            }
            else
            {
                waiting.Add(value);
            }
        }
        else
        {
            Take(value, owner.IsRowWise ? Behind(owner, value) : owner);
        }
    }

    /// <summary>The segment of column-wise work on what a row-wise segment makes: threads share the two in different ways.</summary>
    private Segment Behind(Segment rowWise, Value value)
    {
        if (!behind.TryGetValue(rowWise, out var segment))
        {
            segment = Start(SegmentKind.ColumnWise, value, rowWise.Anchor.Operation is Softmax ? "Forward" : "OutputGradient", owns: false);
            behind.Add(rowWise, segment);
        }

        return segment;
    }

    /// <summary>The segment of work on a layer's parameters alone.</summary>
    private Segment OfParameters(Value value) =>
        segments.LastOrDefault(segment => segment.Kind == SegmentKind.Parameters && segment.Layer == value.Layer) ??
        Start(SegmentKind.Parameters, value, "Derive", owns: false);

    /// <summary>Adds column-wise work to a segment, and before it whatever has waited for it.</summary>
    private void Take(Value value, Segment segment)
    {
        foreach (var input in value.Inputs.Where(waiting.Contains).ToList())
        {
            Take(input, segment);
        }

        waiting.Remove(value);
        Join(value, segment).Body.Add(value);
    }

    /// <summary>A bias is added by the product's own kernel where nothing else needs the bare product.</summary>
    private bool IsBiased(Value sum, Value product) =>
        product.Operation is MatMul { TransposeLeft: false } && uses[product].Single() == sum &&
        sum.Inputs.Any(input => input.Operation is ParameterLeaf && input.Shape.IsVector);

    private Segment Start(SegmentKind kind, Value anchor, string direction, bool owns = true)
    {
        int number = 1 + segments.Count(other =>
            IsProduct(kind) && other.Kind == kind && other.Layer == anchor.Layer && other.Direction.StartsWith(direction, StringComparison.Ordinal));
        var segment = new Segment(segments.Count, kind, anchor, anchor.Layer, number == 1 ? direction : $"{direction}{number}");
        segments.Add(segment);
        if (owns)
        {
            owners.Add(anchor, segment);
        }

        return segment;
    }

    /// <summary>Whether a layer may have several of a kind and direction, which are numbered.</summary>
    private static bool IsProduct(SegmentKind kind) => kind is SegmentKind.Product or SegmentKind.WeightGradient;

    private Segment Join(Value value, Segment segment)
    {
        owners.Add(value, segment);
        return segment;
    }
}
