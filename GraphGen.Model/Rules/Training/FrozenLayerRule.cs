namespace GraphGen.Model;

/// <summary>
/// GG4003: frozen layers stand in front of trained ones, never behind: what comes into them changes, and their weights cannot follow
/// (Yosinski et al., 2014). GG4004: something is trained: a dense layer, or the parameters of batch normalisation or a PReLU that stands alone.
/// </summary>
internal static class FrozenLayerRule
{
    public static IEnumerable<Problem> CheckOrder(DeclaredNetwork network)
    {
        int? trained = null;
        foreach (int position in network.DensePositions)
        {
            if (!network.Layers[position].Frozen)
            {
                trained ??= position;
            }
            else if (trained is { } front)
            {
                yield return Problem.Of(
                    RuleIds.FrozenAboveTrainable,
                    network.At(position, "Frozen"),
                    network.Layers[position].Name,
                    network.Layers[front].Name);
            }
        }
    }

    public static IEnumerable<Problem> CheckAny(DeclaredNetwork network)
    {
        bool isAnythingTrained = network.Layers.Any(
            layer => layer is (DenseSpec or BatchNormSpec or ActivationSpec { Activation.Kind: Act.PRelu }) and { Frozen: false });
        if (isAnythingTrained)
        {
            yield break;
        }

        string output = network.Layers[network.OutputPosition].Name;
        int[] upTo = [.. network.Declaration.IndicesWhere(kind => kind == AttributeKind.FreezeUpTo)];
        if (upTo.Length > 0)
        {
            yield return Problem.Of(RuleIds.NothingToTrain, new Place.OnAttribute(upTo[0], "layer"), network.Network.Name, output);
        }
        else
        {
            yield return Problem.Of(RuleIds.NothingToTrain, network.At(network.OutputPosition, "Frozen"), network.Network.Name, output)
                .MendedBy($"Train '{output}'", new Edit.RemoveArgument(network.AttributeOf(network.OutputPosition), "Frozen"));
        }
    }
}
