namespace GraphGen;

/// <summary>
/// Nadam: Adam with Nesterov's look-ahead. At step t, counted from 1, with the momenta
/// <c>mu_t = beta1 * (1 - 0.96^(t * momentumDecay) / 2)</c> and their product <c>P_t = mu_1 ... mu_t</c>:
/// <c>m = beta1 * m + (1 - beta1) * g; s = beta2 * s + (1 - beta2) * g^2;
/// theta -= rate * (mu_(t+1) * m / (1 - P_(t+1)) + (1 - mu_t) * g / (1 - P_t)) / (sqrt(s / (1 - beta2^t)) + epsilon)</c>,
/// with m and s zero at first. Epsilon stands outside the root.
/// Source: Dozat, "Incorporating Nesterov Momentum into Adam", 2016, with the momenta that PyTorch documents. (PyTorch 1.13 itself
/// multiplies <c>mu_t</c> into <c>P_(t+1)</c> twice.)
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class NadamAttribute : OptimizerAttribute
{
    /// <summary>Declares Nadam.</summary>
    /// <param name="beta1">The decay of the average of the gradient, in [0, 1).</param>
    /// <param name="beta2">The decay of the average of its square, in [0, 1).</param>
    /// <param name="epsilon">Added to the root, above 0.</param>
    /// <param name="momentumDecay">How fast the momentum grows towards beta1, at least 0.</param>
    public NadamAttribute(double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double momentumDecay = 0.004)
    {
        Beta1 = beta1;
        Beta2 = beta2;
        Epsilon = epsilon;
        MomentumDecay = momentumDecay;
    }

    /// <summary>The decay of the average of the gradient, in [0, 1).</summary>
    public double Beta1 { get; }

    /// <summary>The decay of the average of its square, in [0, 1).</summary>
    public double Beta2 { get; }

    /// <summary>Added to the root, above 0.</summary>
    public double Epsilon { get; }

    /// <summary>How fast the momentum grows towards beta1, at least 0.</summary>
    public double MomentumDecay { get; }
}
