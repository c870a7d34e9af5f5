using System.ComponentModel;

namespace GraphGen;

/// <summary>Noise that training adds. See <see cref="GaussianNoiseAttribute"/>.</summary>
public sealed class GaussianNoiseLayer : Layer
{
    /// <summary>For generated code.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="deviation">The standard deviation of what is added, at least 0.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public GaussianNoiseLayer(string name, double deviation)
        : base(name, "GaussianNoise", [])
    {
        Deviation = deviation;
    }

    /// <summary>The standard deviation of what is added, at least 0.</summary>
    public double Deviation { get; }
}
