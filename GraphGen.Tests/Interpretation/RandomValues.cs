using GraphGen.Generator.Graph;

namespace GraphGen.Tests.Interpretation;

/// <summary>Random numbers that single precision holds exactly, so that both sides of a comparison start from the same.</summary>
internal static class RandomValues
{
    public static double[] Normal(System.Random random, long count, double deviation) => Draw(count, () =>
        deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    public static double[] Uniform(System.Random random, long count, double low, double high) =>
        Draw(count, () => low + ((high - low) * random.NextDouble()));

    /// <summary>
    /// Values in the middle of training rather than at its start: nothing is zero or one, so that no term of a formula drops out.
    /// Weights keep the signal's size.
    /// </summary>
    public static double[] Parameter(System.Random random, ParameterSpec parameter) => parameter.Role switch
    {
        ParameterRole.Weight => Normal(random, parameter.Length, Math.Sqrt(1.0 / parameter.Shape.Rows)),
        ParameterRole.Gamma or ParameterRole.MovingVariance => Uniform(random, parameter.Length, 0.5, 1.5),
        _ => Normal(random, parameter.Length, 0.4),
    };

    /// <summary>Overwrites every parameter of a network.</summary>
    public static void Fill(ReferenceNetwork network, int seed)
    {
        var random = new System.Random(seed);
        foreach (ParameterSpec parameter in network.Specification)
        {
            network.Parameters[parameter.Name] = Parameter(random, parameter);
        }
    }

    private static double[] Draw(long count, Func<double> draw)
    {
        double[] values = new double[count];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = (float)draw();
        }

        return values;
    }
}
