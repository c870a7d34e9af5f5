namespace GraphGen.Model;

/// <summary>GG1007: of attributes that exclude each other only the first may stand.</summary>
internal static class SingleChoice
{
    public static IEnumerable<Problem> Check(Declaration declaration, int[] choices, string what) =>
        from index in choices.Skip(1)
        let surplus = declaration.Attributes[index].Kind
        select Problem.Of(
            RuleIds.AmbiguousTraining,
            new Place.OnAttribute(index, null),
            declaration.Class.Name,
            what,
            declaration.Attributes[choices[0]].Kind.ToString(),
            surplus.ToString())
            .MendedBy($"Remove [{surplus}]", new Edit.RemoveAttribute(index));
}
