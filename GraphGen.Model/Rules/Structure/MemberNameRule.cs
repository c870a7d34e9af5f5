namespace GraphGen.Model;

/// <summary>
/// GG1008: neither the class nor a member of it is called like what GraphGen emits. Overloads of emitted methods are welcome, with other
/// parameters than these have.
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
                yield return Taken(declaration, member, $"is taken by a member that networks have: rename the one in '{member.DeclaringType}'");
            }
        }

        foreach (MemberFacts method in declaration.Members.Any(IsOverload) ? Repeated(declaration) : [])
        {
            yield return Taken(
                declaration,
                method,
                $"with these parameters is a method that GraphGen emits: rename the one in '{method.DeclaringType}', or give it other parameters");
        }
    }

    private static bool IsOverload(MemberFacts member) => member.ParameterTypes is not null;

    /// <summary>The methods that an emitted one would repeat, or hide where they are inherited.</summary>
    private static IEnumerable<MemberFacts> Repeated(Declaration declaration)
    {
        var emitted = new HashSet<(string, string)>(EmittedMembers.Signatures(declaration));
        return declaration.Members.Where(member => IsOverload(member) && emitted.Contains((member.Name, member.ParameterTypes!)));
    }

    private static Problem Taken(Declaration declaration, MemberFacts member, string reason) => Problem.Of(
        RuleIds.NameClash,
        member.IsInherited ? declaration.NetworkPlace : new Place.OnMember(member.Name, member.ParameterTypes),
        member.Name,
        reason);
}
