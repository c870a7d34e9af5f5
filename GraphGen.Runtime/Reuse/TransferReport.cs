namespace GraphGen;

/// <summary>What a network took from a file or from another network.</summary>
public sealed class TransferReport
{
    internal TransferReport(IEnumerable<string> parameters, IEnumerable<LayerDifference> skipped, IEnumerable<LayerDifference> notes)
    {
        CopiedParameters = Array.AsReadOnly(parameters.ToArray());
        CopiedLayers = Array.AsReadOnly(CopiedParameters.Select(LayerDifference.LayerOf).Distinct(StringComparer.Ordinal).ToArray());
        Skipped = Array.AsReadOnly(LayerDifference.ByLayer(skipped));
        Notes = Array.AsReadOnly(LayerDifference.ByLayer(notes));
    }

    /// <summary>The names of the layers that were overwritten, each as a whole, in the network's order.</summary>
    public IReadOnlyList<string> CopiedLayers { get; }

    /// <summary>The names of the parameters and moving statistics that were overwritten, in the network's order.</summary>
    public IReadOnlyList<string> CopiedParameters { get; }

    /// <summary>
    /// What was passed over, a sentence for each layer, which begins with its name: missing on one side, or of another shape, type or kind.
    /// </summary>
    public IReadOnlyList<string> Skipped { get; }

    /// <summary>
    /// What was overwritten but will compute something else than it did where it comes from, a sentence for each layer: it has another activation, for instance.
    /// </summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The layers that were copied, then a line for each that was not, then the notes.</summary>
    public override string ToString() => string.Join('\n',
    [
        $"copied   {string.Join(", ", CopiedLayers)}",
        .. Skipped.Select(sentence => $"skipped  {sentence}"),
        .. Notes.Select(sentence => $"note     {sentence}"),
    ]);
}
