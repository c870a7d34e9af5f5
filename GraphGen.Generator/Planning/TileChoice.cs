namespace GraphGen.Generator.Planning;

/// <summary>
/// The tiles that the <see cref="CostModel"/> finds best on a core. A choice holds for all networks, since layers of different
/// sizes share kernels: it has the least cycles over products of usual sizes together.
/// </summary>
internal sealed class TileChoice
{
    /// <summary>Inner dimensions of forward products and rows of weight gradients that count.</summary>
    public static readonly IReadOnlyList<int> Sizes = [784, 100, 10];

    /// <summary>Rows of a batch that count.</summary>
    public static readonly IReadOnlyList<int> Batches = [32, 200];

    // Panels have up to three blocks on every target: see ColumnBlock.Panels.
    private const int WidestPanel = 3;

    // Neither the model nor a measurement tells tiles apart that are closer: the one with less text is taken.
    private const double Tolerance = 1.02;

    private readonly CostModel model;
    private readonly TileColumn[] batch;
    private readonly TileColumn[] input;

    /// <param name="core">The core.</param>
    public TileChoice(CostCore core)
    {
        model = new CostModel(core);
        int[] widths = [.. Enumerable.Range(1, WidestPanel).Where(blocks => Heights(blocks).Any())];
        batch = [.. widths.Select(blocks => Best(Heights(blocks).SelectMany(BatchColumn.Of), blocks, BatchCycles))];
        input = [.. widths.Select(blocks => Best(Heights(blocks).Where(height => height <= ColumnBlock.Width).Select(height => new InputColumn(height)), blocks, InputCycles))];
        bool gainsByWidth = batch.Length == WidestPanel && BatchCycles(Batch(WidestPanel), WidestPanel) * Tolerance < WidestPanel * BatchCycles(Batch(1), 1);
        PanelBlocks = gainsByWidth ? WidestPanel : 1;
        Straight = Smallest();
        SingleRowBlocks = 1;
        while (model.Sums(new TileShape(1, SingleRowBlocks)) < model.BusySums)
        {
            SingleRowBlocks *= 2;
        }
    }

    /// <summary>Column blocks of the widest product tile: those of the widest panel, or one where narrow tiles are as good.</summary>
    public int PanelBlocks { get; }

    /// <summary>
    /// Column blocks of the widest tile of a single row, a power of two: the fewest that keep the pipes busy. More would gain
    /// nothing, because the weights, each of which is used once, come no faster.
    /// </summary>
    public int SingleRowBlocks { get; }

    /// <summary>
    /// The tile of straight-line code, whose text grows with its sums: of those with the fewest sums that keep the pipes busy
    /// the one with the fastest step, and of several the narrowest.
    /// </summary>
    public TileShape Straight { get; }

    /// <summary>The tiles of forward products and input gradients of a width in blocks.</summary>
    public TileColumn Batch(int blocks) => batch[blocks - 1];

    /// <summary>The tiles of weight gradients of a width in blocks.</summary>
    public TileColumn Input(int blocks) => input[blocks - 1];

    /// <summary>Cycles of the usual forward products with a column of tiles.</summary>
    public double BatchCycles(TileColumn column, int blocks) =>
        Sizes.Sum(inner => Batches.Sum(rows => model.Product(column, blocks, inner, rows)));

    /// <summary>Cycles of the usual weight gradients with a column of tiles.</summary>
    public double InputCycles(TileColumn column, int blocks) =>
        Sizes.Sum(inputs => Batches.Sum(rows => model.WeightGradient(column, blocks, inputs, rows)));

    /// <summary>The heights that fit the registers at a width in blocks.</summary>
    private IEnumerable<int> Heights(int blocks)
    {
        for (int height = 1; model.Fits(new TileShape(height, blocks)); height++)
        {
            yield return height;
        }
    }

    private TileColumn Best(IEnumerable<TileColumn> columns, int blocks, Func<TileColumn, int, double> cycles)
    {
        var costs = columns.Select(column => (Column: column, Cycles: cycles(column, blocks))).ToList();
        double least = costs.Min(cost => cost.Cycles);
        return costs
            .Where(cost => cost.Cycles <= Tolerance * least)
            .OrderBy(cost => cost.Column.Kernels).ThenBy(cost => cost.Column.Heights[0]).ThenBy(cost => cost.Cycles)
            .First().Column;
    }

    private TileShape Smallest() =>
        (from blocks in Enumerable.Range(1, WidestPanel)
         from height in Heights(blocks)
         let tile = new TileShape(height, blocks)
         where model.Sums(tile) >= model.BusySums
         orderby model.Sums(tile), model.StepCycles(tile, 0), blocks
         select tile).First();
}
