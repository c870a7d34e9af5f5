namespace GraphGen;

/// <summary>
/// RMSProp: steps divided by the root of a running average of the gradient's square,
/// <c>s = beta * s + (1 - beta) * g^2; theta -= rate * g / sqrt(s + epsilon)</c>, with s zero at first. Epsilon stands under the root, as
/// in the lecture notes and in Keras 3; PyTorch adds it outside.
/// Source: Tieleman and Hinton, "Lecture 6.5: rmsprop", COURSERA: Neural Networks for Machine Learning, 2012.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class RmsPropAttribute : OptimizerAttribute
{
    /// <summary>Declares RMSProp.</summary>
    /// <param name="beta">The decay of the average, in [0, 1).</param>
    /// <param name="epsilon">Added under the root, above 0.</param>
    public RmsPropAttribute(double beta = 0.9, double epsilon = 1e-10)
    {
        Beta = beta;
        Epsilon = epsilon;
    }

    /// <summary>The decay of the average, in [0, 1).</summary>
    public double Beta { get; }

    /// <summary>Added under the root, above 0.</summary>
    public double Epsilon { get; }
}
