namespace GraphGen.Model;

/// <summary>
/// Puts a preset's layers among the declared ones. A kind of layer that the declaration has anywhere is not added: its author has decided
/// where it belongs.
/// </summary>
internal static class AddedLayers
{
    /// <summary>All layers in order, each with the attribute that brings it in: its own, or <c>[Preset]</c>.</summary>
    public static IEnumerable<(AttributeFacts Facts, int Attribute)> Among(Declaration declaration, Recipe recipe)
    {
        bool normalizes = !declaration.Has(AttributeKind.BatchNorm);
        bool drops = !declaration.Has(AttributeKind.Dropout) && !declaration.Has(AttributeKind.AlphaDropout);
        int[] indices = [.. declaration.LayerIndices];
        AttributeFacts[] layers = [.. indices.Select(index => declaration.Attributes[index])];
        int[] hidden = [.. HiddenLayers(layers)];
        var ends = new HashSet<int>(hidden.Select(position => LayerOrder.StandaloneActivation(layers, position) ?? position));
        int output = hidden.Length > 0 ? Array.FindLastIndex(layers, layer => layer.Kind == AttributeKind.Dense) : -1;
        for (int position = 0; position < layers.Length; position++)
        {
            // Behind everything that belongs to the last hidden layer: dropout in front of batch normalisation disturbs its statistics.
            if (position == output && drops && recipe.Dropout is not null)
            {
                yield return (recipe.Dropout, recipe.Attribute);
            }

            yield return (layers[position], indices[position]);
            if (ends.Contains(position) && normalizes && recipe.Normalization is not null)
            {
                yield return (recipe.Normalization, recipe.Attribute);
            }
        }
    }

    private static IEnumerable<int> HiddenLayers(AttributeFacts[] layers) =>
        Enumerable.Range(0, layers.Length)
            .Where(position => layers[position].Kind == AttributeKind.Dense && LayerOrder.IsHidden(layers, position));
}
