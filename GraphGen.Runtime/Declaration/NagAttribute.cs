namespace GraphGen;

/// <summary>
/// Nesterov's accelerated gradient: momentum whose gradient is taken where the momentum is about to lead,
/// <c>m = momentum * m - rate * g(theta + momentum * m); theta += m</c>.
/// As the common frameworks do, this implements the equivalent form in which the stored parameters are those of the shifted
/// point, <c>theta + momentum * m</c>: <c>m = momentum * m - rate * g(theta); theta += momentum * m - rate * g(theta)</c>,
/// with m zero at first.
/// Sources: Nesterov, "A Method of Solving a Convex Programming Problem with Convergence Rate O(1/k^2)", 1983; Sutskever et
/// al., "On the Importance of Initialization and Momentum in Deep Learning", 2013; the form: Bengio, Boulanger-Lewandowski
/// and Pascanu, "Advances in Optimizing Recurrent Networks", 2013.
/// The learning rate is no argument here, since it may change from step to step: <c>TrainStep</c> and <c>FitOptions</c> take it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class NagAttribute : OptimizerAttribute
{
    /// <summary>Declares Nesterov's accelerated gradient.</summary>
    /// <param name="momentum">The share of the last step that the next one keeps, in [0, 1).</param>
    public NagAttribute(double momentum = 0.9) => Momentum = momentum;

    /// <summary>The share of the last step that the next one keeps, in [0, 1).</summary>
    public double Momentum { get; }
}
