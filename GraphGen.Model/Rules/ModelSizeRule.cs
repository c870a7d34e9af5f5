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

        long parameters = 0;
        foreach (int index in declaration.LayerIndices)
        {
            AttributeFacts layer = declaration.Attributes[index];
            if (layer.Kind == AttributeKind.Dense)
            {
                if (!TryWidth(layer, "units", out long units))
                {
                    yield break;
                }

                parameters += (width * units) + (layer.Value("Bias", Defaults.Bias) ? units : 0);
                width = units;
            }
            else if (layer.Kind == AttributeKind.BatchNorm)
            {
                parameters += 4 * width;
            }

            if (parameters > LargestModel)
            {
                yield return Problem.Of(
                    RuleIds.OutOfRange,
                    new Place.OnAttribute(index, layer.Kind == AttributeKind.Dense ? "units" : null),
                    $"the number of parameters of '{declaration.Class.Name}' up to this layer",
                    Text.Count(parameters),
                    "at most " + Text.Count(LargestModel));
                yield break;
            }
        }
    }

    /// <summary>A width that is out of range itself has its own message, and says nothing about the model's size.</summary>
    private static bool TryWidth(AttributeFacts attribute, string argument, out long width)
    {
        int value = attribute.Value(argument, 0);
        width = value;
        return ArgumentRange.Width.Contains(value);
    }
}
