using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Peers;

/// <summary>A table of comparisons with one other side, each with the ratio to reach.</summary>
/// <param name="batch">The heading of the second column, which counts rows.</param>
/// <param name="ours">The heading of our time.</param>
/// <param name="other">The heading of the other's.</param>
internal sealed class ComparisonTable(string batch, string ours, string other)
{
    private const string None = "-";

    private readonly Table table = new(
        "network", batch, $"{ours} us", $"{other} us", "ratio", "10 % to 90 % of the rounds", "target", "reached");

    /// <summary>Adds a comparison.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="comparison">What was measured.</param>
    /// <param name="target">The ratio to reach in the median, or null for none.</param>
    public void Add(string network, int rows, Comparison comparison, double? target) => table.Add(
        network,
        Figures.Whole(rows),
        Figures.Microseconds(comparison.OurMedianSeconds),
        Figures.Microseconds(comparison.PeerMedianSeconds),
        Figures.Fixed(comparison.Ratio(0.5), 2),
        $"{Figures.Fixed(comparison.Ratio(0.1), 2)} to {Figures.Fixed(comparison.Ratio(0.9), 2)}",
        target is { } figure ? Figures.Fixed(figure, 1) : None,
        target is null ? None : comparison.Ratio(0.5) >= target ? "yes" : "no");

    /// <inheritdoc/>
    public override string ToString() => table.ToString();
}
