using GraphGen.Generator.Emission;
using GraphGen.Generator.Planning;

namespace GraphGen.Benchmarks.Tiles;

/// <summary>A shape of tile to measure, and the lower tiles that end a column of it.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Batch">Tiles down the rows of a batch.</param>
/// <param name="Input">Tiles down the inputs of a weight gradient.</param>
/// <param name="Fits">Whether the model says that it fits the registers.</param>
internal sealed record TileCandidate(TileShape Shape, BatchColumn Batch, InputColumn Input, bool Fits)
{
    /// <summary>Column blocks of the widest candidates.</summary>
    public const int Widest = 6;

    /// <summary>
    /// Every tile with enough sums to keep the pipes busy and, to see whether the model is right to refuse it, the first that
    /// does not fit. Of those one vector wide, which may be high, every fourth height does.
    /// </summary>
    public static IEnumerable<TileCandidate> Of(Target target)
    {
        var model = new CostModel(target.Core);
        for (int blocks = 1; blocks <= Widest; blocks++)
        {
            int step = blocks * target.VectorsPerBlock == 1 ? 4 : 1, height = step;
            while (model.Sums(new TileShape(height, blocks)) < model.BusySums)
            {
                height += step;
            }

            bool fits;
            do
            {
                var shape = new TileShape(height, blocks);
                fits = model.Fits(shape);
                yield return new(shape, BatchOf(target, shape, fits), new InputColumn(Math.Min(height, ColumnBlock.Width)), fits);
                height += step;
            }
            while (fits);
        }
    }

    private static BatchColumn BatchOf(Target target, TileShape shape, bool fits) => fits
        ? BatchColumn.Of(shape.Rows).MinBy(column => target.Tiles.BatchCycles(column, shape.Blocks))!
        : BatchColumn.Of(shape.Rows).First(column => shape.Rows % column.Heights[^1] == 0);
}
