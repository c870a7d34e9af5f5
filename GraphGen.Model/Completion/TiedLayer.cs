namespace GraphGen.Model;

/// <summary>Dense layers that multiply with the transpose of another one's weights, by <c>TiedTo = "hidden1"</c>.</summary>
internal static class TiedLayer
{
    /// <summary>The property that names the other layer.</summary>
    public const string Argument = "TiedTo";

    /// <summary>Whether <paramref name="layer"/> is one.</summary>
    public static bool IsTied(StackedLayer layer) => layer.Kind == AttributeKind.Dense && NameOf(layer) is not null;

    /// <summary>What a layer's <c>TiedTo</c> says; null where it says nothing.</summary>
    public static string? NameOf(StackedLayer layer) => layer.Facts.Value<string?>(Argument, null);

    /// <summary>The layer that the one at <paramref name="position"/> is tied to; null where it is tied to none, or to none that exists.</summary>
    public static StackedLayer? SourceOf(LayerStack stack, int position) =>
        NameOf(stack.Layers[position]) is { } name ? stack.Find(name) : null;
}
