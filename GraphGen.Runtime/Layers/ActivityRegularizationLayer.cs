using System.ComponentModel;

namespace GraphGen;

/// <summary>A penalty on activations. See <see cref="ActivityRegularizationAttribute"/>.</summary>
public sealed class ActivityRegularizationLayer : Layer
{
    /// <summary>For generated code.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="l1">What the sum of absolute activations is multiplied with, at least 0.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ActivityRegularizationLayer(string name, double l1)
        : base(name, "ActivityRegularization", [])
    {
        L1 = l1;
    }

    /// <summary>What the sum of absolute activations is multiplied with, at least 0.</summary>
    public double L1 { get; }
}
