using System.ComponentModel;

namespace GraphGen;

/// <summary>
/// Batch normalisation, <c>z = gamma (x - mean) / sqrt(variance + epsilon) + beta</c>. See <see cref="BatchNormAttribute"/>.
/// </summary>
public sealed class BatchNormLayer : Layer
{
    /// <summary>For generated code.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="gamma">The scale.</param>
    /// <param name="beta">The shift.</param>
    /// <param name="movingMean">The moving mean.</param>
    /// <param name="movingVariance">The moving variance.</param>
    /// <param name="epsilon">Added to the variance.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public BatchNormLayer(string name, Parameter gamma, Parameter beta, Parameter movingMean, Parameter movingVariance, double epsilon)
        : base(name, "BatchNorm", [gamma, beta, movingMean, movingVariance])
    {
        Gamma = gamma;
        Beta = beta;
        MovingMean = movingMean;
        MovingVariance = movingVariance;
        Epsilon = epsilon;
    }

    /// <summary>Added to the variance under the root.</summary>
    public double Epsilon { get; }

    /// <summary>The trained scale, of shape [features]; starts at 1.</summary>
    public Parameter Gamma { get; }

    /// <summary>The trained shift, of shape [features]; starts at 0.</summary>
    public Parameter Beta { get; }

    /// <summary>The moving average of the batches' means, of shape [features]; starts at 0. It has no gradient.</summary>
    public Parameter MovingMean { get; }

    /// <summary>The moving average of the batches' biased variances, of shape [features]; starts at 1. It has no gradient.</summary>
    public Parameter MovingVariance { get; }
}
