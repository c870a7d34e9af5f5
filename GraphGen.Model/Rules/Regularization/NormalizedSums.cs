namespace GraphGen.Model;

/// <summary>The dense layers whose sums go straight into batch normalisation: their bias and the scale of their weights are lost there.</summary>
internal static class NormalizedSums
{
    /// <summary>
    /// The positions of those that are trained and have an activation behind the batch normalisation, which is trained, too: a frozen one subtracts a mean that
    /// does not follow. Without one GG2012 speaks, and where it
    /// belongs is open; what is normalised behind the outputs is GG3007's matter; a preset normalises behind activations.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="throughNoise">
    /// Whether Gaussian noise may stand between: what all rows have in common is lost all the same, but weights of another scale change its share.
    /// </param>
    public static IEnumerable<int> Of(DeclaredNetwork network, bool throughNoise)
    {
        for (int position = 0; position < network.OutputPosition; position++)
        {
            if (network.Layers[position] is BatchNormSpec { Frozen: false }
                && network.SumsInFrontOf(position, throughNoise) is { } dense
                && network.Layers[dense] is DenseSpec { Frozen: false }
                && network.ActivationPosition(dense) is not null)
            {
                yield return dense;
            }
        }
    }
}
