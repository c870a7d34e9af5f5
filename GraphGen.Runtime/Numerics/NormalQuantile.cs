using System.Runtime.CompilerServices;

namespace GraphGen.Numerics;

/// <summary>
/// The inverse of the standard normal distribution function (Wichura, "Algorithm AS 241: the percentage points of the normal distribution",
/// Applied Statistics 37, 1988; the variant of 16 digits). Only additions, multiplications, divisions and square roots of doubles,
/// which IEEE 754 fixes to the last bit: the result is the same on every machine, as that of a library's logarithm is not.
/// </summary>
internal static class NormalQuantile
{
    private const double Ln2 = 0.693147180559945309417;

    // Polynomials of three fractions, the highest power first.
    private static ReadOnlySpan<double> CentralNumerator =>
    [
        2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
        1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0,
    ];

    private static ReadOnlySpan<double> CentralDenominator =>
    [
        5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
        5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0,
    ];

    private static ReadOnlySpan<double> MiddleNumerator =>
    [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
        3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0,
    ];

    private static ReadOnlySpan<double> MiddleDenominator =>
    [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0,
    ];

    private static ReadOnlySpan<double> TailNumerator =>
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0,
    ];

    private static ReadOnlySpan<double> TailDenominator =>
    [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0,
    ];

    /// <summary>The number below which a standard normal variable lies with the given probability.</summary>
    /// <param name="probability">Between 0 and 1, both exclusive, and not subnormal.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Of(double probability)
    {
        double centred = probability - 0.5;
        if (Math.Abs(centred) <= 0.425)
        {
            double argument = 0.180625 - (centred * centred);
            return centred * Polynomial(CentralNumerator, argument) / Polynomial(CentralDenominator, argument);
        }

        double tail = centred < 0 ? probability : 1 - probability;
        double depth = Math.Sqrt(-Log(tail));
        double magnitude = depth <= 5
            ? Polynomial(MiddleNumerator, depth - 1.6) / Polynomial(MiddleDenominator, depth - 1.6)
            : Polynomial(TailNumerator, depth - 5) / Polynomial(TailDenominator, depth - 5);
        return centred < 0 ? -magnitude : magnitude;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Polynomial(ReadOnlySpan<double> coefficients, double argument)
    {
        double sum = 0;
        foreach (double coefficient in coefficients)
        {
            sum = (sum * argument) + coefficient;
        }

        return sum;
    }

    /// <summary>
    /// <c>ln(x)</c> of a positive normal number: <c>x = 2^n m</c> with m from 2/3 to 4/3,
    /// and <c>ln m = 2 artanh((m - 1) / (m + 1))</c> by its series.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Log(double x)
    {
        const int MantissaBits = 52;
        const long TwoThirds = 0x3FE5555555555555;
        const int Terms = 12;
        long bits = BitConverter.DoubleToInt64Bits(x);
        long exponent = (bits - TwoThirds) >> MantissaBits;
        double mantissa = BitConverter.Int64BitsToDouble(bits - (exponent << MantissaBits));
        double ratio = (mantissa - 1) / (mantissa + 1);
        double square = ratio * ratio;
        double sum = 0;
        for (int term = Terms; term >= 0; term--)
        {
            sum = (sum * square) + (1.0 / ((2 * term) + 1));
        }

        return (exponent * Ln2) + (2 * ratio * sum);
    }
}
