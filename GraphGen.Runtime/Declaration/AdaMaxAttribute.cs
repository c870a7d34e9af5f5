namespace GraphGen;

/// <summary>
/// AdaMax: Adam with the largest recent gradient instead of the mean square. At step t, counted from 1:
/// <c>m = beta1 * m + (1 - beta1) * g; u = max(beta2 * u, |g| + epsilon); theta -= rate / (1 - beta1^t) * m / u</c>, with m and u zero at
/// first. Epsilon stands inside the maximum, as in PyTorch; the paper has none.
/// Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 2.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class AdaMaxAttribute : OptimizerAttribute
{
    /// <summary>Declares AdaMax.</summary>
    /// <param name="beta1">The decay of the average of the gradient, in [0, 1).</param>
    /// <param name="beta2">The decay of the largest gradient, in [0, 1).</param>
    /// <param name="epsilon">Added to the gradient's absolute value, above 0.</param>
    public AdaMaxAttribute(double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    {
        Beta1 = beta1;
        Beta2 = beta2;
        Epsilon = epsilon;
    }

    /// <summary>The decay of the average of the gradient, in [0, 1).</summary>
    public double Beta1 { get; }

    /// <summary>The decay of the largest gradient, in [0, 1).</summary>
    public double Beta2 { get; }

    /// <summary>Added to the gradient's absolute value, above 0.</summary>
    public double Epsilon { get; }
}
