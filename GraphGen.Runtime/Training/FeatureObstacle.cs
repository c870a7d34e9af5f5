namespace GraphGen.Execution;

/// <summary>Why a network has no frozen layers in front whose outputs could be computed once, and what to do about it.</summary>
internal static class FeatureObstacle
{
    /// <summary>A sentence or two about a network whose <see cref="NetworkInfo.FrozenLayers"/> are 0.</summary>
    public static string Of(INetwork network)
    {
        string name = network.Info.Name;
        if (network.Info.IsReconstruction)
        {
            return $"{name} is compared with its own inputs, which a cache of features does not hold: train it without a cache.";
        }

        if (!network.Layers.Any(layer => layer.IsFrozen))
        {
            return $"Nothing of {name} is frozen, so there is nothing to cache: declare [FreezeUpTo(\"{network.Layers[0].Name}\")] or Frozen = true. "
                + "What rests by Trainable = false may be trained again, and is not cached.";
        }

        // Frozen layers in front of it would have been cached, unless nothing is left to train behind them.
        Layer? first = network.Layers.FirstOrDefault(layer => NatureOf(layer) is not null);
        return first is null || network.Layers.TakeWhile(layer => layer != first).Any(layer => layer.IsFrozen)
            ? $"No dense layer of {name} is left behind its frozen ones to be trained on a cache: train without one."
            : $"{first} of {name} {NatureOf(first)}, and nothing can be cached from there on: {RemedyFor(first)}, or train without a cache.";
    }

    /// <summary>What keeps the outputs of a layer from being all that a step needs of it; null for nothing.</summary>
    private static string? NatureOf(Layer layer) => layer switch
    {
        DropoutLayer { Rate: > 0 } or GaussianNoiseLayer { Deviation: > 0 } => DrawsAtRandom,
        DenseLayer { Activation.Function: Act.RRelu } or ActivationLayer { Activation.Function: Act.RRelu } => DrawsAtRandom,
        ActivityRegularizationLayer or SparsityLayer => "adds a penalty to the loss of every step",
        { Parameters.Count: > 0, IsFrozen: false } => "is trained",
        _ => null,
    };

    private const string DrawsAtRandom = "draws at random in every step, so that features are never twice the same";

    private static string RemedyFor(Layer layer) => layer switch
    {
        DenseLayer { Activation.Function: Act.RRelu } or ActivationLayer { Activation.Function: Act.RRelu } => "choose another activation, such as Act.LeakyRelu",
        { Parameters.Count: > 0 } => $"freeze it, too, by Frozen = true or [FreezeUpTo(\"{layer.Name}\")]",
        _ => "remove it",
    };
}
