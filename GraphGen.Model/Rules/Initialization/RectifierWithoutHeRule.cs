namespace GraphGen.Model;

/// <summary>GG2002: Glorot's, Xavier's or LeCun's weights in front of a rectifier, unless gain and fan make them as large as He's.</summary>
internal static class RectifierWithoutHeRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network) => UnsuitableInit.Check(network, RuleIds.RectifierWithoutHe, Concerns);

    /// <summary>
    /// Whether the dense layer at <paramref name="position"/> is such a one. With a slope a for negative inputs the variance that keeps the
    /// signal's is <c>2 / ((1 + a^2) fan)</c> (He et al., 2015, equation 15), so everything from there up to He's suits.
    /// </summary>
    public static bool Concerns(DeclaredNetwork network, int position)
    {
        DenseSpec dense = network.Dense(position);
        if (!UnsuitableInit.IsJudged(network, position)
            || !(InitialVariance.TakesFan(dense.Init) && dense.Init is not (Init.He or Init.HeUniform))
            || network.ActivationPosition(position) is not { } applied
            || AutomaticInit.For(network.FunctionAt(applied)) != Init.He)
        {
            return false;
        }

        double slope = SlopeOf(network.Layers[applied]);
        double least = 2 / (1 + (slope * slope));
        double gain = dense.Gain * dense.Gain;
        double forward = gain * (InitialVariance.Of(dense with { Gain = 1 }, network.FanIn(position)) ?? 0) * network.FanIn(position);
        return !Suits(gain, least) && !Suits(forward, least);
    }

    private static bool Suits(double variance, double least) =>
        variance >= least * (1 - SaidWeights.Tolerance) && variance <= 2 * (1 + SaidWeights.Tolerance);

    private static double SlopeOf(LayerSpec layer)
    {
        ActivationFunction function = layer is DenseSpec dense ? dense.Activation : ((ActivationSpec)layer).Activation;
        return function.Kind switch
        {
            Act.LeakyRelu or Act.PRelu => function.Alpha,
            Act.RRelu => function.MeanAlpha,
            _ => 0,
        };
    }
}
