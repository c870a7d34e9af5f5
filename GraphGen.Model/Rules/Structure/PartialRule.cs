namespace GraphGen.Model;

/// <summary>GG1001: every declaration of a network says <c>partial</c>.</summary>
internal static class PartialRule
{
    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        for (int part = 0; part < declaration.Parts.Count; part++)
        {
            if (!declaration.Parts[part].IsPartial)
            {
                var place = new Place.OnClass(part);
                yield return Problem.Of(RuleIds.NotPartial, place, declaration.Class.Name, declaration.Class.Keyword)
                    .MendedBy($"Make '{declaration.Class.Name}' partial", new Edit.MakePartial(place));
            }
        }
    }
}
