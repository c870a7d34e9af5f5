namespace GraphGen.Model;

/// <summary>GG1005: every argument of every attribute lies in its range.</summary>
internal static class RangeRule
{
    /// <summary>
    /// The ranges by the argument's name, which means the same in whatever attribute it stands. Those of slopes and scales are narrower
    /// where <see cref="DependentRangeRule"/> knows the activation and the initialiser.
    /// </summary>
    private static readonly Dictionary<string, ArgumentRange> Ranges = new(StringComparer.Ordinal)
    {
        ["features"] = ArgumentRange.Width,
        ["units"] = ArgumentRange.Width,
        ["visible"] = ArgumentRange.Width,
        ["hidden"] = ArgumentRange.Width,
        ["Visible"] = ArgumentRange.MembersOf<VisibleUnits>(),
        ["Steps"] = ArgumentRange.ChainSteps,
        ["PersistentChains"] = ArgumentRange.Chains,
        ["init"] = ArgumentRange.MembersOf<Init>(),
        ["activation"] = ArgumentRange.MembersOf<Act>(),
        ["preset"] = ArgumentRange.MembersOf<Preset>(),
        ["loss"] = ArgumentRange.MembersOf<ReconstructionLoss>(),
        ["InitScale"] = ArgumentRange.Finite,
        ["FanMode"] = ArgumentRange.MembersOf<FanMode>(),
        ["Gain"] = ArgumentRange.Positive,
        ["Alpha"] = ArgumentRange.Finite,
        ["UpperAlpha"] = ArgumentRange.Finite,
        ["L1"] = ArgumentRange.NotNegative,
        ["L2"] = ArgumentRange.NotNegative,
        ["MaxNorm"] = ArgumentRange.NotNegative,
        ["RateMultiplier"] = ArgumentRange.NotNegative,
        ["Momentum"] = ArgumentRange.Fraction,
        ["Epsilon"] = ArgumentRange.Positive,
        ["rate"] = ArgumentRange.Fraction,
        ["deviation"] = ArgumentRange.NotNegative,
        ["l1"] = ArgumentRange.NotNegative,
        ["target"] = ArgumentRange.ProperFraction,
        ["weight"] = ArgumentRange.NotNegative,
        ["LabelSmoothing"] = ArgumentRange.Fraction,
        ["delta"] = ArgumentRange.Positive,
        ["momentum"] = ArgumentRange.Fraction,
        ["beta"] = ArgumentRange.Fraction,
        ["beta1"] = ArgumentRange.Fraction,
        ["beta2"] = ArgumentRange.Fraction,
        ["epsilon"] = ArgumentRange.Positive,
        ["momentumDecay"] = ArgumentRange.NotNegative,
        ["weightDecay"] = ArgumentRange.Fraction,
        ["WeightDecay"] = ArgumentRange.Fraction,
        ["limit"] = ArgumentRange.Positive,
        ["batches"] = ArgumentRange.Batches,
        ["decay"] = ArgumentRange.ProperFraction,
    };

    /// <summary>The arguments that have a range, as spelled in the attribute types.</summary>
    public static IReadOnlyCollection<string> Arguments => Ranges.Keys;

    public static IEnumerable<Problem> Check(Declaration declaration) =>
        from index in Enumerable.Range(0, declaration.Attributes.Count)
        where !declaration.Attributes[index].IsImplied
        from argument in declaration.Attributes[index].Arguments
        where Ranges.TryGetValue(argument.Name, out ArgumentRange? range) && !range.Contains(argument.Value)
        select ProblemOf(declaration, index, argument.Name, Ranges[argument.Name]);

    /// <summary>The message that an argument lies outside <paramref name="range"/>.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="attribute">The attribute, counted through <see cref="Declaration.Attributes"/>.</param>
    /// <param name="argument">The argument, which the attribute says.</param>
    /// <param name="range">What it should be.</param>
    public static Problem ProblemOf(Declaration declaration, int attribute, string argument, ArgumentRange range)
    {
        AttributeFacts facts = declaration.Attributes[attribute];
        return Problem.Of(
            RuleIds.OutOfRange,
            new Place.OnAttribute(attribute, argument),
            $"'{argument}' of [{facts.Kind}]",
            Text.Number(facts.Value<object?>(argument, null)),
            range.Description);
    }
}
