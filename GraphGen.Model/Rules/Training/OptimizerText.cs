namespace GraphGen.Model;

/// <summary>Optimizers' attributes as C# text.</summary>
internal static class OptimizerText
{
    /// <summary>The attribute of <paramref name="kind"/> with these arguments, and with the properties that <paramref name="former"/> sets.</summary>
    /// <param name="kind">The optimizer.</param>
    /// <param name="arguments">Arguments of its constructor.</param>
    /// <param name="former">The optimizer whose place it takes.</param>
    public static string Of(AttributeKind kind, IEnumerable<(string Name, double Value)> arguments, AttributeFacts former)
    {
        List<string> texts = [.. arguments.Select(argument => $"{argument.Name}: {Text.Literal(argument.Value)}")];
        if (former.Value("WeightDecay", 0.0) is > 0 and var decay)
        {
            texts.Add($"WeightDecay = {Text.Literal(decay)}");
        }

        if (former.Value("DecayBiases", false))
        {
            texts.Add("DecayBiases = true");
        }

        return texts.Count == 0 ? kind.ToString() : $"{kind}({string.Join(", ", texts)})";
    }
}
