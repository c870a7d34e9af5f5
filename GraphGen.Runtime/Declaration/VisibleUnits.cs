#if GRAPHGEN_MODEL
namespace GraphGen.Model;
#else
namespace GraphGen;
#endif

/// <summary>What the visible units of a restricted Boltzmann machine are: see <c>[Rbm]</c>.</summary>
public enum VisibleUnits
{
    /// <summary>
    /// Coins: 1 with the probability <c>p = sigmoid(a + W h)</c>, else 0. For inputs in [0, 1], which count as probabilities: pixels, yes and no.
    /// </summary>
    Bernoulli,

    /// <summary>
    /// Normally distributed numbers with the mean <c>a + W h</c> and the variance 1. For inputs of any size, standardised beforehand so that
    /// each feature has mean 0 and variance 1.
    /// </summary>
    Gaussian,
}
