using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Planning;

/// <summary>What a network's products have in common, so that no tile is emitted that nobody calls.</summary>
internal sealed class ProductShapes
{
    /// <summary>The longest inner dimension of a small network, and the most columns that its unrolled tiles may have together.</summary>
    private const int LongestStraight = 32;
    private const int MostStraightColumns = 96;

    /// <summary>Rows of the largest weight matrix whose last tiles fit exactly: rounding up to eight would cost an eighth and more.</summary>
    private const int MostExactRows = 32;

    private readonly IReadOnlyList<Shape> weightGradients;

    public ProductShapes(IEnumerable<Value> products)
    {
        var all = products.ToList();
        var inner = all.Where(product => product.Operation is MatMul { TransposeLeft: false }).Select(product => product.Inputs[0].Shape.Columns).Distinct().ToList();
        IsStraight = inner.Max() <= LongestStraight && inner.Sum() <= MostStraightColumns;
        weightGradients = all.Where(product => product.Operation is MatMul { TransposeLeft: true }).Select(product => product.Shape).Distinct().ToList();
        WidestBlocks = all.Max(product => ColumnBlock.Count(product.Shape.Columns));
        PanelWidths = new HashSet<int>(all.Where(product => product.Operation is MatMul { TransposeLeft: false }).SelectMany(product => Widths(ColumnBlock.Count(product.Shape.Columns))));
    }

    /// <summary>
    /// Whether the network is small: its tiles are then straight-line code over the whole inner dimension. In a larger one
    /// that would be text by the hundred kilobytes for no measured gain.
    /// </summary>
    public bool IsStraight { get; }

    /// <summary>Column blocks of the widest product.</summary>
    public int WidestBlocks { get; }

    /// <summary>The widths of panels that occur in forward products and input gradients, in column blocks.</summary>
    public ISet<int> PanelWidths { get; }

    /// <summary>
    /// The widths of tiles that the panels need, widest first, on a target whose widest tile has <paramref name="most"/> blocks.
    /// Where a tile is one block wide, a panel takes several.
    /// </summary>
    public IEnumerable<int> TileWidths(int most) => most == 1 ? [1] : PanelWidths.OrderByDescending(width => width);

    /// <summary>The same for weight gradients.</summary>
    public IEnumerable<int> WeightTileWidths(int most) => most == 1
        ? [1]
        : weightGradients.SelectMany(shape => Widths(ColumnBlock.Count(shape.Columns))).Distinct().OrderByDescending(width => width);

    /// <summary>
    /// Rows of weight gradients beyond whole blocks of 16, where tiles of a width in blocks occur, and whether tiles should fit them
    /// exactly: in a large matrix a few rows too many cost nothing worth the text.
    /// </summary>
    public IReadOnlyList<(int Height, bool Exactly)> WeightRests(int blocks) => weightGradients
        .Where(shape => shape.Rows % ColumnBlock.Width != 0 && (blocks == 1 || Widths(ColumnBlock.Count(shape.Columns)).Contains(blocks)))
        .GroupBy(shape => shape.Rows % ColumnBlock.Width).OrderBy(group => group.Key)
        .Select(group => (group.Key, group.Any(shape => shape.Rows <= MostExactRows))).ToList();

    /// <summary>The widths that panels have when threads share the blocks, at least two each: see <c>Share.Panels</c>.</summary>
    private static IEnumerable<int> Widths(int blocks) => blocks switch
    {
        <= 3 => [blocks],
        4 => [2],
        _ => [3, 2],
    };
}
