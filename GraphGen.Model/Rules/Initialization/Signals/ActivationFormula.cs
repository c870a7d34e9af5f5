namespace GraphGen.Model;

/// <summary>The smooth activations as functions of one number, in double precision, and where they bend.</summary>
internal static class ActivationFormula
{
    // Klambauer et al., 2017, equation 14.
    private const double SeluScale = 1.0507009873554805;
    private const double SeluAlpha = 1.6732632423543772;

    private static readonly double[] AtZero = [0];
    private static readonly double[] AtThree = [-3, 3];

    /// <summary>
    /// <paramref name="activation"/> as a function; null for those that are no function of one number, or straight on both sides of 0.
    /// </summary>
    public static Func<double, double>? Of(ActivationFunction activation)
    {
        double alpha = activation.Alpha;
        return activation.Kind switch
        {
            Act.Sigmoid => Sigmoid,
            Act.Tanh => Math.Tanh,
            Act.Elu => z => Elu(z, alpha),
            Act.Selu => z => SeluScale * Elu(z, SeluAlpha),
            Act.Swish => z => z * Sigmoid(z),
            Act.Gelu => z => z * NormalDistribution(z),
            Act.Mish => Mish,
            Act.Softplus => z => Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z))),
            Act.HardSwish => z => z * Math.Min(Math.Max(z + 3, 0), 6) / 6,
            _ => null,
        };
    }

    /// <summary>Where <paramref name="activation"/> or its slope jumps, or bends most.</summary>
    public static double[] BendsOf(Act activation) => activation == Act.HardSwish ? AtThree : AtZero;

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double Elu(double z, double alpha) => z > 0 ? z : alpha * (Math.Exp(z) - 1);

    /// <summary><c>z tanh(log(1 + e^z))</c>, with <c>tanh(log(1 + e)) = (e^2 + 2 e) / (e^2 + 2 e + 2)</c>. Beyond 20 that is 1.</summary>
    private static double Mish(double z)
    {
        double exponential = Math.Exp(Math.Min(z, 20));
        double part = exponential * (exponential + 2);
        return z * part / (part + 2);
    }

    /// <summary>
    /// The normal distribution function to within 1e-7 (Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, formula 26.2.17).
    /// </summary>
    private static double NormalDistribution(double z)
    {
        double t = 1 / (1 + (0.2316419 * Math.Abs(z)));
        double series = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        double tail = Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI) * series;
        return z > 0 ? 1 - tail : tail;
    }
}
