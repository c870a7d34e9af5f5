namespace GraphGen.Model;

/// <summary>GG2001: He's weights, whose variance is doubled for rectifiers, in front of sigmoid, tanh or softmax.</summary>
internal static class SaturatingWithHeRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network) => UnsuitableInit.Check(network, RuleIds.SaturatingWithHe, Concerns);

    /// <summary>Whether the dense layer at <paramref name="position"/> is such a one. A gain of about sqrt(1/2) takes the doubling back.</summary>
    public static bool Concerns(DeclaredNetwork network, int position)
    {
        double gain = network.Dense(position).Gain;
        return UnsuitableInit.IsJudged(network, position)
            && network.Dense(position).Init is Init.He or Init.HeUniform
            && network.ActivationOf(position) is Act.Sigmoid or Act.Tanh or Act.Softmax
            && 2 * gain * gain > 1 + SaidWeights.Tolerance
            && SaidWeights.RatioOf(network, position) > 1 + SaidWeights.Tolerance;
    }
}
