using System.ComponentModel;

namespace GraphGen;

/// <summary>A fully connected layer, <c>y = activation(x W + b)</c>. See <see cref="DenseAttribute"/>.</summary>
public sealed class DenseLayer : Layer
{
    /// <summary>For generated code.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="weight">The weights.</param>
    /// <param name="bias">The biases, null for a layer without.</param>
    /// <param name="activation">The activation.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DenseLayer(string name, Parameter weight, Parameter? bias, LayerActivation activation)
        : base(name, "Dense", [.. new[] { weight, bias, activation.Alpha }.OfType<Parameter>()])
    {
        Activation = activation;
        Weight = weight;
        Bias = bias;
    }

    /// <summary>Applied to each output.</summary>
    public LayerActivation Activation { get; }

    /// <summary>The weights, of shape [inputs, units].</summary>
    public Parameter Weight { get; }

    /// <summary>The biases, of shape [units]; null where the layer was declared with <c>Bias = false</c>.</summary>
    public Parameter? Bias { get; }
}
