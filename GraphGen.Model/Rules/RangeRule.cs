namespace GraphGen.Model;

/// <summary>GG1005: every argument of every attribute lies in its range.</summary>
internal static class RangeRule
{
    private static readonly Dictionary<(AttributeKind Kind, string Argument), ArgumentRange> Ranges = new()
    {
        [(AttributeKind.Input, "features")] = ArgumentRange.Width,
        [(AttributeKind.Dense, "units")] = ArgumentRange.Width,
        [(AttributeKind.Dense, "init")] = ArgumentRange.MembersOf<Init>(),
        [(AttributeKind.Dense, "activation")] = ArgumentRange.MembersOf<Act>(),
        [(AttributeKind.Dense, "L2")] = ArgumentRange.NotNegative,
        [(AttributeKind.Dense, "MaxNorm")] = ArgumentRange.NotNegative,
        [(AttributeKind.Dense, "InitScale")] = ArgumentRange.NotNegative,
        [(AttributeKind.Activation, "activation")] = ArgumentRange.MembersOf<Act>(),
        [(AttributeKind.BatchNorm, "Momentum")] = ArgumentRange.Fraction,
        [(AttributeKind.BatchNorm, "Epsilon")] = ArgumentRange.Positive,
        [(AttributeKind.Dropout, "rate")] = ArgumentRange.Fraction,
        [(AttributeKind.Momentum, "momentum")] = ArgumentRange.Fraction,
        [(AttributeKind.Nag, "momentum")] = ArgumentRange.Fraction,
        [(AttributeKind.Adam, "beta1")] = ArgumentRange.Fraction,
        [(AttributeKind.Adam, "beta2")] = ArgumentRange.Fraction,
        [(AttributeKind.Adam, "epsilon")] = ArgumentRange.Positive,
    };

    /// <summary>The arguments that have a range, as spelled in the attribute types.</summary>
    public static IEnumerable<(AttributeKind Kind, string Argument)> Arguments => Ranges.Keys;

    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        for (int index = 0; index < declaration.Attributes.Count; index++)
        {
            AttributeFacts attribute = declaration.Attributes[index];
            foreach (ArgumentFacts argument in attribute.Arguments)
            {
                if (RangeOf(attribute, argument) is { } range && !range.Contains(argument.Value))
                {
                    yield return Problem.Of(
                        RuleIds.OutOfRange,
                        new Place.OnAttribute(index, argument.Name),
                        $"'{argument.Name}' of [{attribute.Kind}]",
                        Text.Number(argument.Value),
                        range.Description);
                }
            }
        }
    }

    /// <summary>The range of an argument. <c>InitScale</c> is a spread, except for the constant, which may be negative.</summary>
    private static ArgumentRange? RangeOf(AttributeFacts attribute, ArgumentFacts argument)
    {
        bool isConstant = argument.Name == "InitScale" && attribute.Arguments.Any(other => other is { Name: "init", Value: (int)Init.Constant });
        return isConstant ? ArgumentRange.Finite
            : Ranges.TryGetValue((attribute.Kind, argument.Name), out ArgumentRange? range) ? range
            : null;
    }
}
