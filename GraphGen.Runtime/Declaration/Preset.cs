#if GRAPHGEN_MODEL
namespace GraphGen.Model;
#else
namespace GraphGen;
#endif

/// <summary>
/// The three recipes of the lecture notes. All of them leave the output layer as it is: the last dense one. The layers that they add are
/// called as if they had been declared, <c>BatchNorm1</c> and so on.
/// </summary>
public enum Preset
{
    /// <summary>
    /// 2018: He initialisation and ELU, batch normalisation behind every hidden layer and its activation, dropout of 0.2 behind the last
    /// of them, <c>[Nag(0.9)]</c>, a constant learning rate.
    /// </summary>
    Classic,

    /// <summary>
    /// 2024: He initialisation; ELU and no normalisation with up to three hidden layers, Swish and batch normalisation behind each with
    /// more; <c>[AdamW(0.01)]</c>; 1cycle.
    /// </summary>
    Modern,

    /// <summary>
    /// 2024, for standardised inputs: LeCun initialisation and SELU, no normalisation, <c>[Nag(0.9)]</c>, 1cycle. Against overfitting add
    /// <c>[AlphaDropout]</c>, which keeps what SELU has normalised.
    /// </summary>
    SelfNormalizing,
}
