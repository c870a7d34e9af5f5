namespace GraphGen.Model;

/// <summary>GG6002: neither the type nor a member of it is called like what GraphGen emits.</summary>
internal static class RecordNameRule
{
    public static IEnumerable<Problem> Check(RecordDeclaration declaration)
    {
        var emitted = new HashSet<string>(RecordMembers.Of(declaration), StringComparer.Ordinal);
        if (emitted.Contains(declaration.Type.Name))
        {
            yield return RecordTypeRule.Because(declaration, declaration.RecordPlace, "a member that GraphGen emits has its name; rename the type");
        }

        foreach (MemberFacts member in declaration.TakenNames.Where(member => emitted.Contains(member.Name)))
        {
            yield return RecordTypeRule.Because(
                declaration,
                member.IsInherited ? declaration.RecordPlace : new Place.OnMember(member.Name),
                $"GraphGen emits a member called '{member.Name}'; rename the one in '{member.DeclaringType}'");
        }
    }
}
