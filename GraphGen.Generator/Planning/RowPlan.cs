using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Planning;

/// <summary>
/// A single row's way through a small network, to be written as one straight line of code: what a layer makes stays in registers
/// until its activation is applied, and is stored once, for the next layer.
/// </summary>
internal sealed class RowPlan
{
    /// <summary>Products of one number with a column block of weights: beyond so many the code grows and gains nothing.</summary>
    private const int MostSteps = 128;

    /// <summary>Wider layers do not fit the registers of every target.</summary>
    private const int MostBlocks = 2;

    private RowPlan(IReadOnlyList<RowLayer> layers, Segment? softmax)
    {
        Layers = layers;
        Softmax = softmax;
    }

    public IReadOnlyList<RowLayer> Layers { get; }

    /// <summary>The softmax at the end, where there is one.</summary>
    public Segment? Softmax { get; }

    /// <param name="graph">The plan of a prediction.</param>
    /// <param name="hasCopy">Whether there is a copy of a weight matrix in the other orientation.</param>
    /// <returns>Null where the network is too large, or more than products, elementwise activations and a softmax at the end happens in it.</returns>
    public static RowPlan? Of(GraphPlan graph, Func<ParameterSpec, bool> hasCopy)
    {
        var layers = new List<RowLayer>();
        Segment? softmax = null;
        foreach (var segment in graph.Segments.Where(segment => segment.Kind != SegmentKind.Loss))
        {
            switch (segment.Kind)
            {
                case SegmentKind.Input when segment.Body.Count == 0:
                    break;
                case SegmentKind.Product when Follows(segment, layers) && IsWithinRow(segment):
                    layers.Add(RowLayer.Of(segment, hasCopy, isFirst: layers.Count == 0));
                    break;
                case SegmentKind.Softmax when softmax is null && Follows(segment, layers):
                    softmax = segment;
                    break;
                default:
                    return null;
            }
        }

        return layers.All(layer => layer.Blocks <= MostBlocks) && layers.Sum(layer => layer.Steps) <= MostSteps ? new RowPlan(layers, softmax) : null;
    }

    private static bool Follows(Segment segment, List<RowLayer> layers) =>
        layers.Count == 0 ? segment.Anchor.Inputs[0].Operation is Input : segment.Anchor.Inputs[0] == layers[layers.Count - 1].Output;

    /// <summary>Whether the work behind a product reads nothing but its sums and numbers known now.</summary>
    private static bool IsWithinRow(Segment segment) => segment.Body.SelectMany(value => value.Inputs)
        .All(input => input == segment.Result || segment.Body.Contains(input) || input.Operation is Constant);
}

/// <summary>One layer of a <see cref="RowPlan"/>.</summary>
/// <param name="Segment">Its product and what follows in the same columns.</param>
/// <param name="Weight">Its weights, as they are stored.</param>
/// <param name="Bias">Its biases, if it has any.</param>
/// <param name="IsDot">
/// Whether it is a dot product with weights, or a copy of them, that lie as <c>[units, inputs]</c>. A single unit would fill one lane of a column block; its
/// inputs fill all.
/// </param>
internal sealed record RowLayer(Segment Segment, ParameterSpec Weight, ParameterSpec? Bias, bool IsDot)
{
    public int Inputs => Segment.Anchor.Inputs[0].Shape.Columns;

    public int Units => Segment.Anchor.Shape.Columns;

    /// <summary>Whether it reads the copy of the weights in the other orientation.</summary>
    public bool ReadsCopy => IsDot != IsTransposed(Segment);

    /// <summary>Column blocks of what it makes.</summary>
    public int Blocks => ColumnBlock.Count(Units);

    /// <summary>Products of vectors of a column block's width.</summary>
    public int Steps => IsDot ? ColumnBlock.Count(Inputs) : Inputs * Blocks;

    /// <summary>What the next layer reads.</summary>
    public Value Output => Segment.Outcome;

    /// <summary>The first layer reads the caller's row, beyond whose end no vector may reach, so it is never a dot product.</summary>
    public static RowLayer Of(Segment segment, Func<ParameterSpec, bool> hasCopy, bool isFirst)
    {
        var weight = ((ParameterLeaf)segment.Anchor.Inputs[1].Operation).Parameter;
        return new RowLayer(
            segment,
            weight,
            (segment.Bias?.Operation as ParameterLeaf)?.Parameter,
            IsDot: segment.Anchor.Shape.Columns == 1 && !isFirst && (IsTransposed(segment) || hasCopy(weight)));
    }

    /// <summary>Whether the product is one with the transpose of the weights as they lie in memory.</summary>
    private static bool IsTransposed(Segment segment) => segment.Anchor.Operation is MatMul { TransposeRight: true };
}
