namespace GraphGen.Model;

/// <summary>
/// GG1013: a tied layer names a dense layer in front of it with weights of its own, has the shape of their transpose, and says nothing of
/// weights itself.
/// </summary>
internal static class TiedLayerRule
{
    /// <summary>What only the layer that owns the weights can say.</summary>
    private static readonly string[] WeightArguments = ["init", "InitScale", "FanMode", "Gain", "L1", "L2", "PenalizeBias", "MaxNorm", "Frozen"];

    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        var stack = LayerStack.Of(declaration);
        return from position in Enumerable.Range(0, stack.Layers.Count)
               where TiedLayer.IsTied(stack.Layers[position])
               from problem in SourceProblem(stack, position) is { } wrong ? [wrong] : Shape(declaration, stack, position).Concat(Arguments(stack, position))
               select problem;
    }

    /// <summary>What is wrong with the name; null where it names a layer that weights can come from.</summary>
    private static Problem? SourceProblem(LayerStack stack, int position)
    {
        StackedLayer layer = stack.Layers[position];
        string[] possible = [.. stack.Layers.Take(position).Where(other => other.Kind == AttributeKind.Dense && !TiedLayer.IsTied(other)).Select(other => other.Name.Key)];
        StackedLayer? source = TiedLayer.SourceOf(stack, position);
        if (source is not null && possible.Contains(source.Name.Key))
        {
            return null;
        }

        string reason = source is null ? "there is no layer of that name"
            : source == layer ? "a layer's own weights cannot be their transpose"
            : source.Kind != AttributeKind.Dense ? $"[{source.Kind}] has no weight matrix"
            : TiedLayer.IsTied(source) ? "that layer is tied itself and has no weights of its own"
            : "that layer stands behind it, and weights are tied to those of a layer in front";
        if (possible.Length == 0)
        {
            return On(layer, TiedLayer.Argument, $"{reason}; no dense layer stands in front of it");
        }

        string nearest = Spelling.Nearest(TiedLayer.NameOf(layer)!, possible);
        return On(layer, TiedLayer.Argument, $"{reason}; it can be tied to {string.Join(", ", possible.Select(key => $"'{key}'"))}: is '{nearest}' meant?")
            .MendedBy($"Tie to '{nearest}'", new Edit.SetArgument(layer.Attribute, TiedLayer.Argument, $"\"{nearest}\""));
    }

    private static IEnumerable<Problem> Shape(Declaration declaration, LayerStack stack, int position)
    {
        StackedLayer layer = stack.Layers[position], source = TiedLayer.SourceOf(stack, position)!;
        int inputs = Width(declaration, stack, position), units = Units(layer);
        int sourceInputs = Width(declaration, stack, stack.Layers.ToList().IndexOf(source)), sourceUnits = Units(source);
        string transpose = $"the transpose of '{source.Name.Key}' makes {Text.Count(sourceInputs)} units of {Text.Count(sourceUnits)} inputs";
        if (inputs != sourceUnits)
        {
            yield return On(layer, TiedLayer.Argument, $"{transpose}, but {Text.Count(inputs)} come in");
        }
        else if (units != sourceInputs)
        {
            yield return On(layer, "units", $"{transpose}, not {Text.Count(units)}")
                .MendedBy($"Use {sourceInputs} units", new Edit.SetArgument(layer.Attribute, "units", Text.Number(sourceInputs)));
        }
    }

    private static IEnumerable<Problem> Arguments(LayerStack stack, int position)
    {
        StackedLayer layer = stack.Layers[position];
        string source = TiedLayer.SourceOf(stack, position)!.Name.Key;
        return from argument in layer.Facts.Arguments
               where WeightArguments.Contains(argument.Name) && !(argument.Name == "init" && argument.Value is (int)Init.Auto)
               select On(layer, argument.Name, $"the weights are those of '{source}', which alone can say '{argument.Name}'")
                   .MendedBy($"Remove {argument.Name}", new Edit.RemoveArgument(layer.Attribute, argument.Name));
    }

    /// <summary>The features that come into the layer at <paramref name="position"/>.</summary>
    private static int Width(Declaration declaration, LayerStack stack, int position) =>
        stack.Layers.Take(position).LastOrDefault(layer => layer.Kind == AttributeKind.Dense) is { } front
            ? Units(front)
            : declaration.Find(AttributeKind.Input)!.Value("features", 0);

    private static int Units(StackedLayer layer) => layer.Facts.Value("units", 0);

    private static Problem On(StackedLayer layer, string argument, string reason) =>
        Problem.Of(RuleIds.UnfitTie, new Place.OnAttribute(layer.Attribute, argument), layer.Name.Key, TiedLayer.NameOf(layer)!, reason);
}
