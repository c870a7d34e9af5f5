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
        bool isAnythingTrained = network.Layers.Any(layer => layer is { HasParameters: true, Frozen: false });
        if (isAnythingTrained)
        {
            yield break;
        }

        // The output, or in front of an output that only borrows weights the layer that has them.
        int frozen = network.DensePositions.Last(position => network.Layers[position].Frozen);
        string output = network.Layers[frozen].Name;
        int[] upTo = [.. network.Declaration.IndicesWhere(kind => kind == AttributeKind.FreezeUpTo)];
        if (upTo.Length > 0)
        {
            yield return Problem.Of(RuleIds.NothingToTrain, new Place.OnAttribute(upTo[0], "layer"), network.Network.Name, output);
        }
        else
        {
            yield return Problem.Of(RuleIds.NothingToTrain, network.At(frozen, "Frozen"), network.Network.Name, output)
                .MendedBy($"Train '{output}'", new Edit.RemoveArgument(network.AttributeOf(frozen), "Frozen"));
        }
    }
}
