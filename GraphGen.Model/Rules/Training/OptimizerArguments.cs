namespace GraphGen.Model;

/// <summary>The arguments of the optimizers' constructors.</summary>
internal static class OptimizerArguments
{
    private static readonly (string Name, double Value)[] Momentum = [("momentum", 0.9)];

    private static readonly (string Name, double Value)[] Adam = [("beta1", 0.9), ("beta2", 0.999), ("epsilon", 1e-8)];

    /// <summary>The arguments of <paramref name="optimizer"/> in order, with the values that they have by default.</summary>
    public static IReadOnlyList<(string Name, double Value)> Of(AttributeKind optimizer) => optimizer switch
    {
        AttributeKind.Momentum or AttributeKind.Nag => Momentum,
        AttributeKind.AdaGrad => [("epsilon", 1e-10)],
        AttributeKind.RmsProp => [("beta", 0.9), ("epsilon", 1e-10)],
        AttributeKind.Adam or AttributeKind.AdaMax => Adam,
        AttributeKind.AdamW => [("weightDecay", 0.01), .. Adam],
        AttributeKind.Nadam => [.. Adam, ("momentumDecay", 0.004)],
        _ => [],
    };

    /// <summary>Those of <paramref name="optimizer"/> that have another value than by default.</summary>
    public static IEnumerable<(string Name, double Value)> Changed(AttributeFacts optimizer) =>
        from argument in Of(optimizer.Kind)
        let value = optimizer.Value(argument.Name, argument.Value)
        where value != argument.Value
        select (argument.Name, value);
}
