namespace GraphGen;

/// <summary>
/// Lets sigmoid units be active seldom: adds the penalty <c>weight * sum over units of t log(t / r) + (1 - t) log((1 - t) / (1 - r))</c> to the
/// training loss, with the target t and r the unit's mean activation over the rows of the batch. That is the Kullback-Leibler divergence from r, which is
/// cut to between 1e-6 and 1 - 1e-6, to t. What comes in, in (0, 1), passes unchanged. Keeps the shape [rows, features]. The loss of an
/// evaluation does not include it. Batches should be large enough for a mean: 100 rows and more.
/// Source: Ng, "Sparse autoencoder", CS294A lecture notes, 2011.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SparsityAttribute : Attribute
{
    /// <summary>Declares the penalty.</summary>
    /// <param name="target">The mean activation that each unit should have, above 0 and below 1; usually 0.01 to 0.1.</param>
    /// <param name="weight">What the sum of divergences is multiplied with; at least 0.</param>
    public SparsityAttribute(double target, double weight)
    {
        Target = target;
        Weight = weight;
    }

    /// <summary>The mean activation that each unit should have, above 0 and below 1.</summary>
    public double Target { get; }

    /// <summary>What the sum of divergences is multiplied with; at least 0.</summary>
    public double Weight { get; }

    /// <summary>The layer's name, a C# identifier; null (the default) numbers the layers: <c>Sparsity1</c>, <c>Sparsity2</c>.</summary>
    public string? Name { get; set; }
}
