namespace GraphGen.Model;

/// <summary>A layer of a network: one that the declaration states, or one that its preset or <c>[Rbm]</c> adds as if it stood there.</summary>
/// <param name="Facts">Its attribute; for an added layer the one that the declaration could have had.</param>
/// <param name="Name">Its name.</param>
/// <param name="Attribute">
/// What brings it in, its own attribute, <c>[Preset]</c> or <c>[Rbm]</c>, counted through <see cref="Declaration.Attributes"/>.
/// </param>
/// <param name="IsAdded">Whether it has no attribute of its own.</param>
internal sealed record StackedLayer(AttributeFacts Facts, LayerName Name, int Attribute, bool IsAdded)
{
    /// <summary>The kind of layer.</summary>
    public AttributeKind Kind => Facts.Kind;
}
