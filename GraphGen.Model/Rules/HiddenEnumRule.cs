namespace GraphGen.Model;

/// <summary>
/// GG1008: a class's attributes see its own members first, so a member called Init or Act hides the enum there,
/// and the compiler's message does not tell why.
/// </summary>
internal static class HiddenEnumRule
{
    public static IEnumerable<Problem> Check(Declaration declaration) =>
        from hidden in declaration.UnboundNames
        where hidden is nameof(Init) or nameof(Act)
        let member = declaration.Members.FirstOrDefault(member => member.Name == hidden)
        where member is not null
        let example = hidden == nameof(Init) ? nameof(Init.He) : nameof(Act.Relu)
        select Problem.Of(
            RuleIds.NameClash,
            member.IsInherited ? new Place.OnClass(0) : new Place.OnMember(hidden),
            hidden,
            $"hides GraphGen's enum in the attributes of '{declaration.Class.Name}': write GraphGen.{hidden}.{example} there");
}
