namespace GraphGen.Model;

/// <summary>
/// What a preset stands for in one declaration. Its initialiser belongs to its activation: a layer that names another activation gets the
/// initialiser which suits that one.
/// </summary>
/// <param name="Preset">The preset.</param>
/// <param name="Attribute">The <c>[Preset]</c>, counted through <see cref="Declaration.Attributes"/>.</param>
/// <param name="Init">The initialiser of hidden layers with its activation.</param>
/// <param name="Activation">The activation of hidden layers.</param>
/// <param name="Normalization">The layer behind every hidden one and its activation; null for none.</param>
/// <param name="Dropout">The layer in front of the output; null for none.</param>
/// <param name="Optimizer">The optimizer, with every argument that its attribute has.</param>
/// <param name="Schedule">The schedule of fits that name none.</param>
internal sealed record Recipe(
    Preset Preset,
    int Attribute,
    Init Init,
    Act Activation,
    AttributeFacts? Normalization,
    AttributeFacts? Dropout,
    AttributeFacts Optimizer,
    ScheduleKind Schedule)
{
    /// <summary>The number of hidden layers from which on a network counts as deep.</summary>
    private const int DeepFrom = 4;

    private static readonly AttributeFacts BatchNorm = Added(AttributeKind.BatchNorm);

    private static readonly AttributeFacts Nag = Added(AttributeKind.Nag, ("momentum", 0.9));

    private static readonly AttributeFacts AdamW =
        Added(AttributeKind.AdamW, ("weightDecay", 0.01), ("beta1", 0.9), ("beta2", 0.999), ("epsilon", 1e-8));

    /// <summary>The recipe of the declaration's preset; null where it has none, or one that does not exist.</summary>
    public static Recipe? Of(Declaration declaration)
    {
        int hiddenLayers = declaration.IndicesWhere(kind => kind == AttributeKind.Dense).Count() - 1;
        return declaration.IndicesWhere(kind => kind == AttributeKind.Preset)
            .Select(index => Of((Preset)declaration.Attributes[index].Value("preset", -1), index, hiddenLayers))
            .FirstOrDefault();
    }

    private static Recipe? Of(Preset preset, int attribute, int hiddenLayers) => preset switch
    {
        Preset.Classic => new(
            preset, attribute, Init.He, Act.Elu, BatchNorm, Added(AttributeKind.Dropout, ("rate", 0.2)), Nag, ScheduleKind.Constant),
        Preset.Modern when hiddenLayers >= DeepFrom => new(
            preset, attribute, Init.He, Act.Swish, BatchNorm, Dropout: null, AdamW, ScheduleKind.OneCycle),
        Preset.Modern => new(
            preset, attribute, Init.He, Act.Elu, Normalization: null, Dropout: null, AdamW, ScheduleKind.OneCycle),
        Preset.SelfNormalizing => new(
            preset, attribute, Init.LeCun, Act.Selu, Normalization: null, Dropout: null, Nag, ScheduleKind.OneCycle),
        _ => null,
    };

    private static AttributeFacts Added(AttributeKind kind, params (string Name, double Value)[] arguments) =>
        new(kind, Part: 0, new(arguments.Select(argument => new ArgumentFacts(argument.Name, argument.Value))));
}
