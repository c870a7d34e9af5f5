namespace GraphGen.Model;

/// <summary>The <c>[Defaults]</c> of a declaration.</summary>
/// <param name="Facts">What it says.</param>
/// <param name="Attribute">Its place, counted through <see cref="Declaration.Attributes"/>.</param>
internal sealed record DefaultsFacts(AttributeFacts Facts, int Attribute)
{
    /// <summary>That of <paramref name="declaration"/>; null where it has none.</summary>
    public static DefaultsFacts? Of(Declaration declaration) =>
        declaration.IndicesWhere(kind => kind == AttributeKind.Defaults)
            .Select(index => new DefaultsFacts(declaration.Attributes[index], index))
            .FirstOrDefault();
}
