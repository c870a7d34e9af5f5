namespace GraphGen.Model;

/// <summary>GG1005: the whole model stays small enough for one arena that an <see cref="int"/> indexes.</summary>
internal static class ModelSizeRule
{
    private const long LargestModel = 1L << 28;

    public static IEnumerable<Problem> Check(Declaration declaration)
    {
        if (!TryWidth(declaration.Find(AttributeKind.Input)!, "features", out long width))
        {
            yield break;
        }

        var stack = LayerStack.Of(declaration);
        long parameters = 0;
        for (int position = 0; position < stack.Layers.Count; position++)
        {
            StackedLayer layer = stack.Layers[position];
            if (layer.Kind == AttributeKind.Dense)
            {
                if (!TryWidth(layer.Facts, "units", out long units))
                {
                    yield break;
                }

                parameters += (TiedLayer.IsTied(layer) ? 0 : width * units) + (DenseArguments.Of(stack, position).Bias.Value ? units : 0);
                width = units;
            }

            parameters += width * ParametersForEachFeature(stack, position);
            if (parameters > LargestModel)
            {
                yield return Problem.Of(
                    RuleIds.OutOfRange,
                    new Place.OnAttribute(layer.Attribute, layer.Kind == AttributeKind.Dense ? "units" : null),
                    $"the number of parameters of '{declaration.Class.Name}' up to {(layer.IsAdded ? layer.Name.Member : "this layer")}",
                    Text.Count(parameters),
                    "at most " + Text.Count(LargestModel));
                yield break;
            }
        }
    }

    /// <summary>Gamma, beta and the moving statistics of batch normalisation; the slope of PReLU.</summary>
    private static int ParametersForEachFeature(LayerStack stack, int position) =>
        stack.Layers[position].Kind == AttributeKind.BatchNorm ? 4
        : ActivationArguments.Of(stack, position)?.Kind.Value == Act.PRelu ? 1
        : 0;

    /// <summary>A width that is out of range itself has its own message, and says nothing about the model's size.</summary>
    private static bool TryWidth(AttributeFacts attribute, string argument, out long width)
    {
        int value = attribute.Value(argument, 0);
        width = value;
        return ArgumentRange.Width.Contains(value);
    }
}
