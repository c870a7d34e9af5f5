namespace GraphGen;

/// <summary>
/// Huber's loss for regression: quadratic for small errors and linear for large ones. With the error <c>d = y - t</c>,
/// <c>loss = mean over rows and outputs of d^2 / 2 where |d| is at most delta, else delta * (|d| - delta / 2)</c>.
/// Source: Huber, "Robust Estimation of a Location Parameter", 1964.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class HuberAttribute : Attribute
{
    /// <summary>Declares the loss.</summary>
    /// <param name="delta">The error from which on the loss is linear, in units of the targets, above 0.</param>
    public HuberAttribute(double delta = 1) => Delta = delta;

    /// <summary>The error from which on the loss is linear, in units of the targets, above 0.</summary>
    public double Delta { get; }
}
