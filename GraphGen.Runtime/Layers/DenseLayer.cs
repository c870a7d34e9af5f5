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

    /// <summary>For generated code: a layer with the transpose of another one's weights.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="tiedTo">The layer that has the weights.</param>
    /// <param name="bias">The biases, null for a layer without.</param>
    /// <param name="activation">The activation.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DenseLayer(string name, DenseLayer tiedTo, Parameter? bias, LayerActivation activation)
        : base(name, "Dense", [.. new[] { bias, activation.Alpha }.OfType<Parameter>()])
    {
        Activation = activation;
        Weight = tiedTo.Weight;
        TiedTo = tiedTo;
        Bias = bias;
    }

    /// <summary>Applied to each output.</summary>
    public LayerActivation Activation { get; }

    /// <summary>
    /// The weights, of shape [inputs, units]. Of a tied layer those of <see cref="TiedTo"/>, of shape [units, inputs]: they are no
    /// parameter of this layer, and whether they are trained is the other one's to say.
    /// </summary>
    public Parameter Weight { get; }

    /// <summary>The layer whose weights, transposed, are this one's; null for a layer with weights of its own.</summary>
    public DenseLayer? TiedTo { get; }

    /// <summary>The biases, of shape [units]; null where the layer was declared with <c>Bias = false</c>.</summary>
    public Parameter? Bias { get; }
}
