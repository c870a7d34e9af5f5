using GraphGen.Benchmarks.Measuring;
using GraphGen.Generator.Emission;
using GraphGen.Generator.Planning;

namespace GraphGen.Benchmarks.Tiles;

/// <summary>One of the two products that tiles are chosen for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Work">What to measure.</param>
/// <param name="Column">How tiles of a candidate follow one another.</param>
/// <param name="Chosen">The compiler's choice at a width in blocks.</param>
/// <param name="Cycles">The model's cycles of a panel, by inputs and rows of the batch.</param>
internal sealed record TileProduct(
    string Name,
    Func<TileOperands, TileKernels, Workload> Work,
    Func<TileCandidate, TileColumn> Column,
    Func<Target, int, TileColumn> Chosen,
    Func<CostModel, TileColumn, int, int, int, double> Cycles)
{
    /// <summary>Both products; the input gradient is the forward product of other matrices.</summary>
    public static readonly IReadOnlyList<TileProduct> All =
    [
        new(
            "forward product",
            (operands, kernels) => operands.Forward(kernels),
            candidate => candidate.Batch,
            (target, blocks) => target.Tiles.Batch(blocks),
            (model, column, blocks, inputs, rows) => model.Product(column, blocks, inputs, rows)),
        new(
            "weight gradient",
            (operands, kernels) => operands.WeightGradient(kernels),
            candidate => candidate.Input,
            (target, blocks) => target.Tiles.Input(blocks),
            (model, column, blocks, inputs, rows) => model.WeightGradient(column, blocks, inputs, rows)),
    ];
}
