namespace GraphGen.Generator.Planning;

/// <summary>
/// Cycles that register tiles take on a core. A step of a tile of r rows by v vectors loads v vectors and r numbers and does
/// r·v multiply-adds, so it takes the longest of
/// <code>
/// max(r·v / multiply-adds a cycle, latency)     divided by 0.9 unless r·v ≥ 1.5 · latency · multiply-adds a cycle
/// (v + r) / loads a cycle
/// bytes from the second-level cache / bytes a cycle
/// </code>
/// and r·v + v + 1 registers. The end of a tile adds 3 cycles for each 64 bytes of sums, less 28, and 4 at the least.
/// docs/cost-model.md explains it and compares it with measurement; the form is the roofline of Williams, Waterman and Patterson
/// (CACM 52(4), 2009) with the register and latency limits of Goto and van de Geijn (ACM TOMS 34(3), 2008) and Low et al.
/// (ACM TOMS 43(2), 2016).
/// </summary>
internal sealed class CostModel
{
    // Measured: with just as many sums as latency and pipes ask for, an operand is late for every tenth multiply-add, because
    // the core picks a pipe before it knows that; with half as many again it never is.
    private const double CrowdedShare = 0.9;
    private const double ComfortableSums = 1.5;

    // Measured: stores of the sums and the start of the next tile, of which the core hides some behind the steps of either.
    private const double CyclesPerLine = 3;
    private const double HiddenCycles = 28;
    private const double LeastEnd = 4;
    private const int LineBytes = ColumnBlock.Width * sizeof(float);

    private readonly CostCore core;

    /// <param name="core">The core.</param>
    public CostModel(CostCore core) => this.core = core;

    /// <summary>The fewest sums that can keep all multiply-add pipes busy.</summary>
    public int BusySums => core.MultiplyAddLatency * core.MultiplyAddsPerCycle;

    /// <summary>Sums of a tile, in vectors.</summary>
    public int Sums(TileShape tile) => tile.Rows * Vectors(tile);

    /// <summary>Whether sums, vectors and the number of one row fit the registers. Where they do not, the JIT spills sums in every step.</summary>
    public bool Fits(TileShape tile) => Sums(tile) + Vectors(tile) + 1 <= core.Registers;

    /// <summary>Cycles of one step of the inner dimension.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="bytes">What comes from the second-level cache in a step.</param>
    /// <exception cref="ArgumentException">The tile does not fit the registers.</exception>
    public double StepCycles(TileShape tile, double bytes)
    {
        if (!Fits(tile))
        {
            throw new ArgumentException($"A tile of {tile} needs more than {core.Registers} registers of {core.Lanes} lanes.", nameof(tile));
        }

        int sums = Sums(tile);
        double multiplying = Math.Max((double)sums / core.MultiplyAddsPerCycle, core.MultiplyAddLatency);
        double share = sums < ComfortableSums * BusySums ? CrowdedShare : 1;
        double loading = (double)(Vectors(tile) + tile.Rows) / core.LoadsPerCycle;
        return Math.Max(Math.Max(multiplying / share, loading), bytes / core.SecondLevelBytesPerCycle);
    }

    /// <summary>Cycles that a tile takes besides its steps.</summary>
    public double EndCycles(TileShape tile) =>
        Math.Max(CyclesPerLine * tile.Rows * tile.Blocks - HiddenCycles, LeastEnd);

    /// <summary>Cycles of one panel of a forward product or input gradient.</summary>
    /// <param name="column">The tiles down the rows of the batch.</param>
    /// <param name="blocks">Column blocks of the panel.</param>
    /// <param name="inner">Columns of the left matrix.</param>
    /// <param name="rows">Rows of the batch.</param>
    public double Product(TileColumn column, int blocks, int inner, int rows)
    {
        // Every row tile reads the panel of weights again. It reads 16 numbers of each of its rows with one line.
        double weights = inner * blocks * LineBytes > core.FirstLevelBytes ? blocks * LineBytes : 0;
        return Sum(column, blocks, rows, inner, height => weights + (double)height * LineBytes / ColumnBlock.Width);
    }

    /// <summary>Cycles of one panel of a weight gradient.</summary>
    /// <param name="column">The tiles down the inputs.</param>
    /// <param name="blocks">Column blocks of the panel.</param>
    /// <param name="inputs">Rows of the gradient.</param>
    /// <param name="rows">Rows of the batch.</param>
    public double WeightGradient(TileColumn column, int blocks, int inputs, int rows)
    {
        // Every tile reads a panel of slopes and a block of the input. What does not fit the first level comes anew each time.
        int bytes = (blocks + 1) * LineBytes;
        return Sum(column, blocks, inputs, rows, _ => rows * bytes > core.FirstLevelBytes ? bytes : 0);
    }

    /// <summary>Cycles of so many multiply-adds at the pipes' full speed, padding apart.</summary>
    public double IdealCycles(int blocks, int inner, int rows) =>
        (double)rows * inner * blocks * ColumnBlock.Width / core.Lanes / core.MultiplyAddsPerCycle;

    private double Sum(TileColumn column, int blocks, int rows, int steps, Func<int, double> bytes) =>
        column.Heights.Distinct().Sum(height =>
        {
            var tile = new TileShape(height, blocks);
            return column.Count(height, rows) * (steps * StepCycles(tile, bytes(height)) + EndCycles(tile));
        });

    private int Vectors(TileShape tile) => tile.Blocks * ColumnBlock.Width / core.Lanes;
}
