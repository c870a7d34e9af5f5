namespace GraphGen.Model;

/// <summary>What the layers of a network are to one another by their order.</summary>
internal static class LayerOrder
{
    /// <summary>
    /// Whether the dense layer at <paramref name="position"/> is a hidden one: another follows. The last one is the output.
    /// </summary>
    public static bool IsHidden(IReadOnlyList<AttributeFacts> layers, int position) =>
        layers.Skip(position + 1).Any(layer => layer.Kind == AttributeKind.Dense);

    /// <summary>
    /// The position of the <c>[Activation]</c> that a dense layer without one of its own leaves its activation to: it stands behind the
    /// layer with nothing between but normalisation and dropout. Null where there is none.
    /// </summary>
    public static int? StandaloneActivation(IReadOnlyList<AttributeFacts> layers, int position)
    {
        if ((Act)layers[position].Value("activation", (int)Act.Linear) != Act.Linear)
        {
            return null;
        }

        int next = position + 1;
        while (next < layers.Count && layers[next].Kind is not (AttributeKind.Dense or AttributeKind.Activation))
        {
            next++;
        }

        return next < layers.Count && layers[next].Kind == AttributeKind.Activation ? next : null;
    }
}
