using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Peers;

/// <summary>A table of comparisons for each peer.</summary>
/// <param name="batch">The heading of the column that counts rows.</param>
internal sealed class PeerTables(string batch)
{
    private readonly Dictionary<string, ComparisonTable> tables = new(StringComparer.Ordinal);

    /// <summary>Adds a comparison to a peer's table.</summary>
    public void Add(IPeer peer, string network, int rows, Comparison comparison, double? target)
    {
        if (!tables.TryGetValue(peer.Name, out ComparisonTable? table))
        {
            tables.Add(peer.Name, table = new(batch, "ours", peer.Name));
        }

        table.Add(network, rows, comparison, target);
    }

    /// <summary>Adds the tables to a report, in the order in which the peers came.</summary>
    /// <param name="report">The report.</param>
    /// <param name="introduction">What stands between a peer's name and its table.</param>
    public void AddTo(Report report, string introduction)
    {
        if (tables.Count > 0)
        {
            report.Add("A ratio is the peer's time over ours in the same round, the median over the rounds.");
        }

        foreach (var (peer, table) in tables)
        {
            report.Add($"Beside {peer}: {introduction}");
            report.Add(table);
        }
    }
}
