namespace GraphGen;

/// <summary>
/// AdamW: <see cref="AdamAttribute">Adam</see> with weight decay applied to the weights themselves and not through the gradient, which Adam
/// would rescale: <c>theta -= rate * (mhat / (sqrt(shat) + epsilon) + weightDecay * theta)</c>, where <c>mhat = m / (1 - beta1^t)</c> and
/// <c>shat = s / (1 - beta2^t)</c> are Adam's corrected averages at step t. Epsilon stands outside the root.
/// Source: Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019, algorithm 2.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class AdamWAttribute : OptimizerAttribute
{
    /// <summary>Declares AdamW.</summary>
    /// <param name="weightDecay">
    /// The share of a weight that a step at a learning rate of 1 takes away, in [0, 1). It reaches the weights alone, unless
    /// <see cref="OptimizerAttribute.DecayBiases"/> says otherwise; <see cref="OptimizerAttribute.WeightDecay"/>, where it is set, takes
    /// its place.
    /// </param>
    /// <param name="beta1">The decay of the average of the gradient, in [0, 1).</param>
    /// <param name="beta2">The decay of the average of its square, in [0, 1).</param>
    /// <param name="epsilon">Added to the root, above 0.</param>
    public AdamWAttribute(double weightDecay = 0.01, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    {
        WeightDecay = weightDecay;
        Beta1 = beta1;
        Beta2 = beta2;
        Epsilon = epsilon;
    }

    /// <summary>The decay of the average of the gradient, in [0, 1).</summary>
    public double Beta1 { get; }

    /// <summary>The decay of the average of its square, in [0, 1).</summary>
    public double Beta2 { get; }

    /// <summary>Added to the root, above 0.</summary>
    public double Epsilon { get; }
}
