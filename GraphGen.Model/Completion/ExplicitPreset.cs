namespace GraphGen.Model;

/// <summary>Writes out what a preset stands for: the same network, without the preset.</summary>
public static class ExplicitPreset
{
    /// <summary>
    /// The changes that replace the preset of <paramref name="declaration"/> by attributes and arguments; null where it has none. A schedule
    /// that it proposes is no part of a declaration: the title names what to give to the fit instead.
    /// </summary>
    /// <param name="declaration">A declaration in which <see cref="Validator.Check"/> found no error.</param>
    public static Repair? Of(Declaration declaration)
    {
        var stack = LayerStack.Of(declaration);
        if (stack.Recipe is not { } recipe)
        {
            return null;
        }

        IEnumerable<Edit> edits = Arguments(stack)
            .Concat(AddedLayers(stack))
            .Concat(Optimizer(declaration, recipe))
            .Append(new Edit.RemoveAttribute(recipe.Attribute));
        string schedule = recipe.Schedule == ScheduleKind.Constant ? "" : $" (its schedule, {recipe.Schedule}, belongs into FitOptions)";
        return new Repair($"Write out what Preset.{recipe.Preset} stands for{schedule}", new(edits));
    }

    private static IEnumerable<Edit> Arguments(LayerStack stack)
    {
        for (int position = 0; position < stack.Layers.Count; position++)
        {
            StackedLayer layer = stack.Layers[position];
            if (layer.Kind != AttributeKind.Dense)
            {
                continue;
            }

            DenseArguments arguments = DenseArguments.Of(stack, position);
            if (arguments.Init.Source == ArgumentSource.Preset)
            {
                yield return new Edit.SetArgument(layer.Attribute, "init", $"{nameof(Init)}.{arguments.Init.Value}");
            }

            if (arguments.Activation.Kind.Source == ArgumentSource.Preset)
            {
                yield return new Edit.SetArgument(layer.Attribute, "activation", $"{nameof(Act)}.{arguments.Activation.Kind.Value}");
            }
        }
    }

    /// <summary>Each behind the declared layer that it follows; the first layer is always a declared one.</summary>
    private static IEnumerable<Edit> AddedLayers(LayerStack stack)
    {
        int declared = 0;
        foreach (StackedLayer layer in stack.Layers)
        {
            if (layer.IsAdded)
            {
                yield return new Edit.InsertBehind(declared, Text(layer.Facts));
            }
            else
            {
                declared = layer.Attribute;
            }
        }
    }

    private static IEnumerable<Edit> Optimizer(Declaration declaration, Recipe recipe) =>
        declaration.Attributes.Any(attribute => attribute.Kind.IsOptimizer())
            ? []
            : [new Edit.InsertBehind(recipe.Attribute, Text(recipe.Optimizer))];

    private static string Text(AttributeFacts attribute) => attribute.Arguments.Count == 0
        ? attribute.Kind.ToString()
        : $"{attribute.Kind}({string.Join(", ", attribute.Arguments.Select(argument => $"{argument.Name}: {Model.Text.Literal((double)argument.Value!)}"))})";
}
