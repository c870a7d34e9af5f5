namespace GraphGen.Model;

/// <summary>The initialiser that suits the activation which a dense layer's outputs go into.</summary>
internal static class AutomaticInit
{
    /// <summary>
    /// He for the rectifiers and their smooth kin (He et al., 2015), LeCun for SELU (Klambauer et al., 2017),
    /// Glorot for everything else (Glorot and Bengio, 2010).
    /// </summary>
    public static Init For(Act activation) => activation switch
    {
        Act.Relu or Act.LeakyRelu or Act.PRelu or Act.RRelu => Init.He,
        Act.Elu or Act.Swish or Act.Gelu or Act.Mish or Act.Softplus or Act.HardSwish => Init.He,
        Act.Selu => Init.LeCun,
        _ => Init.Glorot,
    };
}
