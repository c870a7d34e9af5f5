namespace GraphGen.Model;

/// <summary>The layers that a stack stands for.</summary>
internal static class LayerCompletion
{
    /// <summary>The layer at <paramref name="position"/>, with what its attribute, defaults and preset say of it.</summary>
    /// <exception cref="ArgumentException">Its attribute is no layer.</exception>
    public static LayerSpec Of(LayerStack stack, int position)
    {
        (AttributeFacts facts, LayerName name, _, _) = stack.Layers[position];
        LayerSpec layer = facts.Kind switch
        {
            AttributeKind.Dense => Dense(facts, name, DenseArguments.Of(stack, position), TiedLayer.SourceOf(stack, position)?.Name.Member),
            AttributeKind.Activation => new ActivationSpec(name.Member, name.Key, ActivationArguments.Of(stack, position)!.Function),
            AttributeKind.BatchNorm => new BatchNormSpec(
                name.Member,
                name.Key,
                facts.Value("Momentum", BuiltIn.BatchNormMomentum),
                facts.Value("Epsilon", BuiltIn.BatchNormEpsilon)),
            AttributeKind.Dropout => new DropoutSpec(name.Member, name.Key, facts.Value("rate", 0.0)),
            AttributeKind.AlphaDropout => new AlphaDropoutSpec(name.Member, name.Key, facts.Value("rate", 0.0)),
            AttributeKind.GaussianNoise => new GaussianNoiseSpec(name.Member, name.Key, facts.Value("deviation", 0.0)),
            AttributeKind.ActivityRegularization => new ActivityRegularizationSpec(name.Member, name.Key, facts.Value("l1", 0.0)),
            AttributeKind.Sparsity => new SparsitySpec(name.Member, name.Key, facts.Value("target", 0.0), facts.Value("weight", 0.0)),
            _ => throw new ArgumentException($"[{facts.Kind}] is no layer.", nameof(stack)),
        };
        return layer with { Frozen = facts.Value("Frozen", false) };
    }

    private static DenseSpec Dense(AttributeFacts facts, LayerName name, DenseArguments arguments, string? tiedTo) => new(
        name.Member,
        name.Key,
        facts.Value("units", 0),
        arguments.Init.Value,
        BuiltIn.TakesScale(arguments.Init.Value) ? arguments.InitScale.Value : 0,
        arguments.Activation.Function,
        arguments.Bias.Value,
        arguments.L2.Value,
        arguments.MaxNorm.Value)
    {
        FanMode = arguments.FanMode.Value,
        Gain = arguments.Gain.Value,
        L1 = arguments.L1.Value,
        PenalizesBias = arguments.PenalizeBias.Value,
        RateMultiplier = facts.Value("RateMultiplier", BuiltIn.RateMultiplier),
        TiedTo = tiedTo,
    };
}
