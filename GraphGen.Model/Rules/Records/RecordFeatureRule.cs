namespace GraphGen.Model;

/// <summary>GG6005: a label needs features that it could be predicted from.</summary>
internal static class RecordFeatureRule
{
    public static IEnumerable<Problem> Check(RecordDeclaration declaration)
    {
        if (declaration.Members.Count > 0)
        {
            yield return Problem.Of(RuleIds.NoFeature, new Place.OnAttribute(0, null), declaration.Type.Name, declaration.Members[0].Name);
        }
    }
}
