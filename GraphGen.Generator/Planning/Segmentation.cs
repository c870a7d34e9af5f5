using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Planning;

/// <summary>
/// Cuts a graph into segments: every contraction, the loss and the input start one, and each remaining value joins the last
/// segment that it depends on.
/// </summary>
internal sealed class Segmentation
{
    private readonly Dictionary<Value, Segment> owners = [];
    private readonly List<Segment> segments = [];
    private readonly ILookup<Value, Value> uses;

    public Segmentation(DataflowGraph graph)
    {
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
                Start(SegmentKind.Softmax, value, "Forward");
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
            return;
        }

        // Work on parameters alone is done before the batch comes, wherever it stands: what also depends on the batch stays with the batch.
        var owner = value.Inputs.Select(Owner).OfType<Segment>()
            .OrderBy(segment => segment.Kind != SegmentKind.Parameters).ThenBy(segment => segment.Index).LastOrDefault();
        if (owner is null && value.Shape.IsVector)
        {
            owner = segments.LastOrDefault(segment => segment.Kind == SegmentKind.Parameters && segment.Layer == value.Layer && segment.Anchor.Shape.IsVector);
        }

        if (owner is null)
        {
            Start(SegmentKind.Parameters, value, "Derive").Body.Add(value);
        }
        else if (owner.Kind == SegmentKind.Loss)
        {
            // The loss works along rows and this along columns, so that threads share them in different ways.
            var gradient = segments.FirstOrDefault(segment => segment.Kind == SegmentKind.ColumnWise);
            (gradient is null ? Start(SegmentKind.ColumnWise, value, "OutputGradient") : Join(value, gradient)).Body.Add(value);
        }
        else
        {
            Join(value, owner).Body.Add(value);
        }
    }

    /// <summary>A bias is added by the product's own kernel where nothing else needs the bare product.</summary>
    private bool IsBiased(Value sum, Value product) =>
        product.Operation is MatMul { TransposeLeft: false } && uses[product].Single() == sum &&
        sum.Inputs.Any(input => input.Operation is ParameterLeaf && input.Shape.IsVector);

    private Segment Start(SegmentKind kind, Value anchor, string direction)
    {
        var segment = new Segment(segments.Count, kind, anchor, anchor.Layer, direction);
        segments.Add(segment);
        owners.Add(anchor, segment);
        return segment;
    }

    private Segment Join(Value value, Segment segment)
    {
        owners.Add(value, segment);
        return segment;
    }
}
