namespace GraphGen.Model;

/// <summary>
/// What an activation makes of a normally distributed signal: the second moments of its outputs in one row and between two
/// (Poole et al., "Exponential expressivity in deep neural networks through transient chaos", 2016, equations 3 and 5).
/// </summary>
internal static class ActivationTransform
{
    /// <summary>The signal behind <paramref name="activation"/>; null for softmax, which mixes the units of a row.</summary>
    public static Signal? Of(ActivationFunction activation, Signal signal) => activation.Kind switch
    {
        Act.Linear => signal,
        Act.Softmax => null,
        Act.Relu or Act.LeakyRelu or Act.PRelu => Rectified(signal, activation.Alpha, activation.Alpha * activation.Alpha),
        Act.RRelu => Rectified(signal, activation.MeanAlpha, MeanSquare(activation.Alpha, activation.UpperAlpha)),
        _ => GaussianIntegral.Transform(ActivationFormula.Of(activation)!, ActivationFormula.BendsOf(activation.Kind), signal),
    };

    /// <summary>
    /// Straight on both sides of 0, in closed form: with <c>f(z) = (1 - a) relu(z) + a z</c> the shared part is
    /// <c>(1 - a)^2 E[relu(u) relu(v)] + a k</c>, and the first term is the arc-cosine kernel (Cho and Saul, "Kernel Methods for Deep
    /// Learning", 2009, equation 6).
    /// </summary>
    /// <param name="signal">The signal.</param>
    /// <param name="slope">The slope a below 0; where it is drawn, its mean, since two rows draw their own.</param>
    /// <param name="squaredSlope">The mean of its square.</param>
    private static Signal Rectified(Signal signal, double slope, double squaredSlope)
    {
        double square = signal.Square * (1 + squaredSlope) / 2;
        if (signal.Square == 0)
        {
            return signal;
        }

        double cosine = signal.Shared / signal.Square;
        double sine = Math.Sqrt(signal.Variance / signal.Square * (1 + cosine));
        double kernel = signal.Square / (2 * Math.PI) * (sine + (cosine * (Math.PI - Math.Atan2(sine, cosine))));
        double shared = ((1 - slope) * (1 - slope) * kernel) + (slope * signal.Shared);
        return new Signal(shared, Math.Max(0, square - shared));
    }

    /// <summary>The mean square of a number drawn evenly between two.</summary>
    private static double MeanSquare(double lowest, double highest) => ((lowest * lowest) + (lowest * highest) + (highest * highest)) / 3;
}
