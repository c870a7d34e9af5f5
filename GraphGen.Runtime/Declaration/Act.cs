#if GRAPHGEN_MODEL
namespace GraphGen.Model;
#else
namespace GraphGen;
#endif

/// <summary>
/// The activation of a layer: the function applied to each of its outputs <c>z</c>.
/// </summary>
public enum Act
{
    /// <summary><c>z</c>: no activation.</summary>
    Linear,

    /// <summary><c>1 / (1 + exp(-z))</c>. Saturates on both sides, and its mean is not zero.</summary>
    Sigmoid,

    /// <summary><c>tanh(z)</c>.</summary>
    Tanh,

    /// <summary><c>max(0, z)</c>. A unit whose <c>z</c> stays negative stops learning.</summary>
    Relu,

    /// <summary><c>max(0.01 z, z)</c> (Maas, Hannun and Ng, 2013): the choice where prediction must be fast.</summary>
    LeakyRelu,

    /// <summary><c>z</c> where positive, else <c>exp(z) - 1</c> (Clevert, Unterthiner and Hochreiter, 2016).</summary>
    Elu,

    /// <summary>
    /// <c>1.0507 z</c> where positive, else <c>1.0507 * 1.6733 (exp(z) - 1)</c>: the self-normalising ELU
    /// (Klambauer et al., 2017).
    /// </summary>
    Selu,

    /// <summary><c>z * sigmoid(z)</c>, also called SiLU (Ramachandran, Zoph and Le, 2017).</summary>
    Swish,
}
