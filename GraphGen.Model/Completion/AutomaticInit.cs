namespace GraphGen.Model;

/// <summary>The initialiser that suits the activation which a dense layer's outputs go into.</summary>
internal static class AutomaticInit
{
    /// <summary>
    /// He for the rectifiers, ELU and Swish (He et al., 2015), LeCun for SELU (Klambauer et al., 2017),
    /// Glorot for everything else (Glorot and Bengio, 2010).
    /// </summary>
    public static Init For(Act activation) => activation switch
    {
        Act.Relu or Act.LeakyRelu or Act.Elu or Act.Swish => Init.He,
        Act.Selu => Init.LeCun,
        _ => Init.Glorot,
    };

    /// <summary>
    /// The activation of the dense layer at <paramref name="position"/>: its own, or that of an <c>[Activation]</c>
    /// behind it with nothing between but batch normalisation and dropout.
    /// </summary>
    public static Act EffectiveActivation(IReadOnlyList<AttributeFacts> layers, int position)
    {
        var own = (Act)layers[position].Value("activation", (int)Act.Linear);
        AttributeFacts? next = layers
            .Skip(position + 1)
            .FirstOrDefault(layer => layer.Kind is AttributeKind.Dense or AttributeKind.Activation);
        return own == Act.Linear && next is { Kind: AttributeKind.Activation } ? (Act)next.Value("activation", (int)Act.Linear) : own;
    }
}
