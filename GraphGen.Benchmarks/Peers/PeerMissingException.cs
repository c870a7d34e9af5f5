namespace GraphGen.Benchmarks.Peers;

/// <summary>Something that a peer needs is not installed.</summary>
/// <param name="what">The package, or the program.</param>
internal sealed class PeerMissingException(string what) : Exception($"{what} was not found");
