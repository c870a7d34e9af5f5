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
        input = [.. widths.Select(blocks => Best(Heights(blocks).SelectMany(InputColumn.Of), blocks, InputCycles))];
        PanelBlocks = widths.Length == WidestPanel && IsFasterThanNarrow(WidestPanel) ? WidestPanel : 1;
        StraightBlocks = widths
            .Where(blocks => Heights(blocks).Any(height => IsBusy(height, blocks) && BatchColumn.RowUnit % height == 0))
            .OrderBy(blocks => model.StepCycles(new TileShape(StraightHeight(blocks), blocks), bytes: 0))
            .First();
        SingleRowBlocks = 1;
        while (!IsBusy(1, SingleRowBlocks))
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
    /// Column blocks of the widest straight-line tile: of the widths with the fastest step the narrowest, which leaves the fewest
    /// panels over.
    /// </summary>
    public int StraightBlocks { get; }

    /// <summary>
    /// Rows of the straight-line tiles of a width in blocks: the fewest that keep the pipes busy, because the text grows with
    /// the sums. They divide the rows' unit, beyond which another thread's rows begin.
    /// </summary>
    public int StraightHeight(int blocks) => Heights(blocks).First(height => IsBusy(height, blocks) && BatchColumn.RowUnit % height == 0);

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

    private static TileColumn Best(IEnumerable<TileColumn> columns, int blocks, Func<TileColumn, int, double> cycles)
    {
        var costs = columns.Select(column => (Column: column, Cycles: cycles(column, blocks))).ToList();
        double least = costs.Min(cost => cost.Cycles);
        return costs
            .Where(cost => cost.Cycles <= Tolerance * least)
            .OrderBy(cost => cost.Column.Kernels).ThenBy(cost => cost.Column.Heights[0]).ThenBy(cost => cost.Cycles)
            .First().Column;
    }

    private bool IsBusy(int height, int blocks) => model.Sums(new TileShape(height, blocks)) >= model.BusySums;

    private bool IsFasterThanNarrow(int blocks) => BatchCycles(Batch(blocks), blocks) * Tolerance < blocks * BatchCycles(Batch(1), 1);
}
