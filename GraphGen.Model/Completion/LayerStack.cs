using System.Runtime.CompilerServices;

namespace GraphGen.Model;

/// <summary>
/// The layers of a network in order, those that its preset adds among them, and what fills in the arguments that they leave unsaid.
/// </summary>
internal sealed class LayerStack
{
    /// <summary>The stacks of declarations that are in use, since one rule after the other asks for the same.</summary>
    private static readonly ConditionalWeakTable<Declaration, LayerStack> Known = new();

    private readonly AttributeFacts[] facts;

    private LayerStack(IEnumerable<StackedLayer> layers, DefaultsFacts? defaults, Recipe? recipe)
    {
        Layers = [.. layers];
        facts = [.. Layers.Select(layer => layer.Facts)];
        Defaults = defaults;
        Recipe = recipe;
    }

    /// <summary>The layers.</summary>
    public IReadOnlyList<StackedLayer> Layers { get; }

    /// <summary>The <c>[Defaults]</c>; null where there is none.</summary>
    public DefaultsFacts? Defaults { get; }

    /// <summary>What the preset stands for; null where there is none.</summary>
    public Recipe? Recipe { get; }

    /// <summary>The stack of <paramref name="declaration"/>, whatever rules it breaks.</summary>
    public static LayerStack Of(Declaration declaration) => Known.GetValue(declaration, Build);

    /// <summary>The layer that is called <paramref name="name"/>, by its key or by its member; null where there is none.</summary>
    public StackedLayer? Find(string name) => Layers.FirstOrDefault(layer => layer.Name.Key == name || layer.Name.Member == name);

    /// <summary>Whether the dense layer at <paramref name="position"/> is a hidden one.</summary>
    public bool IsHidden(int position) => LayerOrder.IsHidden(facts, position);

    /// <summary>
    /// The <c>[Activation]</c> that the dense layer at <paramref name="position"/> leaves its activation to; null where there is none.
    /// </summary>
    public AttributeFacts? StandaloneActivation(int position) =>
        LayerOrder.StandaloneActivation(facts, position) is { } standalone ? facts[standalone] : null;

    private static LayerStack Build(Declaration declaration)
    {
        Recipe? recipe = Recipe.Of(declaration);
        (AttributeFacts Facts, int Attribute)[] layers =
        [
            .. recipe is not null
                ? AddedLayers.Among(declaration, recipe)
                : declaration.LayerIndices.Select(index => (declaration.Attributes[index], index)),
        ];
        IEnumerable<LayerName> names = LayerName.Of(layers.Select(layer => layer.Facts));
        return new LayerStack(
            layers.Zip(names, (layer, name) => new StackedLayer(
                layer.Facts, name, declaration.Written(layer.Attribute), layer.Facts.IsImplied || layer.Attribute == recipe?.Attribute)),
            DefaultsFacts.Of(declaration),
            recipe);
    }
}
