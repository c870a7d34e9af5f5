#if GRAPHGEN_MODEL
namespace GraphGen.Model;
#else
namespace GraphGen;
#endif

/// <summary>
/// The connections of a layer that He, Glorot, Xavier and LeCun initialisation divide by. The other initialisers ignore it.
/// </summary>
/// <remarks>
/// <para>
/// With the fan mode and a gain, each of them becomes every other: the standard deviation is <c>gain sqrt(2 / fan)</c> for He and <c>gain
/// sqrt(1 / fan)</c> for the rest, the limit of the uniform ones <c>sqrt(3)</c> times that.
/// </para>
/// <para>
/// An older table, still found in lecture notes, takes <see cref="Average"/> for all activations and sets the gain by the activation. Its
/// limits are multiples of the logistic function's, <c>sqrt(6 / (fan-in + fan-out))</c>:
/// </para>
/// <list type="table">
/// <listheader><term>activation</term><description>limit of the uniform distribution; how to declare it</description></listheader>
/// <item><term>logistic</term><description>1 times; <c>Init.GlorotUniform</c></description></item>
/// <item><term>tanh</term><description>4 times; <c>Init.GlorotUniform, Gain = 4</c></description></item>
/// <item><term>ReLU</term><description>sqrt(2) times; <c>Init.HeUniform, FanMode = FanMode.Average</c></description></item>
/// </list>
/// <para>The normal distributions' standard deviations, <c>sqrt(2 / (fan-in + fan-out))</c> for the logistic function, have the same
/// multiples.</para>
/// </remarks>
public enum FanMode
{
    /// <summary>The initialiser's own: the average for Glorot, the connections into the layer for He, Xavier and LeCun.</summary>
    Auto,

    /// <summary>The connections into a unit: keeps the signal's variance on the way forward (He et al., 2015, section 2.2).</summary>
    In,

    /// <summary>The connections out of an input: keeps the gradient's variance on the way back (He et al., 2015, section 2.2).</summary>
    Out,

    /// <summary>The mean of both: a compromise between the two ways (Glorot and Bengio, 2010, section 4.2.1).</summary>
    Average,
}
