namespace GraphGen;

/// <summary>
/// Clips each element of every gradient to [-limit, limit] before the optimizer sees it: <c>g = min(max(g, -limit), limit)</c>. It costs
/// two instructions a parameter and no pass of its own, but changes the gradient's direction: <see cref="ClipGradientNormAttribute"/>
/// keeps it. Where both are declared, the norm is limited first. <c>ComputeGradients</c> leaves gradients unclipped.
/// Source: Mikolov, "Statistical Language Models Based on Neural Networks", 2012, chapter 3.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class ClipGradientValueAttribute : Attribute
{
    /// <summary>Declares the limit.</summary>
    /// <param name="limit">The largest absolute value of an element, above 0.</param>
    public ClipGradientValueAttribute(double limit) => Limit = limit;

    /// <summary>The largest absolute value of an element, above 0.</summary>
    public double Limit { get; }
}
