using GraphGen.Benchmarks.Measuring;

namespace GraphGen.Benchmarks.Peers;

/// <summary>What was seen of us and of a peer, round by round.</summary>
/// <param name="OurSeconds">Time of one repetition in each round.</param>
/// <param name="PeerSeconds">The peer's beside it.</param>
internal sealed record Comparison(IReadOnlyList<double> OurSeconds, IReadOnlyList<double> PeerSeconds)
{
    public double OurMedianSeconds => Statistics.Quantile(OurSeconds, 0.5);

    public double PeerMedianSeconds => Statistics.Quantile(PeerSeconds, 0.5);

    /// <summary>How many times as long the peer took: what a share <paramref name="probability"/> of the rounds does not exceed.</summary>
    public double Ratio(double probability) =>
        Statistics.Quantile(PeerSeconds.Zip(OurSeconds, (peer, ours) => peer / ours), probability);
}
