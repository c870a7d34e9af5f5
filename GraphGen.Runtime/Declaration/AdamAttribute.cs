namespace GraphGen;

/// <summary>
/// Adam: steps scaled by running averages of the gradient and of its square, both corrected for starting at zero. At step t,
/// counted from 1: <c>m = beta1 * m + (1 - beta1) * g; s = beta2 * s + (1 - beta2) * g^2;
/// theta -= rate * (m / (1 - beta1^t)) / (sqrt(s / (1 - beta2^t)) + epsilon)</c>, with m and s zero at first. Epsilon stands outside
/// the root and is added after the correction.
/// Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1.
/// The learning rate is no argument here, since it may change from step to step: <c>TrainStep</c> and <c>FitOptions</c> take it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class AdamAttribute : OptimizerAttribute
{
    /// <summary>Declares Adam.</summary>
    /// <param name="beta1">The decay of the average of the gradient, in [0, 1).</param>
    /// <param name="beta2">The decay of the average of its square, in [0, 1).</param>
    /// <param name="epsilon">Added to the root, above 0.</param>
    public AdamAttribute(double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    {
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
