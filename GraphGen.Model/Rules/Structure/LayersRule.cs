namespace GraphGen.Model;

/// <summary>GG1003: a network has weights. GG1004: its layers stand on one declaration, or their order would be undefined.</summary>
internal static class LayersRule
{
    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        if (!declaration.Has(AttributeKind.Dense))
        {
            yield return Problem.Of(RuleIds.NoWeights, declaration.NetworkPlace, declaration.Class.Name);
        }

        int? firstPart = null;
        foreach (int index in declaration.LayerIndices)
        {
            int part = declaration.Attributes[index].Part;
            firstPart ??= part;
            if (part != firstPart)
            {
                yield return Problem.Of(
                    RuleIds.ScatteredLayers,
                    new Place.OnAttribute(index, null),
                    declaration.Class.Name,
                    declaration.Attributes[index].Kind.ToString());
                yield break;
            }
        }
    }
}
