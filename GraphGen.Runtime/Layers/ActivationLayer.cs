using System.ComponentModel;

namespace GraphGen;

/// <summary>An activation that stands alone. See <see cref="ActivationAttribute"/>.</summary>
public sealed class ActivationLayer : Layer
{
    /// <summary>For generated code.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="activation">The function.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ActivationLayer(string name, LayerActivation activation)
        : base(name, "Activation", activation.Alpha is { } alpha ? [alpha] : []) => Activation = activation;

    /// <summary>The function, its slopes among them.</summary>
    public LayerActivation Activation { get; }
}
