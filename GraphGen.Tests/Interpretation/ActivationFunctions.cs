using GraphGen.Generator.Graph;
using GraphGen.Model;

namespace GraphGen.Tests.Interpretation;

using Act = GraphGen.Model.Act;

/// <summary>The activation functions and their derivatives in double precision.</summary>
internal static class ActivationFunctions
{
    /// <summary>Where the slope jumps, so that rounding decides the gradient there. ELU's slope does not, unless it is scaled.</summary>
    public static IReadOnlyList<double> Kinks(ActivationFunction function) => function.Kind switch
    {
        Act.Relu or Act.LeakyRelu or Act.Selu => [0],
        Act.Elu when function.Alpha != 1 => [0],
        Act.HardSwish => [-3, 3],
        _ => [],
    };

    public static double Sigmoid(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));

    /// <summary><c>f(z)</c>, and the magnitude of what is added up for it.</summary>
    public static (double Value, double Magnitude) Value(ActivationFunction function, double z) => function.Kind switch
    {
        Act.Linear => Plain(z),
        Act.Sigmoid => Plain(Sigmoid(z)),
        Act.Tanh => Plain(Math.Tanh(z)),
        Act.Relu => Plain(Math.Max(z, 0)),
        Act.LeakyRelu => Plain(z > 0 ? z : function.Alpha * z),
        Act.Elu => z > 0 ? Plain(z) : (function.Alpha * Expm1(z), function.Alpha),
        Act.Selu when z > 0 => Plain(Activations.SeluScale * z),
        Act.Selu => (Activations.SeluScale * Activations.SeluAlpha * Expm1(z), Activations.SeluScale * Activations.SeluAlpha),
        Act.Swish => Plain(z * Sigmoid(z)),
        Act.Gelu => Plain(z * NormalDistribution(z)),
        Act.Mish => Plain(z * Math.Tanh(Softplus(z))),
        Act.Softplus => Plain(Softplus(z)),
        Act.HardSwish => Plain(z * HardSigmoid(z)),
        _ => throw Unknown(function),
    };

    /// <summary>
    /// <c>f'(z)</c> from what <see cref="ActivateGradient"/> is given, the input <c>z</c> of Swish and its kin and the output <c>y = f(z)</c> of
    /// all others, and the magnitude of what is added up for it.
    /// </summary>
    public static (double Value, double Magnitude) Derivative(ActivationFunction function, double known)
    {
        switch (function.Kind)
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
                return Plain(known > 0 ? 1 : function.Alpha);
            case Act.Elu:
                return known > 0 ? (1, 1) : (known + function.Alpha, function.Alpha - known);
            case Act.Selu:
                double limit = Activations.SeluScale * Activations.SeluAlpha;
                return known > 0 ? Plain(Activations.SeluScale) : (known + limit, limit - known);
            case Act.Swish:
                double sigmoid = Sigmoid(known);
                return (sigmoid + (known * sigmoid * (1 - sigmoid)), sigmoid + (Math.Abs(known) * sigmoid * (1 + sigmoid)));
            case Act.Gelu:
                double density = Math.Exp(-known * known / 2) / Math.Sqrt(2 * Math.PI);
                return (NormalDistribution(known) + (known * density), NormalDistribution(known) + Math.Abs(known * density));
            case Act.Mish:
                double tanh = Math.Tanh(Softplus(known)), rest = known * (1 - (tanh * tanh)) * Sigmoid(known);
                return (tanh + rest, tanh + Math.Abs(rest));
            case Act.Softplus:
                return Plain(-Expm1(-known));
            case Act.HardSwish:
                return Math.Abs(known) < 3 ? ((known / 3) + 0.5, (Math.Abs(known) / 3) + 0.5) : Plain(HardSigmoid(known));
            default:
                throw Unknown(function);
        }
    }

    /// <summary>Softmax of a row, and the magnitude of what is added up for each: the exponent, rounded in proportion to its size, too.</summary>
    public static (double Value, double Magnitude)[] Softmax(ReadOnlySpan<double> z) =>
        LossFunctions.Softmax(z).Select(y => (y, y == 0 ? 0 : y * (1 - Math.Log(y)))).ToArray();

    /// <summary>Its gradient, by the whole matrix of derivatives <c>dy_j / dz_k = y_j ([j = k] - y_k)</c>, and the magnitude of what is added up for each.</summary>
    public static (double Value, double Magnitude)[] SoftmaxGradient(ReadOnlySpan<double> dy, ReadOnlySpan<double> y)
    {
        var gradient = new (double Value, double Magnitude)[y.Length];
        for (int k = 0; k < y.Length; k++)
        {
            for (int j = 0; j < y.Length; j++)
            {
                gradient[k].Value += dy[j] * y[j] * ((j == k ? 1 : 0) - y[k]);
                gradient[k].Magnitude += Math.Abs(dy[j] * y[j]) * ((j == k ? 1 : 0) + y[k]);
            }
        }

        return gradient;
    }

    /// <summary><c>log(1 + exp(z))</c>.</summary>
    private static double Softplus(double z) => Math.Max(z, 0) + Log1p(Math.Exp(-Math.Abs(z)));

    /// <summary><c>log(1 + x)</c> for small x also: what rounding 1 + x loses is put back (Kahan).</summary>
    private static double Log1p(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    private static double HardSigmoid(double z) => Math.Min(Math.Max(z + 3, 0), 6) / 6;

    /// <summary>The normal distribution function, by the series of its integral near zero and by the continued fraction of its tail beyond.</summary>
    private static double NormalDistribution(double z)
    {
        double size = Math.Abs(z), density = Math.Exp(-size * size / 2) / Math.Sqrt(2 * Math.PI);
        double upper;
        if (size < 3)
        {
            double term = size, sum = size;
            for (int n = 1; n < 200; n++)
            {
                term *= size * size / ((2 * n) + 1);
                sum += term;
            }

            upper = 0.5 - (density * sum);
        }
        else
        {
            double fraction = size;
            for (int n = 200; n >= 1; n--)
            {
                fraction = size + (n / fraction);
            }

            upper = density / fraction;
        }

        return z > 0 ? 1 - upper : upper;
    }

    private static (double Value, double Magnitude) Plain(double value) => (value, Math.Abs(value));

    /// <summary><c>exp(z) - 1</c> without cancellation near zero: <c>2 sinh(z/2) exp(z/2)</c>.</summary>
    private static double Expm1(double z) => 2 * Math.Sinh(z / 2) * Math.Exp(z / 2);

    private static ArgumentOutOfRangeException Unknown(ActivationFunction function) => new(nameof(function), function, "The interpreter does not know this activation.");
}
