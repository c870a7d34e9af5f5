namespace GraphGen;

/// <summary>
/// An activation that stands alone, where it follows something other than a dense layer:
/// <c>[Dense(300, Bias = false)] [BatchNorm] [Activation(Act.Elu)]</c>. Keeps the shape [rows, features].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ActivationAttribute : Attribute
{
    /// <summary>Declares an activation. A dense layer in front of it that names none stays without one of its own.</summary>
    /// <param name="activation">Applied to each element.</param>
    public ActivationAttribute(Act activation) => Activation = activation;

    /// <summary>Applied to each element.</summary>
    public Act Activation { get; }

    /// <inheritdoc cref="DenseAttribute.Alpha"/>
    public double Alpha { get; set; } = double.NaN;

    /// <inheritdoc cref="DenseAttribute.UpperAlpha"/>
    public double UpperAlpha { get; set; } = double.NaN;

    /// <summary>The layer's name, a C# identifier; null (the default) numbers the layers: <c>Activation1</c>, <c>Activation2</c>.</summary>
    public string? Name { get; set; }
}
