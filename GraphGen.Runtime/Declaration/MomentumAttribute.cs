namespace GraphGen;

/// <summary>
/// Gradient descent with momentum: <c>m = momentum * m - rate * g; theta += m</c>, with m zero at first.
/// Source: Polyak, "Some Methods of Speeding up the Convergence of Iteration Methods", 1964.
/// The learning rate is no argument here, since it may change from step to step: <c>TrainStep</c> and <c>FitOptions</c> take it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class MomentumAttribute : OptimizerAttribute
{
    /// <summary>Declares gradient descent with momentum.</summary>
    /// <param name="momentum">The share of the last step that the next one keeps, in [0, 1).</param>
    public MomentumAttribute(double momentum = 0.9) => Momentum = momentum;

    /// <summary>The share of the last step that the next one keeps, in [0, 1).</summary>
    public double Momentum { get; }
}
