namespace GraphGen.Model;

/// <summary>GG1002: what stands on a class without <c>[Input]</c> has no effect, so the marker was forgotten.</summary>
internal static class InputRule
{
    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        if (declaration.Attributes.Count > 0)
        {
            // A width of 0 is out of range: the next message points to the number that only the author knows.
            yield return Problem.Of(
                RuleIds.NoInput,
                new Place.OnAttribute(0, null),
                declaration.Class.Name,
                declaration.Attributes[0].Kind.ToString())
                .MendedBy("Add [Input(features: 0)] and fill in the number of features", new Edit.InsertBefore(0, "Input(features: 0)"));
        }
    }
}
