using System.Globalization;

namespace GraphGen.Model;

/// <summary>GG6003: a feature is a number or can be turned into numbers, a label is a class or a number, and both can be read from each row.</summary>
internal static class RecordMemberRule
{
    private const string FlagsReason = "the values of '{0}' are flags, of which several hold at once; declare a bool for each flag";

    public static IEnumerable<Problem> Check(RecordDeclaration declaration)
    {
        for (int index = 0; index < declaration.Members.Count; index++)
        {
            RecordMember member = declaration.Members[index];
            if (ReasonAgainst(member) is { } reason)
            {
                yield return Problem.Of(
                    RuleIds.UnsuitableMember, new Place.OnAttribute(index, null), member.Name, member.IsLabel ? "label" : "feature", reason);
            }
        }
    }

    /// <summary>Why the member can be no feature or no label; null where it can.</summary>
    public static string? ReasonAgainst(RecordMember member) => OfForm(member) ?? (member.IsLabel ? OfLabel(member) : OfFeature(member));

    private static string? OfForm(RecordMember member) => member.Form switch
    {
        MemberForm.Static => "it is static, the same for all rows; remove 'static'",
        MemberForm.WriteOnly => "it cannot be read; give it a getter",
        MemberForm.Indexer => "it is an indexer, which has no one value; declare a property",
        MemberForm.ExplicitImplementation => "it implements a member of an interface under that one's name; declare a property of its own",
        MemberForm.Parameter => "only the positional parameters of records become properties, which objects keep; declare a property",
        MemberForm.Targeted => $"its attribute has a target that generators do not see; write [{(member.IsLabel ? "Label" : "Feature")}] without target",
        _ => null,
    };

    private static string? OfFeature(RecordMember member) => member.Value switch
    {
        { Kind: ValueKind.Enum, Enum: { IsFlags: true } } when !member.IsOrdinal => Flags(member),
        { Enum.Values.Count: 0 } => NoValues(member),
        { Kind: ValueKind.Vector, Vector: { IsNumeric: false } } =>
            $"the elements of '{member.Value.Type}' are no numbers; compute numbers from them in a property",
        { Kind: ValueKind.Vector } when member.Length is null =>
            $"'{member.Value.Type}' holds several numbers, and every row must have as many; write [Feature(Length = n)] with their number",
        { Kind: ValueKind.Matrix } => $"'{member.Value.Type}' has more than one dimension; keep its numbers row by row in an array of one",
        { Kind: ValueKind.Text } =>
            "text is no number; make it an enum, which becomes a column for each value, or let CsvFile encode the column of a file",
        { Kind: ValueKind.Character } => "a character is no number; make it an enum, which becomes a column for each value",
        { Kind: ValueKind.Time } =>
            $"'{member.Value.Type}' is no number; add a property that computes what matters, such as the hour, the weekday or the days gone by",
        { Kind: ValueKind.Other } => $"'{member.Value.Type}' is no number, truth value or enum; compute one of these in a property",
        _ => null,
    };

    private static string? OfLabel(RecordMember member) => member.Value switch
    {
        { Kind: ValueKind.Enum, Enum: { IsFlags: true } } => Flags(member),
        { Enum.Values.Count: 0 } => NoValues(member),
        { Kind: ValueKind.WideInteger } => $"'{member.Value.Type}' is too wide for the number of a class; make it an int or an enum",
        { Kind: ValueKind.Vector or ValueKind.Matrix } => $"'{member.Value.Type}' holds several values; declare a [Label] of type float for each",
        { Kind: ValueKind.Text or ValueKind.Character } => $"a '{member.Value.Type}' is no class; make it an enum",
        { Kind: ValueKind.Time } => $"'{member.Value.Type}' is no number; add a property that computes one, such as the hours",
        { Kind: ValueKind.Other } => $"'{member.Value.Type}' is no class and no number; make it an enum, an int, a bool or a float",
        _ => null,
    };

    private static string Flags(RecordMember member) => string.Format(CultureInfo.InvariantCulture, FlagsReason, member.Value.Type);

    private static string NoValues(RecordMember member) => $"'{member.Value.Type}' has no values; declare them";
}
