using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Peers;

namespace GraphGen.Benchmarks.Kernels;

/// <summary>Those libraries of matrix products that this machine has, to be measured in turns with the emitted products.</summary>
internal sealed class GemmPeers : IDisposable
{
    private const double SampleSeconds = 2e-3;

    private readonly List<GemmPeer> peers = [];
    private readonly List<string> missing = [];

    /// <summary>Starts them.</summary>
    /// <param name="set">Whose vectors they may use.</param>
    public GemmPeers(InstructionSet set)
    {
        foreach (GemmLibrary library in GemmLibrary.All)
        {
            try
            {
                peers.Add(new GemmPeer(library, set));
            }
            catch (GemmPeerMissingException exception)
            {
                missing.Add(exception.Message);
            }
            catch
            {
                Dispose();
                throw;
            }
        }
    }

    /// <summary>The versions of those that are there.</summary>
    public IEnumerable<string> Versions => peers.Select(peer => peer.Version);

    /// <summary>Why the others are not.</summary>
    public IReadOnlyList<string> Missing => missing;

    /// <summary>Measures a product in turns with the libraries'.</summary>
    /// <param name="product">A product that has run often enough to be compiled.</param>
    /// <param name="rounds">Rounds, at least 1.</param>
    public ProductComparison Measure(ProductWorkload product, int rounds)
    {
        string[] forms = [.. peers.Select(peer => peer.Prepare(product.Size))];
        var theirs = peers.Select<GemmPeer, Func<int, double>>(peer => peer.Run);
        var seconds = Alternating.Measure([product.Workload.TimeWarm, .. theirs], rounds, SampleSeconds, warmUpPause: TimeSpan.Zero);
        return new(product, [.. peers.Select((peer, index) => new LibraryComparison(
            peer.Library, forms[index], new Comparison(OurSeconds: seconds[0], PeerSeconds: seconds[index + 1])))]);
    }

    /// <inheritdoc/>
    public void Dispose() => peers.ForEach(peer => peer.Dispose());
}
