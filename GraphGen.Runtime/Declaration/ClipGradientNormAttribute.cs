namespace GraphGen;

/// <summary>
/// Scales all gradients down together where their common L2 norm exceeds the limit: <c>g *= min(1, limit / ||g||)</c>, over every trained
/// parameter of the network, so that the direction stays. The norm needs every gradient before the first update, so they are kept in
/// memory, and a step takes one pass more over the parameters. <c>ComputeGradients</c> leaves gradients unscaled.
/// Source: Pascanu, Mikolov and Bengio, "On the Difficulty of Training Recurrent Neural Networks", 2013, algorithm 1.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class ClipGradientNormAttribute : Attribute
{
    /// <summary>Declares the limit.</summary>
    /// <param name="limit">The largest norm, above 0.</param>
    public ClipGradientNormAttribute(double limit) => Limit = limit;

    /// <summary>The largest norm, above 0.</summary>
    public double Limit { get; }
}
