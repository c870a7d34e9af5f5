namespace GraphGen.Model;

/// <summary>Fills in what a declaration leaves unsaid: names, initialisers, what defaults, presets and the attribute types hold.</summary>
internal static class Completer
{
    /// <summary>The network that <paramref name="declaration"/>, in which no rule found an error, stands for.</summary>
    public static NetworkSpec Complete(Declaration declaration)
    {
        var stack = LayerStack.Of(declaration);
        AttributeFacts? optimizer = declaration.Attributes.SingleOrDefault(attribute => attribute.Kind.IsOptimizer());
        return new NetworkSpec(
            declaration.Namespace,
            new(declaration.ContainingTypes.Select(Header)),
            declaration.Class.Name,
            declaration.Class.Accessibility,
            declaration.Find(AttributeKind.Input)!.Value("features", 0),
            new(Layers(stack, declaration.Find(AttributeKind.FreezeUpTo)?.Value("layer", ""))),
            LossCompletion.Of(declaration.Attributes.Single(attribute => attribute.Kind.IsLoss())),
            OptimizerCompletion.Of(optimizer ?? stack.Recipe?.Optimizer))
        {
            ClipValue = declaration.Find(AttributeKind.ClipGradientValue)?.Value("limit", 0.0) ?? 0,
            ClipNorm = declaration.Find(AttributeKind.ClipGradientNorm)?.Value("limit", 0.0) ?? 0,
            AccumulatedBatches = declaration.Find(AttributeKind.AccumulateGradients)?.Value("batches", 1) ?? 1,
            AverageDecay = declaration.Find(AttributeKind.AverageWeights)?.Value("decay", 0.0) ?? 0,
            HasInputGradients = declaration.Has(AttributeKind.InputGradients),
            HasSampleWeights = declaration.Has(AttributeKind.SampleWeights) && !declaration.Has(AttributeKind.ExternalLoss),
            Boltzmann = BoltzmannCompletion.Of(declaration.Find(AttributeKind.Rbm)),
            Schedule = stack.Recipe?.Schedule ?? ScheduleKind.Constant,
            Choices = new(Choices.Of(stack, optimizer is not null)),
        };
    }

    /// <summary>The layers, of which those up to the one called <paramref name="lastFrozen"/> are frozen.</summary>
    private static IEnumerable<LayerSpec> Layers(LayerStack stack, string? lastFrozen)
    {
        int frozen = 1 + stack.Layers.ToList().FindIndex(layer => lastFrozen is not null && layer == stack.Find(lastFrozen));
        return stack.Layers.Select((_, position) => LayerCompletion.Of(stack, position))
            .Select((layer, position) => position < frozen ? layer with { Frozen = true } : layer);
    }

    /// <summary>How another declaration of a type begins.</summary>
    public static string Header(TypeFacts type) => $"partial {type.Keyword} {Identifier.Escape(type.Name)}";
}
