namespace GraphGen;

/// <summary>
/// AdaGrad: each parameter's rate shrinks with the squares of all gradients that it has seen,
/// <c>s += g^2; theta -= rate * g / sqrt(s + epsilon)</c>, with s zero at first. Epsilon stands under the root, as in the lecture notes
/// and in Keras 3; PyTorch adds it outside. In deep networks the rate vanishes before the training is done: <see cref="RmsPropAttribute"/>
/// forgets.
/// Source: Duchi, Hazan and Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization", 2011.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class AdaGradAttribute : OptimizerAttribute
{
    /// <summary>Declares AdaGrad.</summary>
    /// <param name="epsilon">Added under the root, above 0.</param>
    public AdaGradAttribute(double epsilon = 1e-10) => Epsilon = epsilon;

    /// <summary>Added under the root, above 0.</summary>
    public double Epsilon { get; }
}
