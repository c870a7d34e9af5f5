namespace GraphGen.Model;

/// <summary>
/// GG1008: neither the class nor a member of it is called like what GraphGen emits. Overloads of emitted methods are welcome.
/// </summary>
internal static class MemberNameRule
{
    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        string name = declaration.Class.Name;
        if (EmittedMembers.Properties.Contains(name) || EmittedMembers.Methods.Contains(name))
        {
            yield return Problem.Of(
                RuleIds.NameClash, declaration.NetworkPlace, name, "is taken by a member that networks have: rename the class");
        }

        foreach (MemberFacts member in declaration.Members)
        {
            if (EmittedMembers.Properties.Contains(member.Name) || (!member.IsMethod && EmittedMembers.Methods.Contains(member.Name)))
            {
                yield return Problem.Of(
                    RuleIds.NameClash,
                    member.IsInherited ? declaration.NetworkPlace : new Place.OnMember(member.Name),
                    member.Name,
                    $"is taken by a member that networks have: rename the one in '{member.DeclaringType}'");
            }
        }
    }
}
