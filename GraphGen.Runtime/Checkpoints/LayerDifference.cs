namespace GraphGen;

/// <summary>What is different about a layer, or about one of its tensors.</summary>
/// <param name="Layer">The layer; empty for a tensor of no layer and for what concerns the whole network.</param>
/// <param name="What">The sentence without its beginning, the layer's name, and without its full stop.</param>
internal readonly record struct LayerDifference(string Layer, string What)
{
    /// <summary>A difference of a tensor.</summary>
    /// <param name="tensor">Its name, such as <c>dense1.weight</c>.</param>
    /// <param name="what">The rest of a sentence that begins with the tensor's name within its layer.</param>
    public static LayerDifference OfTensor(string tensor, string what) => new(LayerOf(tensor), $"{PartOf(tensor)} {what}");

    /// <summary>The layer that a tensor belongs to: <c>dense1</c> for <c>dense1.weight</c>.</summary>
    public static string LayerOf(string tensor) => tensor[..Math.Max(0, tensor.LastIndexOf('.'))];

    /// <summary>A tensor's name within its layer: <c>weight</c> for <c>dense1.weight</c>.</summary>
    public static string PartOf(string tensor) => tensor[(tensor.LastIndexOf('.') + 1)..];

    /// <summary>A sentence for each layer, which begins with its name.</summary>
    public static string[] ByLayer(IEnumerable<LayerDifference> differences) =>
        [.. differences
            .GroupBy(difference => difference.Layer, StringComparer.Ordinal)
            .Select(layer => $"{(layer.Key.Length > 0 ? layer.Key + ": " : "")}{string.Join("; ", layer.Select(difference => difference.What))}.")];
}
