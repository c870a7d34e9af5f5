using System.ComponentModel;

namespace GraphGen;

/// <summary>A penalty on units that are active more or less often than they should be. See <see cref="SparsityAttribute"/>.</summary>
public sealed class SparsityLayer : Layer
{
    /// <summary>For generated code.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="target">The mean activation that each unit should have, above 0 and below 1.</param>
    /// <param name="weight">What the sum of divergences is multiplied with, at least 0.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SparsityLayer(string name, double target, double weight)
        : base(name, "Sparsity", [])
    {
        Target = target;
        Weight = weight;
    }

    /// <summary>The mean activation that each unit should have, above 0 and below 1.</summary>
    public double Target { get; }

    /// <summary>What the sum of divergences is multiplied with, at least 0.</summary>
    public double Weight { get; }
}
