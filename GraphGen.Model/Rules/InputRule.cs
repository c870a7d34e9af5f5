namespace GraphGen.Model;

/// <summary>GG1002: what stands on a class without <c>[Input]</c> has no effect, so the marker was forgotten.</summary>
internal static class InputRule
{
    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        if (declaration.Attributes.Count > 0)
        {
            yield return Problem.Of(
                RuleIds.NoInput,
                new Place.OnAttribute(0, null),
                declaration.Class.Name,
                declaration.Attributes[0].Kind.ToString());
        }
    }
}
