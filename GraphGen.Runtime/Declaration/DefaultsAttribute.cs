namespace GraphGen;

/// <summary>
/// Says once what every dense layer of the network should be that says nothing else itself: the initialiser, the activation of hidden
/// layers, penalties, limits, bias. The last dense layer, the output, takes everything but the activation; so does one whose activation
/// stands behind it as an <c>[Activation]</c>, with only normalisation and dropout between. What a layer's own attribute says always wins,
/// a plain <c>Act.Linear</c> too; <c>Init.Auto</c> says nothing. <see cref="Alpha"/>, <see cref="UpperAlpha"/> and <see cref="InitScale"/>
/// apply wherever the activation or the initialiser that results takes one. What defaults filled in stands in <c>Info.Summary()</c>.
/// </summary>
/// <example>
/// <code>
/// [Input(784)]
/// [Defaults(Init.He, Act.Elu, L2 = 1e-4)]
/// [Dense(300)] [Dense(100)] [Dense(10)]
/// [SoftmaxCrossEntropy]
/// public partial class Digits;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class DefaultsAttribute : Attribute
{
    /// <summary>Declares defaults by properties alone.</summary>
    public DefaultsAttribute()
        : this(Init.Auto, Act.Linear)
    {
    }

    /// <summary>Declares the activation of hidden layers.</summary>
    /// <param name="activation">Applied to each output of a hidden layer that names none.</param>
    public DefaultsAttribute(Act activation)
        : this(Init.Auto, activation)
    {
    }

    /// <summary>Declares the initialiser.</summary>
    /// <param name="init">How the weights of a layer are drawn that names no initialiser.</param>
    public DefaultsAttribute(Init init)
        : this(init, Act.Linear)
    {
    }

    /// <summary>Declares initialiser and activation.</summary>
    /// <param name="init">How the weights of a layer are drawn that names no initialiser.</param>
    /// <param name="activation">Applied to each output of a hidden layer that names none.</param>
    public DefaultsAttribute(Init init, Act activation)
    {
        Init = init;
        Activation = activation;
    }

    /// <summary>How the weights of a layer are drawn that names no initialiser.</summary>
    public Init Init { get; }

    /// <summary>Applied to each output of a hidden layer that names no activation.</summary>
    public Act Activation { get; }

    /// <inheritdoc cref="DenseAttribute.InitScale"/>
    public double InitScale { get; set; } = double.NaN;

    /// <inheritdoc cref="DenseAttribute.FanMode"/>
    public FanMode FanMode { get; set; }

    /// <inheritdoc cref="DenseAttribute.Gain"/>
    public double Gain { get; set; } = 1;

    /// <inheritdoc cref="DenseAttribute.Alpha"/>
    public double Alpha { get; set; } = double.NaN;

    /// <inheritdoc cref="DenseAttribute.UpperAlpha"/>
    public double UpperAlpha { get; set; } = double.NaN;

    /// <inheritdoc cref="DenseAttribute.L1"/>
    public double L1 { get; set; }

    /// <inheritdoc cref="DenseAttribute.L2"/>
    public double L2 { get; set; }

    /// <inheritdoc cref="DenseAttribute.PenalizeBias"/>
    public bool PenalizeBias { get; set; }

    /// <inheritdoc cref="DenseAttribute.MaxNorm"/>
    public double MaxNorm { get; set; }

    /// <inheritdoc cref="DenseAttribute.Bias"/>
    public bool Bias { get; set; } = true;
}
