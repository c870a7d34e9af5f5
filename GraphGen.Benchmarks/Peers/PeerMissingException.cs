namespace GraphGen.Benchmarks.Peers;

/// <summary>Something that the peer needs is not installed.</summary>
/// <param name="what">The package by its name in Debian, or the interpreter.</param>
internal sealed class PeerMissingException(string what) : Exception(
    $"PyTorch is not measured, because {what} was not found. In Debian, 'apt-get install python3-torch libopenblas0-pthread' " +
    "installs it; the option --python chooses another interpreter.");
