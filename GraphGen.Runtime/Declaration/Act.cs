#if GRAPHGEN_MODEL
namespace GraphGen.Model;
#else
namespace GraphGen;
#endif

/// <summary>
/// The activation of a layer: the function applied to each of its outputs <c>z</c>, or, by <see cref="Softmax"/>, to all of a row together.
/// </summary>
public enum Act
{
    /// <summary><c>z</c>: no activation.</summary>
    Linear,

    /// <summary><c>1 / (1 + exp(-z))</c>. Saturates on both sides, and its mean is not zero.</summary>
    Sigmoid,

    /// <summary><c>tanh(z)</c>.</summary>
    Tanh,

    /// <summary><c>max(0, z)</c> (Nair and Hinton, 2010). A unit whose <c>z</c> stays negative stops learning: it has died.</summary>
    Relu,

    /// <summary>
    /// <c>z</c> where positive, else <c>Alpha z</c>, with an Alpha of 0.01 by default (Maas, Hannun and Ng, 2013): the choice where
    /// prediction must be fast.
    /// </summary>
    LeakyRelu,

    /// <summary>
    /// <c>z</c> where positive, else <c>Alpha (exp(z) - 1)</c>, with an Alpha of 1 by default (Clevert, Unterthiner and Hochreiter,
    /// 2016). Slower per call than the ReLU family, but it often converges in fewer steps.
    /// </summary>
    Elu,

    /// <summary>
    /// <c>1.0507 z</c> where positive, else <c>1.0507 * 1.6733 (exp(z) - 1)</c>: the self-normalising ELU
    /// (Klambauer et al., 2017).
    /// </summary>
    Selu,

    /// <summary><c>z * sigmoid(z)</c>, also called SiLU (Ramachandran, Zoph and Le, 2017).</summary>
    Swish,

    /// <summary>
    /// <c>z</c> where positive, else <c>alpha z</c> with an alpha that each unit learns, starting at <c>Alpha</c>, 0.25 by default
    /// (He et al., 2015). The slopes are the parameter <c>alpha</c> of shape [units].
    /// </summary>
    PRelu,

    /// <summary>
    /// <c>z</c> where positive, else <c>a z</c>: in training a is drawn for each element, uniform on [<c>Alpha</c>, <c>UpperAlpha</c>], 1/8
    /// to 1/3 by default; in prediction it is their mean (Xu, Wang, Chen and Li, "Empirical Evaluation of Rectified Activations", 2015, in PyTorch's form:
    /// the paper draws the slope's reciprocal).
    /// </summary>
    RRelu,

    /// <summary><c>z Phi(z)</c> with the normal distribution function, exactly, by erf (Hendrycks and Gimpel, 2016).</summary>
    Gelu,

    /// <summary><c>z tanh(log(1 + exp(z)))</c> (Misra, 2019).</summary>
    Mish,

    /// <summary><c>log(1 + exp(z))</c>: a smooth ReLU, positive everywhere (Dugas et al., 2001).</summary>
    Softplus,

    /// <summary><c>z min(max(z + 3, 0), 6) / 6</c>: Swish in straight pieces (Howard et al., 2019).</summary>
    HardSwish,

    /// <summary>
    /// <c>exp(z) / sum of exp(z)</c> over the units of one row: positive shares that sum to 1, so that each depends on every unit of its row
    /// (Bridle, 1990). The output of a classifier has no need of it, because <c>[SoftmaxCrossEntropy]</c> takes logits.
    /// </summary>
    Softmax,
}
