#if GRAPHGEN_MODEL
namespace GraphGen.Model;
#else
namespace GraphGen;
#endif

/// <summary>
/// How a layer's weights are drawn before training. <c>fan-in</c> and <c>fan-out</c> are the connections into and out of
/// the layer, <c>fan-average</c> is their mean. Biases always start at zero.
/// </summary>
/// <remarks>
/// <para>Random weights have mean zero and are the same for the same seed on every machine.</para>
/// <list type="table">
/// <listheader><term>name</term><description>standard deviation, normal; limit, uniform; meant for</description></listheader>
/// <item><term>Xavier</term><description>sqrt(1 / fan-in); sqrt(3 / fan-in); sigmoid, tanh</description></item>
/// <item>
/// <term>Glorot</term><description>sqrt(1 / fan-average); sqrt(3 / fan-average); no activation, sigmoid, tanh, softmax</description>
/// </item>
/// <item><term>He</term><description>sqrt(2 / fan-in); sqrt(6 / fan-in); ReLU and its variants, ELU, Swish</description></item>
/// <item><term>LeCun</term><description>sqrt(1 / fan-in); sqrt(3 / fan-in); SELU</description></item>
/// </list>
/// <para>
/// A <c>FanMode</c> replaces the fan in these formulas by another, and a <c>Gain</c> multiplies the weights of every initialiser but Zeros
/// and Constant.
/// </para>
/// </remarks>
public enum Init
{
    /// <summary>He for the ReLU family, ELU, Swish and its kin, LeCun for SELU, Glorot for everything else.</summary>
    Auto,

    /// <summary>All zero. Equal weights receive equal gradients: units never separate. For biases only.</summary>
    Zeros,

    /// <summary>All equal to <c>InitScale</c> (default 0). Equal weights receive equal gradients: units never separate.</summary>
    Constant,

    /// <summary>
    /// Normal with standard deviation <c>InitScale</c> (default 0.05), whatever the fan. For demonstrations: in layers of 100 units 1
    /// saturates sigmoids and 0.01 lets all activations collapse.
    /// </summary>
    Normal,

    /// <summary>Uniform on [-<c>InitScale</c>, <c>InitScale</c>] (default 0.05), whatever the fan.</summary>
    Uniform,

    /// <summary>
    /// Normal with standard deviation <c>sqrt(1 / fan-in)</c>, for sigmoid and tanh: the short form of the initialisation of Glorot and
    /// Bengio (2010), which many texts call by Xavier Glorot's first name.
    /// </summary>
    Xavier,

    /// <summary>Uniform with limit <c>sqrt(3 / fan-in)</c>, for sigmoid and tanh: the short form of Glorot and Bengio (2010).</summary>
    XavierUniform,

    /// <summary>
    /// Normal with standard deviation <c>sqrt(1 / fan-average) = sqrt(2 / (fan-in + fan-out))</c>, for layers without activation, sigmoid,
    /// tanh and softmax (Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010).
    /// </summary>
    Glorot,

    /// <summary>
    /// Uniform with limit <c>sqrt(3 / fan-average) = sqrt(6 / (fan-in + fan-out))</c>, for layers without activation, sigmoid, tanh and
    /// softmax (Glorot and Bengio, 2010).
    /// </summary>
    GlorotUniform,

    /// <summary>
    /// Normal with standard deviation <c>sqrt(2 / fan-in)</c>, for ReLU and its variants, ELU and Swish (He et al., "Delving deep into
    /// rectifiers: surpassing human-level performance on ImageNet classification", 2015).
    /// </summary>
    He,

    /// <summary>Uniform with limit <c>sqrt(6 / fan-in)</c>, for ReLU and its variants, ELU and Swish (He et al., 2015).</summary>
    HeUniform,

    /// <summary>
    /// Normal with standard deviation <c>sqrt(1 / fan-in)</c> (LeCun et al., "Efficient backprop", 1998), for SELU (Klambauer et al.,
    /// "Self-normalizing neural networks", 2017).
    /// </summary>
    LeCun,

    /// <summary>Uniform with limit <c>sqrt(3 / fan-in)</c> (LeCun et al., 1998), for SELU (Klambauer et al., 2017).</summary>
    LeCunUniform,

    /// <summary>
    /// Normal with standard deviation <c>InitScale</c> (default 0.05), drawn again beyond two standard deviations, as Keras does. What
    /// remains has a standard deviation of 0.87962566 times the nominal one, for which nothing here makes up.
    /// </summary>
    TruncatedNormal,

    /// <summary>
    /// The gain times a matrix whose rows or columns, whichever are fewer, are orthonormal, all such matrices being equally likely (Saxe,
    /// McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks", 2014). It keeps the
    /// length of signals or of gradients exactly; with a gain of sqrt(2) it suits ReLU. Drawing it takes time in proportion to the layer's
    /// larger side times the square of its smaller one.
    /// </summary>
    Orthogonal,
}
