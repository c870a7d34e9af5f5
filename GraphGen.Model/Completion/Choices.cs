namespace GraphGen.Model;

/// <summary>
/// Says in words what defaults and presets filled in, one choice a sentence, such as <c>hidden layers: Elu (preset Classic)</c>.
/// </summary>
internal static class Choices
{
    /// <summary>The choices for the network of <paramref name="stack"/>.</summary>
    /// <param name="stack">The layers.</param>
    /// <param name="optimizerIsDeclared">Whether the declaration names an optimizer, so that the preset's is not taken.</param>
    public static IEnumerable<string> Of(LayerStack stack, bool optimizerIsDeclared)
    {
        string preset = $"(preset {stack.Recipe?.Preset})";
        IEnumerable<string> choices = Arguments(stack, ArgumentSource.Defaults, "(defaults)").Concat(Arguments(stack, ArgumentSource.Preset, preset));
        return stack.Recipe is { } recipe
            ? choices.Concat(Layers(stack, preset)).Concat(Training(recipe, optimizerIsDeclared, preset))
            : choices;
    }

    private static IEnumerable<string> Arguments(LayerStack stack, ArgumentSource source, string reason)
    {
        int[] dense = [.. Enumerable.Range(0, stack.Layers.Count).Where(position => stack.Layers[position].Kind == AttributeKind.Dense)];
        return from position in dense
               from choice in Arguments(DenseArguments.Of(stack, position))
               where choice.Source == source
               group position by choice.Text into positions
               select $"{Subject(stack, dense, [.. positions])}: {positions.Key} {reason}";
    }

    /// <summary>The layers at <paramref name="positions"/>, in one word where they are all of them or all hidden ones.</summary>
    private static string Subject(LayerStack stack, int[] dense, int[] positions) =>
        positions.Length == dense.Length ? "all layers"
        : positions.SequenceEqual(dense.Where(stack.IsHidden)) ? "hidden layers"
        : string.Join(", ", positions.Select(position => stack.Layers[position].Name.Key));

    private static IEnumerable<(ArgumentSource Source, string Text)> Arguments(DenseArguments layer)
    {
        yield return (layer.Init.Source, layer.Init.Value.ToString());
        if (BuiltIn.TakesScale(layer.Init.Value))
        {
            yield return Number("InitScale", layer.InitScale);
        }

        yield return (layer.FanMode.Source, $"FanMode {layer.FanMode.Value}");
        yield return Number("Gain", layer.Gain);
        yield return (layer.Activation.Kind.Source, layer.Activation.Kind.Value.ToString());
        if (layer.Activation.TakesAlpha)
        {
            yield return Number("Alpha", layer.Activation.Alpha);
        }

        if (layer.Activation.TakesUpperAlpha)
        {
            yield return Number("UpperAlpha", layer.Activation.UpperAlpha);
        }

        yield return Number("L1", layer.L1);
        yield return Number("L2", layer.L2);
        yield return (layer.PenalizeBias.Source, layer.PenalizeBias.Value ? "penalties on biases" : "no penalties on biases");
        yield return Number("MaxNorm", layer.MaxNorm);
        yield return (layer.Bias.Source, layer.Bias.Value ? "bias" : "no bias");
    }

    private static (ArgumentSource Source, string Text) Number(string argument, Resolved<double> resolved) =>
        (resolved.Source, $"{argument} {Text.Number(resolved.Value)}");

    private static IEnumerable<string> Layers(LayerStack stack, string reason) =>
        from position in Enumerable.Range(1, stack.Layers.Count - 1)
        let layer = stack.Layers[position]
        where layer.IsAdded
        select $"{layer.Name.Key}{Arguments(layer.Facts)} behind {stack.Layers[position - 1].Name.Key} {reason}";

    private static IEnumerable<string> Training(Recipe recipe, bool optimizerIsDeclared, string reason)
    {
        if (!optimizerIsDeclared)
        {
            yield return $"optimizer: {recipe.Optimizer.Kind}{Arguments(recipe.Optimizer)} {reason}";
        }

        if (recipe.Schedule != ScheduleKind.Constant)
        {
            yield return $"schedule: {recipe.Schedule} {reason}";
        }
    }

    private static string Arguments(AttributeFacts attribute) => attribute.Arguments.Count == 0
        ? ""
        : "(" + string.Join(", ", attribute.Arguments.Select(argument => $"{argument.Name} {Text.Number(argument.Value)}")) + ")";
}
