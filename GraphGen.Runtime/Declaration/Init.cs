#if GRAPHGEN_MODEL
namespace GraphGen.Model;
#else
namespace GraphGen;
#endif

/// <summary>
/// How a layer's weights are drawn before training. <c>fan-in</c> and <c>fan-out</c> are the connections into and out of
/// the layer, <c>fan-average</c> is their mean. Biases always start at zero.
/// </summary>
public enum Init
{
    /// <summary>He for the ReLU family, ELU and Swish, LeCun for SELU, Glorot for everything else.</summary>
    Auto,

    /// <summary>All zero. Equal weights receive equal gradients: units never separate.</summary>
    Zeros,

    /// <summary>All equal to <c>InitScale</c> (default 0).</summary>
    Constant,

    /// <summary>Normal with standard deviation <c>InitScale</c> (default 0.05).</summary>
    Normal,

    /// <summary>Uniform on [-<c>InitScale</c>, <c>InitScale</c>] (default 0.05).</summary>
    Uniform,

    /// <summary>Normal with standard deviation <c>sqrt(1 / fan-in)</c>: the short form of Xavier initialisation.</summary>
    Xavier,

    /// <summary>Uniform with limit <c>sqrt(3 / fan-in)</c>.</summary>
    XavierUniform,

    /// <summary>Normal with standard deviation <c>sqrt(1 / fan-average)</c> (Glorot and Bengio, 2010).</summary>
    Glorot,

    /// <summary>Uniform with limit <c>sqrt(3 / fan-average)</c> (Glorot and Bengio, 2010).</summary>
    GlorotUniform,

    /// <summary>Normal with standard deviation <c>sqrt(2 / fan-in)</c> (He et al., 2015).</summary>
    He,

    /// <summary>Uniform with limit <c>sqrt(6 / fan-in)</c> (He et al., 2015).</summary>
    HeUniform,

    /// <summary>Normal with standard deviation <c>sqrt(1 / fan-in)</c> (LeCun et al., 1998).</summary>
    LeCun,

    /// <summary>Uniform with limit <c>sqrt(3 / fan-in)</c> (LeCun et al., 1998).</summary>
    LeCunUniform,
}
