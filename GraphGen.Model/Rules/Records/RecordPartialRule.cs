namespace GraphGen.Model;

/// <summary>GG6001: every declaration of a type with features says <c>partial</c>.</summary>
internal static class RecordPartialRule
{
    public static IEnumerable<Problem> Check(RecordDeclaration declaration)
    {
        for (int part = 0; part < declaration.Parts.Count; part++)
        {
            if (!declaration.Parts[part])
            {
                var place = new Place.OnClass(part);
                yield return Problem.Of(RuleIds.RecordNotPartial, place, declaration.Type.Name, declaration.Type.Keyword)
                    .MendedBy($"Make '{declaration.Type.Name}' partial", new Edit.MakePartial(place));
            }
        }
    }
}
