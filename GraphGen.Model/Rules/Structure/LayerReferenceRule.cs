namespace GraphGen.Model;

/// <summary>GG1012: where a layer is named, there is one of that name.</summary>
internal static class LayerReferenceRule
{
    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        foreach (int index in declaration.IndicesWhere(kind => kind == AttributeKind.FreezeUpTo))
        {
            string name = declaration.Attributes[index].Value("layer", "");
            var stack = LayerStack.Of(declaration);
            string[] keys = [.. stack.Layers.Select(layer => layer.Name.Key)];
            if (keys.Length == 0 || stack.Find(name) is not null)
            {
                continue;
            }

            string nearest = Spelling.Nearest(name, keys);
            yield return Problem.Of(RuleIds.UnknownLayer, new Place.OnAttribute(index, "layer"), name, string.Join(", ", keys.Select(key => $"'{key}'")), nearest)
                .MendedBy($"Name '{nearest}'", new Edit.SetArgument(index, "layer", $"\"{nearest}\""));
        }
    }
}
