namespace GraphGen.Model;

/// <summary>
/// A layer's name. A name that the declaration gives is kept as the key and turned into Pascal case for the member;
/// any other layer is called by its kind and its number among the layers of that kind, so that naming one renames no other.
/// </summary>
/// <param name="Member">The member's name, such as <c>Dense1</c>.</param>
/// <param name="Key">The prefix of its parameters' names, such as <c>dense1</c>.</param>
/// <param name="IsGiven">Whether the declaration gives the name.</param>
internal sealed record LayerName(string Member, string Key, bool IsGiven)
{
    /// <summary>The names of <paramref name="layers"/>, in their order.</summary>
    public static IEnumerable<LayerName> Of(IEnumerable<AttributeFacts> layers)
    {
        var counts = new Dictionary<AttributeKind, int>();
        foreach (AttributeFacts layer in layers)
        {
            counts.TryGetValue(layer.Kind, out int count);
            counts[layer.Kind] = ++count;
            yield return layer.Value<string?>("Name", null) is { } given
                ? new LayerName(PascalCase(given), given, IsGiven: true)
                : new LayerName($"{layer.Kind}{count}", $"{layer.Kind.ToString().ToLowerInvariant()}{count}", IsGiven: false);
        }
    }

    private static string PascalCase(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
