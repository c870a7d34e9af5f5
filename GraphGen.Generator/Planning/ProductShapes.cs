using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Planning;

/// <summary>What a network's products have in common, so that no tile is emitted that nobody calls.</summary>
internal sealed class ProductShapes
{
    /// <summary>The longest inner dimension of a small network, and the most columns that its unrolled tiles may have together.</summary>
    private const int LongestStraight = 32;
    private const int MostStraightColumns = 96;

    public ProductShapes(IEnumerable<Value> products)
    {
        var all = products.ToList();
        var inner = all.Where(product => product.Operation is MatMul { TransposeLeft: false }).Select(product => product.Inputs[0].Shape.Columns).Distinct().ToList();
        IsStraight = inner.Max() <= LongestStraight && inner.Sum() <= MostStraightColumns;
        WidestBlocks = all.Max(product => ColumnBlock.Count(product.Shape.Columns));
        PanelWidths = new HashSet<int>(all.SelectMany(product => Widths(ColumnBlock.Count(product.Shape.Columns))));
    }

    /// <summary>
    /// Whether the network is small: its tiles are then straight-line code over the whole inner dimension. In a larger one
    /// that would be text by the hundred kilobytes for no measured gain.
    /// </summary>
    public bool IsStraight { get; }

    /// <summary>Column blocks of the widest product.</summary>
    public int WidestBlocks { get; }

    /// <summary>The widths of panels that occur, in column blocks.</summary>
    public ISet<int> PanelWidths { get; }

    /// <summary>
    /// The widths of tiles that the panels need, widest first, on a target whose widest tile has <paramref name="most"/> blocks.
    /// Where a tile is one block wide, a panel takes several.
    /// </summary>
    public IEnumerable<int> TileWidths(int most) => most == 1 ? [1] : PanelWidths.OrderByDescending(width => width);

    private static IEnumerable<int> Widths(int blocks)
    {
        var (panels, wide, width) = ColumnBlock.Panels(blocks);
        return wide == panels ? [width] : [width, width - 1];
    }
}
