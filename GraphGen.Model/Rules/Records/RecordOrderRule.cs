namespace GraphGen.Model;

/// <summary>GG6006: features stand in one partial declaration, and so do targets, since their order is that of the columns.</summary>
internal static class RecordOrderRule
{
    public static IEnumerable<Problem> Check(RecordDeclaration declaration) =>
        Scattered(declaration, declaration.FeatureIndices, "features").Concat(Scattered(declaration, declaration.LabelIndices, "labels"));

    private static IEnumerable<Problem> Scattered(RecordDeclaration declaration, IEnumerable<int> indices, string what)
    {
        int[] members = [.. indices];
        return members
            .Where(index => declaration.Members[index].Part != declaration.Members[members[0]].Part)
            .Select(index => Problem.Of(
                RuleIds.ScatteredFeatures, new Place.OnAttribute(index, null), declaration.Type.Name, what, declaration.Members[index].Name));
    }
}
