namespace GraphGen;

/// <summary>No layer of one network fits into another, so that nothing was copied.</summary>
public sealed class TransferException : Exception
{
    internal TransferException(IEnumerable<LayerDifference> differences)
        : this(LayerDifference.ByLayer(differences))
    {
    }

    private TransferException(string[] differences)
        : base(
            $"No layer could be copied, and the network was left as it was:\n  {string.Join("\n  ", differences)}\n"
            + "Layers are found by their names: declare the same ones, or say with 'names' what a layer is called in the source.")
    {
        Differences = Array.AsReadOnly(differences);
    }

    /// <summary>The differences, one sentence for each layer that has any: it begins with the layer's name.</summary>
    public IReadOnlyList<string> Differences { get; }
}
