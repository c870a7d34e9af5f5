namespace GraphGen.Model;

/// <summary>
/// A layer's name. A name that the declaration gives is kept as the key and turned into Pascal case for the member;
/// any other layer is called by its kind and its number among the layers of that kind, so that naming one renames no other.
/// </summary>
/// <param name="Member">The member's name, such as <c>Dense1</c>.</param>
/// <param name="Key">The prefix of its parameters' names, such as <c>dense1</c>.</param>
/// <param name="Attribute">The layer's attribute, counted through <see cref="Declaration.Attributes"/>.</param>
/// <param name="IsGiven">Whether the declaration gives the name.</param>
internal sealed record LayerName(string Member, string Key, int Attribute, bool IsGiven)
{
    /// <summary>The names of all layers, in order.</summary>
    public static IReadOnlyList<LayerName> Of(Declaration declaration)
    {
        var names = new List<LayerName>();
        var counts = new Dictionary<AttributeKind, int>();
        foreach (int index in declaration.LayerIndices)
        {
            AttributeFacts layer = declaration.Attributes[index];
            counts.TryGetValue(layer.Kind, out int count);
            counts[layer.Kind] = ++count;
            names.Add(layer.Value<string?>("Name", null) is { } given
                ? new LayerName(PascalCase(given), given, index, IsGiven: true)
                : new LayerName($"{layer.Kind}{count}", $"{layer.Kind.ToString().ToLowerInvariant()}{count}", index, IsGiven: false));
        }

        return names;
    }

    private static string PascalCase(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
