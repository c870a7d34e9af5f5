using GraphGen.Model;

namespace GraphGen.Tests.Signals;

/// <summary>The activations by their textbook formulas, in double precision: the oracle for what the rules integrate.</summary>
internal static class Activations
{
    /// <summary>Every function of one number, some with slopes of their own.</summary>
    public static readonly ActivationFunction[] All =
    [
        .. Enum.GetValues<Model.Act>().Where(kind => kind != Model.Act.Softmax).Select(ActivationFunction.Of),
        new(Model.Act.LeakyRelu, 0.3, 0),
        new(Model.Act.PRelu, -0.5, 0),
        new(Model.Act.Elu, 0.4, 0),
        new(Model.Act.RRelu, 0.2, 0.9),
    ];

    /// <summary>The value at <paramref name="z"/>; <paramref name="uniform"/>, in [0, 1), draws RReLU's slope.</summary>
    public static double Value(ActivationFunction function, double z, double uniform) => function.Kind switch
    {
        Model.Act.Linear => z,
        Model.Act.Sigmoid => 1 / (1 + Math.Exp(-z)),
        Model.Act.Tanh => Math.Tanh(z),
        Model.Act.Relu => Math.Max(0, z),
        Model.Act.LeakyRelu or Model.Act.PRelu => z > 0 ? z : function.Alpha * z,
        Model.Act.RRelu => z > 0 ? z : (function.Alpha + (uniform * (function.UpperAlpha - function.Alpha))) * z,
        Model.Act.Elu => z > 0 ? z : function.Alpha * (Math.Exp(z) - 1),
        Model.Act.Selu => 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * (Math.Exp(z) - 1)),
        Model.Act.Swish => z / (1 + Math.Exp(-z)),
        Model.Act.Gelu => z * Normal(z),
        Model.Act.Mish => z * Math.Tanh(Math.Log(1 + Math.Exp(z))),
        Model.Act.Softplus => Math.Log(1 + Math.Exp(z)),
        Model.Act.HardSwish => z * Math.Clamp(z + 3, 0, 6) / 6,
        _ => throw new ArgumentException($"{function.Kind} is no function of one number.", nameof(function)),
    };

    /// <summary>The normal distribution function by the power series of the error function, which converges for every number.</summary>
    private static double Normal(double z)
    {
        if (Math.Abs(z) > 6)
        {
            return z > 0 ? 1 : 0;
        }

        double term = z, sum = z;
        for (int n = 1; n < 120; n++)
        {
            term *= z * z / ((2 * n) + 1);
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI));
    }
}
