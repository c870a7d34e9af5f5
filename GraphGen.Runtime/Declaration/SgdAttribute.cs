namespace GraphGen;

/// <summary>
/// Gradient descent on mini-batches: <c>theta -= rate * g</c>. The choice of a network that names no optimizer.
/// Source: Robbins and Monro, "A Stochastic Approximation Method", 1951.
/// The learning rate is no argument here, since it may change from step to step: <c>TrainStep</c> and <c>FitOptions</c> take it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class SgdAttribute : OptimizerAttribute;
