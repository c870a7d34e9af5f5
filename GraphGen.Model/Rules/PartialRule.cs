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
                yield return Problem.Of(
                    RuleIds.NotPartial, new Place.OnClass(part), declaration.Class.Name, declaration.Class.Keyword);
            }
        }
    }
}
