namespace GraphGen;

/// <summary>How a published network was trained, so that somebody else can do it again.</summary>
/// <param name="Command">The command that trains it, or where its program is to be had.</param>
/// <param name="Seed">The seed of weights, dropout and shuffling.</param>
/// <param name="Epochs">The number of passes over the data, at least 0.</param>
/// <param name="Reproducibility">What comes out when it is done again: the same bits, on which machines, or figures near to these.</param>
public sealed record ZooTraining(string Command, ulong Seed, int Epochs, string Reproducibility)
{
    /// <summary>The version of GraphGen that published the network, such as <c>0.6.0</c>: filled in by <see cref="Zoo.Save"/>, empty before.</summary>
    public string Version { get; internal init; } = "";
}
