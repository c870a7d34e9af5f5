using GraphGen.Benchmarks.Networks;

namespace GraphGen.Benchmarks.Peers;

/// <summary>A library or compiler to measure beside us, through a program that <see cref="PeerProcess"/> can talk to.</summary>
internal interface IPeer
{
    /// <summary>For the tables.</summary>
    string Name { get; }

    /// <summary>How to install it, in a sentence.</summary>
    string Installation { get; }

    /// <summary>Whether its program can express the network and train it.</summary>
    bool CanTrain(NetworkKind kind);

    /// <summary>Whether its program can predict with the network, and so many rows at once.</summary>
    bool CanPredict(NetworkKind kind, int rows);

    /// <summary>Makes the program ready to run on a workload.</summary>
    /// <param name="workload">What it shall compute.</param>
    /// <param name="folder">The folder with the workload's files, in which it may add its own.</param>
    /// <returns>The command: a program, and its arguments.</returns>
    /// <exception cref="PeerMissingException">Something that it needs is not installed.</exception>
    IReadOnlyList<string> Prepare(NetworkWorkload workload, string folder);
}
