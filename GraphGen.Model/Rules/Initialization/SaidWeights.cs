namespace GraphGen.Model;

/// <summary>
/// What a declaration says of the initial weights of one dense layer, against those that it would have if nothing were said.
/// </summary>
/// <param name="Position">The layer.</param>
/// <param name="Argument">The argument that decides the weights' scale.</param>
/// <param name="Attribute">The attribute that says it: the layer's own or <c>[Defaults]</c>.</param>
/// <param name="Ratio">
/// The weights' variance as a multiple of that which the automatic initialiser gives; null where all weights are one constant.
/// </param>
internal sealed record SaidWeights(int Position, string Argument, int Attribute, double? Ratio)
{
    /// <summary>The share by which two variances may differ and still count as one: what rounding <c>sqrt(2)</c> to 1.4 makes, and more.</summary>
    public const double Tolerance = 0.1;

    /// <summary>What is said of the layer at <paramref name="position"/>; null where it is left to a preset or to nobody.</summary>
    public static SaidWeights? Of(DeclaredNetwork network, int position)
    {
        DenseArguments said = network.Arguments(position);
        return BuiltIn.TakesScale(said.Init.Value) && IsSaid(said.InitScale.Source) ? Described("InitScale", said.InitScale.Attribute)
            : said.Gain.Value != BuiltIn.Gain ? Described("Gain", said.Gain.Attribute)
            : said.FanMode.Value != FanMode.Auto && InitialVariance.TakesFan(said.Init.Value) ? Described("FanMode", said.FanMode.Attribute)
            : IsSaid(said.Init.Source) ? Described("init", said.Init.Attribute)
            : null;

        SaidWeights Described(string argument, int? attribute) => new(position, argument, attribute!.Value, RatioOf(network, position));
    }

    /// <summary>Whether a person chose the value, and not a preset or the attribute type.</summary>
    public static bool IsSaid(ArgumentSource source) => source is ArgumentSource.Layer or ArgumentSource.Defaults;

    /// <summary>The weights' variance as a multiple of what the automatic initialiser gives; null for constant weights.</summary>
    public static double? RatioOf(DeclaredNetwork network, int position)
    {
        DenseSpec dense = network.Dense(position);
        int inputs = network.FanIn(position);
        DenseSpec automatic = dense with { Init = AutomaticInit.For(network.ActivationOf(position)), Gain = 1, FanMode = FanMode.Auto };
        return InitialVariance.Of(dense, inputs) / InitialVariance.Of(automatic, inputs);
    }
}
