namespace GraphGen.Model;

/// <summary>GG6007: what an attribute says of its feature makes sense for the feature's type, and a row is not wider than a network's input.</summary>
internal static class FeatureArgumentRule
{
    public static IEnumerable<Problem> Check(RecordDeclaration declaration)
    {
        long columns = 0;
        foreach (int index in declaration.FeatureIndices.Where(index => RecordMemberRule.ReasonAgainst(declaration.Members[index]) is null))
        {
            RecordMember member = declaration.Members[index];
            if (LengthProblem(member) is { } length)
            {
                yield return Of(index, "Length", length);
            }

            if (member.IsOrdinal && member.Value.Kind != ValueKind.Enum)
            {
                yield return Of(index, "Ordinal", $"has no effect: '{member.Value.Type}' is no enum, so remove it");
            }

            if (MissingProblem(member) is { } missing)
            {
                yield return Of(index, "Missing", missing);
            }

            long before = columns;
            columns += Columns(member);
            if (before <= ArgumentRange.LargestWidth && columns > ArgumentRange.LargestWidth)
            {
                string what = $"makes a row of {Text.Count(columns)} columns, but a network takes at most {Text.Count(ArgumentRange.LargestWidth)}";
                yield return Of(index, "Length", what, subject: member.Length is null ? "The last column" : "Length");
            }
        }

        Problem Of(int index, string argument, string what, string? subject = null) => Problem.Of(
            RuleIds.UnsuitableFeatureArgument, new Place.OnAttribute(index, argument), subject ?? argument, declaration.Members[index].Name, what);
    }

    private static int Columns(RecordMember member) => member switch
    {
        { Value.Kind: ValueKind.Vector, Length: { } length } when ArgumentRange.Width.Contains(length) => length,
        { Value.Enum: { } values, IsOrdinal: false } => values.Values.Count,
        _ => 1,
    };

    private static string? LengthProblem(RecordMember member) => member switch
    {
        { Length: null } => null,
        { Value.Kind: not ValueKind.Vector } => $"has no effect: '{member.Value.Type}' is one value, so remove it",
        { Length: var length } when !ArgumentRange.Width.Contains(length) =>
            $"is {Text.Number(length)}, but must be {ArgumentRange.Width.Description}",
        _ => null,
    };

    private static string? MissingProblem(RecordMember member) => member switch
    {
        { Missing: null } => null,
        { Missing: { } missing } when !ArgumentRange.Finite.Contains(missing) =>
            $"is {Text.Number(missing)}, but must be {ArgumentRange.Finite.Description}",
        { Value.MayBeMissing: false } => $"has no effect: '{member.Value.Type}' is never null or NaN, so remove it",
        _ => null,
    };
}
