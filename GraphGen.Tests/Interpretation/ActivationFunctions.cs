using GraphGen.Generator.Graph;

namespace GraphGen.Tests.Interpretation;

using Act = GraphGen.Model.Act;

/// <summary>The activation functions and their derivatives in double precision.</summary>
internal static class ActivationFunctions
{
    /// <summary>Whether the slope jumps at zero, so that rounding decides the gradient there. ELU's slope does not.</summary>
    public static bool HasKink(Act function) => function is Act.Relu or Act.LeakyRelu or Act.Selu;

    public static double Sigmoid(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));

    /// <summary><c>f(z)</c>, and the magnitude of what is added up for it.</summary>
    public static (double Value, double Magnitude) Value(Act function, double z) => function switch
    {
        Act.Linear => Plain(z),
        Act.Sigmoid => Plain(Sigmoid(z)),
        Act.Tanh => Plain(Math.Tanh(z)),
        Act.Relu => Plain(Math.Max(z, 0)),
        Act.LeakyRelu => Plain(z > 0 ? z : Activations.LeakySlope * z),
        Act.Elu => z > 0 ? Plain(z) : (Expm1(z), 1),
        Act.Selu when z > 0 => Plain(Activations.SeluScale * z),
        Act.Selu => (Activations.SeluScale * Activations.SeluAlpha * Expm1(z), Activations.SeluScale * Activations.SeluAlpha),
        Act.Swish => Plain(z * Sigmoid(z)),
        _ => throw Unknown(function),
    };

    /// <summary>
    /// <c>f'(z)</c> from what <see cref="ActivateGradient"/> is given, the input <c>z</c> of Swish and the output <c>y = f(z)</c> of
    /// all others, and the magnitude of what is added up for it.
    /// </summary>
    public static (double Value, double Magnitude) Derivative(Act function, double known)
    {
        switch (function)
        {
            case Act.Linear:
                return (1, 1);
            case Act.Sigmoid:
                return (known * (1 - known), known * (1 + known));
            case Act.Tanh:
                return (1 - (known * known), 1 + (known * known));
            case Act.Relu:
                return Plain(known > 0 ? 1 : 0);
            case Act.LeakyRelu:
                return Plain(known > 0 ? 1 : Activations.LeakySlope);
            case Act.Elu:
                return known > 0 ? (1, 1) : (known + 1, 1 - known);
            case Act.Selu:
                double limit = Activations.SeluScale * Activations.SeluAlpha;
                return known > 0 ? Plain(Activations.SeluScale) : (known + limit, limit - known);
            case Act.Swish:
                double sigmoid = Sigmoid(known);
                return (sigmoid + (known * sigmoid * (1 - sigmoid)), sigmoid + (Math.Abs(known) * sigmoid * (1 + sigmoid)));
            default:
                throw Unknown(function);
        }
    }

    private static (double Value, double Magnitude) Plain(double value) => (value, Math.Abs(value));

    /// <summary><c>exp(z) - 1</c> without cancellation near zero: <c>2 sinh(z/2) exp(z/2)</c>.</summary>
    private static double Expm1(double z) => 2 * Math.Sinh(z / 2) * Math.Exp(z / 2);

    private static ArgumentOutOfRangeException Unknown(Act function) => new(nameof(function), function, "The interpreter does not know this activation.");
}
