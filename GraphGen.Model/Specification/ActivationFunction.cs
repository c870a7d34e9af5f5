using System.Globalization;

namespace GraphGen.Model;

/// <summary>An activation with its slopes. Converts from <see cref="Act"/>, with the slopes that the function has by default.</summary>
/// <param name="Kind">The function.</param>
/// <param name="Alpha">
/// The slope for negative inputs: that of leaky ReLU, the first one of PReLU, the lowest one of RReLU, the scale of ELU; 0 for functions without.
/// </param>
/// <param name="UpperAlpha">The highest slope of RReLU; else 0.</param>
public sealed record ActivationFunction(Act Kind, double Alpha, double UpperAlpha)
{
    /// <summary>A function with its default slopes.</summary>
    public static implicit operator ActivationFunction(Act kind) => Of(kind);

    /// <summary>A function with its default slopes.</summary>
    public static ActivationFunction Of(Act kind) => kind switch
    {
        Act.LeakyRelu => new(kind, 0.01, 0),
        Act.Elu => new(kind, 1, 0),
        Act.PRelu => new(kind, 0.25, 0),
        Act.RRelu => new(kind, 1.0 / 8, 1.0 / 3),
        _ => new(kind, 0, 0),
    };

    /// <summary>Whether the function has a slope that a declaration can set.</summary>
    public bool HasAlpha => Kind is Act.LeakyRelu or Act.Elu or Act.PRelu or Act.RRelu;

    /// <summary>The slope of RReLU in prediction: the mean of those that training draws.</summary>
    public double MeanAlpha => (Alpha + UpperAlpha) / 2;

    /// <summary>The function's name, with its slopes where they are not the default ones: <c>LeakyRelu(0.2)</c>.</summary>
    public override string ToString() =>
        this == Of(Kind) ? Kind.ToString()
        : Kind == Act.RRelu ? string.Format(CultureInfo.InvariantCulture, "{0}({1}, {2})", Kind, Alpha, UpperAlpha)
        : string.Format(CultureInfo.InvariantCulture, "{0}({1})", Kind, Alpha);
}
