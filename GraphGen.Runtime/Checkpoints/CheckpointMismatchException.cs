namespace GraphGen;

/// <summary>A checkpoint is sound, but belongs to another network than the one to be loaded.</summary>
public sealed class CheckpointMismatchException : Exception
{
    internal CheckpointMismatchException(string path, IReadOnlyList<string> differences, string remedy)
        : base($"'{path}' does not fit, and the network was left as it was:\n  {string.Join("\n  ", differences)}\n{remedy}")
    {
        Differences = differences;
    }

    internal CheckpointMismatchException(string path, IEnumerable<LayerDifference> differences)
        : this(
            path,
            LayerDifference.ByLayer(differences),
            "Give it to the network that was saved, or take the layers that fit with Load(path, partial: true).")
    {
    }

    /// <summary>The differences, one sentence for each layer that has any: it begins with the layer's name.</summary>
    public IReadOnlyList<string> Differences { get; }
}
