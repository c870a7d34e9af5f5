using GraphGen.Benchmarks.Reporting;
using GraphGen.Generator.Emission;

namespace GraphGen.Benchmarks.Tiles;

/// <summary>The results of one product, and what they say of the model.</summary>
/// <param name="target">The instruction set.</param>
/// <param name="product">The product.</param>
/// <param name="sizes">The sizes that were measured.</param>
/// <param name="results">The results.</param>
internal sealed class TileTables(Target target, TileProduct product, TileOperands[] sizes, TileResult[] results)
{
    // Differences that a network's owner would not see and a noisy machine cannot show.
    private const double Close = 0.03;

    /// <summary>A line for each tile.</summary>
    public Table Shares
    {
        get
        {
            var table = new Table(
                ["tile", "column", "model", "measured", "difference",
                    .. sizes.Select(size => $"{Figures.Whole(size.Inputs)}/{Figures.Whole(size.Rows)}")]);
            foreach (TileResult result in results)
            {
                table.Add(
                    [
                        result.Candidate.Shape + (IsChosen(result) ? " *" : ""),
                        result.Column.ToString()!,
                        result.Candidate.Fits ? Percentage(result.Model) : "no registers",
                        Percentage(result.Measured),
                        result.Candidate.Fits ? Percentage(result.Model - result.Measured) : "",
                        .. result.Cases.Select(each => Percentage(each.Measured)),
                    ]);
            }

            return table;
        }
    }

    /// <summary>How well the model orders the tiles, and what its choices leave.</summary>
    public string Verdict
    {
        get
        {
            TileResult[] fitting = [.. results.Where(result => result.Candidate.Fits)];
            double difference = fitting.Average(result => Math.Abs(result.Model - result.Measured));
            var lines = new List<string> { $"Model and measurement differ by {Figures.Fixed(100 * difference, 1)} points in the mean." };
            if (fitting.Length > 1)
            {
                double correlation = RankCorrelation.Of([.. fitting.Select(result => result.Model)], [.. fitting.Select(result => result.Measured)]);
                lines.Add($"Their rank correlation is {Figures.Fixed(correlation, 2)}.");
            }

            foreach (TileResult chosen in fitting.Where(IsChosen))
            {
                int blocks = chosen.Candidate.Shape.Blocks;
                lines.Add(Judge(chosen, fitting.Where(result => result.Candidate.Shape.Blocks == blocks), $"of width {Figures.Whole(blocks)}"));
            }

            lines.Add(Judge(fitting.Where(IsChosen).MaxBy(result => result.Candidate.Shape.Blocks)!, fitting, "of all"));
            return string.Join("\n", lines.Select(line => "- " + line));
        }
    }

    private static string Judge(TileResult chosen, IEnumerable<TileResult> others, string which)
    {
        TileResult best = others.MaxBy(result => result.Measured)!;
        double loss = 1 - (chosen.Measured / best.Measured);
        return $"{chosen.Candidate.Shape}, the choice, is {Figures.Percent(loss)} slower than {best.Candidate.Shape}, the fastest {which}: " +
            (loss <= Close ? "within " : "NOT within ") + Figures.Percent(Close) + ".";
    }

    private static string Percentage(double share) => Figures.Fixed(100 * share, 1);

    private bool IsChosen(TileResult result) =>
        result.Candidate.Shape.Blocks is int blocks && (blocks == 1 || (blocks <= 3 && target.PanelBlocks > 1))
        && product.Chosen(target, blocks).Heights.SequenceEqual(result.Column.Heights);
}
