namespace GraphGen;

/// <summary>How what is in a file differs from what a network needs.</summary>
internal static class CheckpointDifferences
{
    /// <summary>Every tensor that differs, with what is different about it; none where the file fits.</summary>
    /// <param name="header">What the file holds.</param>
    /// <param name="expected">What is needed.</param>
    /// <param name="isIgnored">Says of a name whether it may be in the file without being expected.</param>
    public static List<LayerDifference> OfTensors(SafetensorsHeader header, List<StoredTensor> expected, Func<string, bool> isIgnored)
    {
        var differences = new List<LayerDifference>();
        foreach (StoredTensor tensor in expected)
        {
            if (DifferenceOf(header, tensor) is { } what)
            {
                differences.Add(LayerDifference.OfTensor(tensor.Name, what));
            }
        }

        HashSet<string> names = expected.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        foreach ((string name, SafetensorsTensor tensor) in header.Tensors)
        {
            if (!names.Contains(name) && !isIgnored(name))
            {
                differences.Add(LayerDifference.OfTensor(name, $"{ShapeText.Of<long>(tensor.Shape)} is in the file, but not in the network"));
            }
        }

        return differences;
    }

    /// <summary>Every layer that is another than the file's, tensors aside; none where the file says nothing of its network.</summary>
    /// <param name="header">What the file holds.</param>
    /// <param name="info">The network.</param>
    /// <param name="ofTensors">What is known to differ already.</param>
    public static List<LayerDifference> OfArchitecture(SafetensorsHeader header, NetworkInfo info, List<LayerDifference> ofTensors)
    {
        HashSet<string> told = [.. ofTensors.Select(difference => difference.Layer)];
        return info.Architecture.Count > 0 && NetworkArchitecture.Read(header.Metadata) is { } file
            ? [.. new NetworkArchitecture(info.Architecture).DifferencesFrom(file, told.Contains)]
            : [];
    }

    private static string? DifferenceOf(SafetensorsHeader header, StoredTensor tensor) =>
        !header.Tensors.TryGetValue(tensor.Name, out SafetensorsTensor? found) ? $"{ShapeText.Of(tensor.Shape)} is missing from the file"
        : found.Type != SafetensorsTensor.Float32 ? $"has the type {found.Type} in the file, but {SafetensorsTensor.Float32} is needed"
        : !found.HasShape(tensor.Shape) ? $"has the shape {ShapeText.Of<long>(found.Shape)} in the file, but {ShapeText.Of(tensor.Shape)} is needed"
        : null;
}
