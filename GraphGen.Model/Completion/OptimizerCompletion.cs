namespace GraphGen.Model;

/// <summary>The optimizer that an attribute stands for.</summary>
internal static class OptimizerCompletion
{
    /// <summary>That of <paramref name="attribute"/>; plain gradient descent for null.</summary>
    /// <exception cref="ArgumentException">The attribute is no optimizer.</exception>
    public static OptimizerSpec Of(AttributeFacts? attribute)
    {
        if (attribute is null)
        {
            return new SgdSpec();
        }

        OptimizerSpec optimizer = attribute.Kind switch
        {
            AttributeKind.Sgd => new SgdSpec(),
            AttributeKind.Momentum => new MomentumSpec(Number("momentum"), Nesterov: false),
            AttributeKind.Nag => new MomentumSpec(Number("momentum"), Nesterov: true),
            AttributeKind.AdaGrad => new AdaGradSpec(Number("epsilon")),
            AttributeKind.RmsProp => new RmsPropSpec(Number("beta"), Number("epsilon")),
            AttributeKind.Adam or AttributeKind.AdamW => new AdamSpec(Number("beta1"), Number("beta2"), Number("epsilon")),
            AttributeKind.AdaMax => new AdaMaxSpec(Number("beta1"), Number("beta2"), Number("epsilon")),
            AttributeKind.Nadam => new NadamSpec(Number("beta1"), Number("beta2"), Number("epsilon"), Number("momentumDecay")),
            _ => throw new ArgumentException($"[{attribute.Kind}] is no optimizer.", nameof(attribute)),
        };
        return optimizer with
        {
            WeightDecay = attribute.Value("WeightDecay", Number("weightDecay")),
            DecaysVectors = attribute.Value("DecayBiases", false),
        };

        double Number(string argument) => attribute.Value(argument, 0.0);
    }
}
