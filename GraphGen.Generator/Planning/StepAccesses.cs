using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;

namespace GraphGen.Generator.Planning;

/// <summary>The memories that the calls of a step touch.</summary>
internal enum Space
{
    /// <summary>Matrices of the batch, in column blocks.</summary>
    Workspace,

    /// <summary>Vectors that one segment leaves for another.</summary>
    Vectors,

    /// <summary>Parameters; the optimizer's memory is shared as they are.</summary>
    Parameters,
    Gradients,
    Derived,

    /// <summary>Sums of the squares of gradients, one for each column block.</summary>
    SquareSums,
}

/// <summary>Memory that a call touches.</summary>
/// <param name="Space">Where.</param>
/// <param name="Start">From there on.</param>
/// <param name="Length">So far.</param>
/// <param name="Writes">Whether it is written.</param>
/// <param name="Sharing">How threads share it, and into how many parts; null where each thread may touch all of it.</param>
internal sealed record Access(Space Space, int Start, int Length, bool Writes, (Split Split, int Blocks)? Sharing)
{
    /// <summary>Whether a thread that makes this access may meet another thread that makes the other one.</summary>
    public bool ConflictsWith(Access other) =>
        Space == other.Space && Start < other.Start + other.Length && other.Start < Start + Length && (Writes || other.Writes) &&
        !(Sharing is not null && Sharing == other.Sharing && Start == other.Start);
}

/// <summary>What the calls of a step read and write, and how threads share it.</summary>
internal sealed class StepAccesses
{
    private readonly NetworkPlan plan;

    public StepAccesses(NetworkPlan plan) => this.plan = plan;

    public IEnumerable<Access> Of(StepCall call) => call switch
    {
        SegmentCall { Graph: var graph, Segment: var segment, Updates: var updates } => OfSegment(graph, segment, updates),
        SquareGradientCall { Parameter: var parameter, FirstSum: var first } =>
        [
            Parameter(Space.Gradients, parameter, writes: false, Columns(parameter)),
            new Access(Space.SquareSums, first, ColumnBlock.Count(parameter.Shape.Columns), Writes: true, Columns(parameter)),
        ],
        ScaleGradientsCall { Sums: var sums } => [new Access(Space.SquareSums, 0, sums, Writes: false, null)],
        UpdateWeightsCall { Weight: var weight } =>
        [
            Parameter(Space.Gradients, weight, writes: false, Columns(weight)),
            Parameter(Space.Parameters, weight, writes: true, Columns(weight)),
        ],
        UpdateVectorsCall { Vectors: var vectors } => vectors.SelectMany(vector => new[]
        {
            Parameter(Space.Gradients, vector, writes: false, Columns(vector)),
            Parameter(Space.Parameters, vector, writes: true, Columns(vector)),
        }),
        LimitNormCall { Weight: var weight } => [Parameter(Space.Parameters, weight, writes: true, Columns(weight))],
        TransposeCall { Weight: var weight, Split: var split } =>
        [
            Parameter(Space.Parameters, weight, writes: false, split == Split.WeightRows ? (Split.WeightRows, ColumnBlock.Count(weight.Shape.Rows)) : Columns(weight)),
            Transposed(weight, writes: true, null),
        ],
        FoldCall { Segment: var segment } => OfColumns(plan.Inference, segment, (Split.Columns, segment.Blocks)),
        _ => throw new InvalidOperationException($"No accesses for {call}."),
    };

    private IEnumerable<Access> OfSegment(GraphPlan graph, Segment segment, bool updates)
    {
        (Split, int) own = (segment.Split, segment.Split == Split.Rows ? 0 : segment.Blocks);
        var accesses = segment.Kind switch
        {
            SegmentKind.Product => OfProduct(graph, segment, own),
            SegmentKind.WeightGradient => OfWeightGradient(graph, segment, updates),
            SegmentKind.Loss or SegmentKind.Softmax => segment.Anchor.Inputs.Where(input => graph.IsPlaced(input)).Select(input => Of(graph, input, false, own))
                .Append(Of(graph, WorkspaceLayout.Matrix(segment), true, own)),
            _ => [],
        };
        return segment.Columns is null ? accesses : accesses.Concat(OfColumns(graph, segment, own));
    }

    private IEnumerable<Access> OfProduct(GraphPlan graph, Segment segment, (Split Split, int)? own)
    {
        Value left = segment.Anchor.Inputs[0], right = segment.Anchor.Inputs[1];
        var byColumns = own?.Split == Split.Columns ? own : null;
        yield return Of(graph, left, false, own?.Split == Split.Rows ? own : null);
        var weight = ((ParameterLeaf)right.Operation).Parameter;
        yield return segment.Anchor.Operation is MatMul { TransposeRight: true }
            ? Transposed(weight, writes: false, byColumns)
            : Parameter(Space.Parameters, weight, writes: false, byColumns);
        if (segment.Bias is not null)
        {
            yield return Of(graph, segment.Bias, false, byColumns);
        }

        yield return Of(graph, segment.Result, true, own);
    }

    private IEnumerable<Access> OfWeightGradient(GraphPlan graph, Segment segment, bool updates)
    {
        Value input = segment.Anchor.Inputs[0], slope = segment.Anchor.Inputs[1];
        var weight = graph.WeightOf(segment);
        bool byRows = segment.Split == Split.WeightRows;
        (Split, int) own = (segment.Split, byRows ? ColumnBlock.Count(weight.Shape.Rows) : segment.Blocks);
        yield return Of(graph, input, false, null);
        yield return Of(graph, slope, false, byRows ? null : own);
        yield return Parameter(Space.Parameters, weight, updates, own);
        if (!updates || segment.Earlier is not null)
        {
            yield return Parameter(Space.Gradients, weight, !updates, own);
        }
    }

    private IEnumerable<Access> OfColumns(GraphPlan graph, Segment segment, (Split Split, int)? own)
    {
        var kernel = segment.Columns!;
        foreach (var loop in kernel.Loops)
        {
            foreach (var value in loop.Loads)
            {
                yield return Of(graph, value, false, own);
            }

            foreach (var value in loop.Stores)
            {
                yield return Of(graph, value, true, own);
            }
        }

        foreach (var vector in kernel.LoadedVectors)
        {
            yield return Of(graph, vector, false, own?.Split == Split.Columns ? own : null);
        }

        foreach (var vector in kernel.StoredVectors)
        {
            yield return Of(graph, vector, true, own);
        }
    }

    private static Access Of(GraphPlan graph, Value value, bool writes, (Split, int)? sharing) => graph[value] switch
    {
        WorkspaceMatrix place => new Access(Space.Workspace, place.Block, ColumnBlock.Count(value.Shape.Columns), writes, sharing),
        WorkspaceVector place => new Access(Space.Vectors, place.Offset, ColumnBlock.Padded(value.Shape.Columns), writes, sharing),
        InParameters place => new Access(Space.Parameters, place.Offset, ParameterLayout.PaddedLength(value.Shape), writes, sharing),
        InGradients place => new Access(Space.Gradients, place.Offset, ParameterLayout.PaddedLength(value.Shape), writes, sharing),
        InDerived place => new Access(Space.Derived, place.Offset, ColumnBlock.Padded(value.Shape.Columns), writes, sharing),
        var other => throw new InvalidOperationException($"No memory for {other}."),
    };

    private Access Parameter(Space space, ParameterSpec parameter, bool writes, (Split, int)? sharing) =>
        new(space, plan.Parameters.Offset(parameter), ParameterLayout.PaddedLength(parameter.Shape), writes, sharing);

    private Access Transposed(ParameterSpec weight, bool writes, (Split, int)? sharing) =>
        new(Space.Derived, plan.Derived.Transposed[weight], ParameterLayout.PaddedLength(weight.Shape), writes, sharing);

    private static (Split, int) Columns(ParameterSpec parameter) => (Split.Columns, ColumnBlock.Count(parameter.Shape.Columns));
}
