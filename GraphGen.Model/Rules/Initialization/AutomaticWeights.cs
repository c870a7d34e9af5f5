namespace GraphGen.Model;

/// <summary>The edits that leave the initial weights of layers to the automatic choice.</summary>
internal static class AutomaticWeights
{
    /// <summary>What a menu says of them.</summary>
    public const string Title = "Use automatic initialisation";

    private static readonly string[] Arguments = ["init", "InitScale", "FanMode", "Gain"];

    /// <summary>
    /// Takes away whatever the layers at <paramref name="positions"/> say of their weights. <c>[Defaults]</c> lose what all layers that
    /// have an activation would rather not take from them; otherwise each of the layers overrules them.
    /// </summary>
    public static Edit[] For(DeclaredNetwork network, IReadOnlyCollection<int> positions) =>
    [
        .. positions
            .SelectMany(position => Arguments.Select(argument => EditOf(network, positions, position, argument)))
            .OfType<Edit>()
            .Distinct(),
    ];

    private static Edit? EditOf(DeclaredNetwork network, IReadOnlyCollection<int> positions, int position, string argument)
    {
        int layer = network.AttributeOf(position);
        bool defaultsSay = network.Defaults is { } defaults
            && defaults.Facts.Says(argument)
            && !(argument == "init" && defaults.Facts.Value(argument, 0) == (int)Init.Auto);
        bool layerSays = SourceOf(network, position, argument) == ArgumentSource.Layer;
        if (!layerSays && defaultsSay && network.DefaultsMayChange(positions, candidate => SourceOf(network, candidate, argument)))
        {
            return new Edit.RemoveArgument(network.Defaults!.Attribute, argument);
        }

        return defaultsSay && argument != "InitScale" ? new Edit.SetArgument(layer, argument, AutomaticValue(network, position, argument))
            : layerSays ? new Edit.RemoveArgument(layer, argument)
            : null;
    }

    private static ArgumentSource SourceOf(DeclaredNetwork network, int position, string argument)
    {
        DenseArguments said = network.Arguments(position);
        return argument switch
        {
            "init" => said.Init.Source,
            "InitScale" => said.InitScale.Source,
            "FanMode" => said.FanMode.Source,
            _ => said.Gain.Source,
        };
    }

    private static string AutomaticValue(DeclaredNetwork network, int position, string argument) => argument switch
    {
        "init" => $"{nameof(Init)}.{AutomaticInit.For(network.ActivationOf(position))}",
        "FanMode" => $"{nameof(FanMode)}.{nameof(FanMode.Auto)}",
        _ => "1",
    };
}
