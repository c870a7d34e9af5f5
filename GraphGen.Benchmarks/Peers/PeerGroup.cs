using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Networks;

namespace GraphGen.Benchmarks.Peers;

/// <summary>The programs of several peers on one network.</summary>
internal sealed class PeerGroup : IDisposable
{
    private readonly List<(IPeer Peer, PeerProcess Process)> members = [];

    /// <summary>Starts those peers that are installed.</summary>
    /// <param name="starter">Knows which are not.</param>
    /// <param name="peers">The peers.</param>
    /// <param name="kind">The network.</param>
    /// <param name="batch">Rows of a step or of a prediction.</param>
    /// <param name="use">What they shall do.</param>
    /// <param name="threads">Threads that each may use.</param>
    public PeerGroup(PeerStarter starter, IEnumerable<IPeer> peers, NetworkKind kind, int batch, PeerUse use, int threads)
    {
        try
        {
            foreach (IPeer peer in peers)
            {
                if (starter.TryStart(peer, kind, batch, use, threads) is { } process)
                {
                    members.Add((peer, process));
                }
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Measures us beside all of them in rounds: a sample of ours, then one of each.</summary>
    /// <param name="ours">Our work.</param>
    /// <param name="theirs">So many repetitions of a peer's, in seconds by its own clock.</param>
    /// <param name="rounds">Rounds, at least 1.</param>
    /// <returns>What was seen of us and of each; nothing where no peer runs.</returns>
    public IReadOnlyList<(IPeer Peer, Comparison Comparison)> Compare(
        Workload ours, Func<PeerProcess, int, double> theirs, int rounds)
    {
        if (members.Count == 0)
        {
            return [];
        }

        var contenders = members.Select<(IPeer, PeerProcess Process), Func<int, double>>(
            member => repetitions => theirs(member.Process, repetitions));
        var seconds = SideBySide.Measure([ours.TimeWarm, .. contenders], rounds);
        return [.. members.Select((member, index) => (member.Peer, new Comparison(seconds[0], seconds[1 + index])))];
    }

    /// <summary>Ends the programs.</summary>
    public void Dispose() => members.ForEach(member => member.Process.Dispose());
}
