#if GRAPHGEN_MODEL
namespace GraphGen.Model;
#else
namespace GraphGen;
#endif

/// <summary>How an autoencoder's outputs are compared with its inputs: see <c>[Reconstruction]</c>.</summary>
public enum ReconstructionLoss
{
    /// <summary>The mean over rows and features of <c>(y - x)^2</c>.</summary>
    SquaredError,

    /// <summary>
    /// For inputs x in [0, 1]: the mean over rows and features of <c>-x log p - (1 - x) log(1 - p)</c> with <c>p = sigmoid(z)</c> of the last layer's
    /// outputs z, which are logits.
    /// </summary>
    CrossEntropy,
}
