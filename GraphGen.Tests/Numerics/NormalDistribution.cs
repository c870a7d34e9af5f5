namespace GraphGen.Tests.Numerics;

/// <summary>The standard normal distribution in double precision, with relative accuracy in its tail.</summary>
internal static class NormalDistribution
{
    /// <summary>The density <c>exp(-x^2 / 2) / sqrt(2 pi)</c>.</summary>
    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>
    /// The probability below x: near the centre by the series 1/2 + density (x + x^3 / 3 + x^5 / (3 * 5) + ...), in the tails by
    /// Laplace's continued fraction density / (x + 1 / (x + 2 / (x + 3 / ...))).
    /// </summary>
    public static double Probability(double x)
    {
        const double Centre = 3;
        if (double.IsNaN(x))
        {
            return x;
        }

        if (Math.Abs(x) < Centre)
        {
            double term = x;
            double sum = x;
            for (int factor = 3; factor < 160; factor += 2)
            {
                term *= x * x / factor;
                sum += term;
            }

            return 0.5 + (Density(x) * sum);
        }

        double magnitude = Math.Abs(x);
        double fraction = magnitude;
        for (int level = 200; level >= 1; level--)
        {
            fraction = magnitude + (level / fraction);
        }

        double tail = double.IsInfinity(magnitude) ? 0 : Density(magnitude) / fraction;
        return x < 0 ? tail : 1 - tail;
    }
}
