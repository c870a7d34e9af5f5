using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Planning;

/// <summary>What starts a segment.</summary>
internal enum SegmentKind
{
    /// <summary>The mini-batch, gathered into its buffer.</summary>
    Input,

    /// <summary>A product with a weight matrix or its transpose: one row out for each row in.</summary>
    Product,

    /// <summary>The product of two batch matrices over the rows: the gradient of a weight matrix.</summary>
    WeightGradient,

    /// <summary>The loss and its gradient.</summary>
    Loss,

    /// <summary>A softmax or its gradient.</summary>
    Softmax,

    /// <summary>Column-wise work alone, on what another segment has made whole.</summary>
    ColumnWise,

    /// <summary>Work on a weight matrix or on vectors alone: no batch is involved.</summary>
    Parameters,
}

/// <summary>How threads share a segment.</summary>
internal enum Split
{
    /// <summary>By column blocks: sums over the rows stay with one thread.</summary>
    Columns,

    /// <summary>By rows of the batch: for few columns, and for what works along a row.</summary>
    Rows,

    /// <summary>By the rows of a weight matrix as it is stored: for gradients of few columns.</summary>
    WeightRows,
}

/// <summary>
/// A piece of the schedule: an anchor that reads or makes a whole matrix, and the column-wise work on its result. That work
/// needs nothing from other columns, so it runs on each panel right after the anchor made it, while it is in the cache.
/// </summary>
internal sealed class Segment
{
    public Segment(int index, SegmentKind kind, Value anchor, string layer, string direction)
    {
        Index = index;
        Kind = kind;
        Anchor = anchor;
        Result = anchor;
        Layer = layer;
        Direction = direction;
    }

    public int Index { get; }

    public SegmentKind Kind { get; }

    /// <summary>The value that starts the segment.</summary>
    public Value Anchor { get; }

    /// <summary>What the anchor's kernel stores: the anchor, or its sum with the bias.</summary>
    public Value Result { get; set; }

    /// <summary>The bias that the anchor's kernel starts its sums with.</summary>
    public Value? Bias { get; set; }

    public string Layer { get; }

    /// <summary><c>Forward</c>, <c>InputGradient</c> and so on: the name of the emitted method of training.</summary>
    public string Direction { get; }

    /// <summary>
    /// Of a weight gradient, what the gradient arena holds already and the product is added to or subtracted from: what earlier mini-batches
    /// or other products have left. Null where it is the only one.
    /// </summary>
    public Value? Earlier { get; set; }

    /// <summary>The column-wise work, in an order in which each value is defined before it is used.</summary>
    public List<Value> Body { get; } = [];

    /// <summary>What the segment leaves when all its work is done.</summary>
    public Value Outcome => Body.LastOrDefault() ?? Result;

    /// <summary>Whether it works along rows, which threads share in another way than work down columns, so that it has no body.</summary>
    public bool IsRowWise => Kind is SegmentKind.Loss or SegmentKind.Softmax;

    /// <summary>The body as loops over the rows; null where there is none.</summary>
    public ColumnKernel? Columns { get; set; }

    /// <summary>Column blocks of what the segment makes.</summary>
    public int Blocks => ColumnBlock.Count(Result.Shape.IsScalar ? Anchor.Inputs[0].Shape.Columns : Result.Shape.Columns);

    /// <summary>
    /// How threads share it: by columns wherever there are enough of them, because a thread then meets the same weights in the
    /// forward product and in their gradient, and wherever something is summed over the rows.
    /// </summary>
    public Split Split => Kind switch
    {
        _ when IsRowWise => Split.Rows,
        SegmentKind.WeightGradient => Blocks >= FewestSharedBlocks ? Split.Columns : Split.WeightRows,
        SegmentKind.Parameters => Split.Columns,
        _ => Blocks >= FewestSharedBlocks || (Columns?.HasSums ?? false) ? Split.Columns : Split.Rows,
    };

    private const int FewestSharedBlocks = 4;
}
