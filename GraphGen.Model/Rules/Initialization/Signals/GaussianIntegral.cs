namespace GraphGen.Model;

/// <summary>
/// Expectations under normal distributions, by the Gauss-Legendre rule piece by piece: functions may bend sharply at places that are known.
/// </summary>
internal static class GaussianIntegral
{
    /// <summary>Deviations from the mean beyond which 8e-11 of the distribution lie.</summary>
    private const double Reach = 6.5;

    private static readonly double Normalization = 1 / Math.Sqrt(2 * Math.PI);

    /// <summary><c>E[f(x)]</c> and <c>E[f(x)^2]</c>.</summary>
    /// <param name="function">f.</param>
    /// <param name="bends">Where f or its derivatives jump or change fast, in rising order.</param>
    /// <param name="mean">The mean of x.</param>
    /// <param name="variance">The variance of x, 0 or more.</param>
    public static (double Mean, double Square) Moments(Func<double, double> function, double[] bends, double mean, double variance)
    {
        double sum = 0;
        double squares = 0;
        Integrate(bends, mean, variance, (x, weight) =>
        {
            double value = function(x);
            sum += weight * value;
            squares += weight * value * value;
        });
        return (sum, squares);
    }

    /// <summary>
    /// The <see cref="Signal"/> of <c>f(u)</c>, where u is normal with mean 0: <c>u = sqrt(shared) t + sqrt(variance) a</c>, with a t that two
    /// rows share and an a of each row's own. Given t, the two rows are independent.
    /// </summary>
    public static Signal Transform(Func<double, double> function, double[] bends, Signal signal)
    {
        double shared = 0;
        double variance = 0;
        Integrate(bends, 0, signal.Shared, (common, weight) =>
        {
            (double mean, double square) = Moments(function, bends, common, signal.Variance);
            shared += weight * mean * mean;
            variance += weight * (square - (mean * mean));
        });
        return new Signal(shared, Math.Max(0, variance));
    }

    /// <summary>Hands over each node and the probability that it stands for.</summary>
    private static void Integrate(double[] bends, double mean, double variance, Action<double, double> accept)
    {
        if (variance == 0)
        {
            accept(mean, 1);
            return;
        }

        double deviation = Math.Sqrt(variance);
        double start = mean - (Reach * deviation);
        double end = mean + (Reach * deviation);
        double from = start;
        foreach (double bend in bends)
        {
            if (bend > from && bend < end)
            {
                Upwards(from, bend);
                from = bend;
            }
        }

        Upwards(from, end);

        // The density bends at the mean, if at any place.
        void Upwards(double left, double right)
        {
            if (left < mean && mean < right)
            {
                Piece(left, mean);
                Piece(mean, right);
            }
            else
            {
                Piece(left, right);
            }
        }

        void Piece(double left, double right)
        {
            double half = (right - left) / 2;
            double scale = half * Normalization / deviation;
            for (int index = 0; index < GaussLegendre.Order; index++)
            {
                double x = left + (half * (1 + GaussLegendre.Nodes[index]));
                double distance = (x - mean) / deviation;
                accept(x, scale * GaussLegendre.Weights[index] * Math.Exp(-0.5 * distance * distance));
            }
        }
    }
}
