using GraphGen.Execution;

namespace GraphGen;

/// <summary>Lets the layers of a network rest or train, several at a time.</summary>
public static class LayerFreezing
{
    /// <summary>
    /// Sets <see cref="Layer.Trainable"/> of every layer that has parameters: those whose name matches get the value, all others the opposite (lecture notes, reusing
    /// trained layers). Waits for the end of the step that another thread is in. When this throws, nothing has changed.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="pattern">
    /// A regular expression that matches the whole names of the layers meant, such as <c>hidden[34]|output</c>. Case matters.
    /// </param>
    /// <param name="trainable">
    /// Whether those layers are trained and all others rest, or the other way round. A layer that was declared frozen rests whatever is said.
    /// </param>
    /// <returns>The layers that are trained from now on, from the input to the output. There may be none: <c>Fit</c> then refuses to run.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The expression is empty, is none, takes too long, or matches no layer: the message lists the names that there are, and guesses which was meant. Or only layers are to
    /// be trained that were declared frozen.
    /// </exception>
    public static IReadOnlyList<Layer> SetTrainable(this INetwork network, string pattern, bool trainable)
    {
        ArgumentNullException.ThrowIfNull(network);
        Layer[] layers = WithParameters(network);
        HashSet<string> chosen = new LayerPattern(pattern, nameof(pattern)).Choose([.. layers.Select(layer => layer.Name)]);
        if (trainable && layers.Where(layer => chosen.Contains(layer.Name)).All(layer => layer.IsFrozen))
        {
            throw Guard.Invalid(
                nameof(pattern),
                $"{string.Join(", ", chosen)}: {network.Info.Name} declares {(chosen.Count == 1 ? "that layer" : "all of these")} frozen, for good",
                $"declare what shall be trained now and then without Frozen and [FreezeUpTo], and let it rest by SetTrainable");
        }

        using NetworkMemory.Claim claim = network.Memory.BeginCopy();
        Train(layers, layer => chosen.Contains(layer.Name) == trainable);
        return Array.AsReadOnly(Array.FindAll(layers, layer => layer.Trainable));
    }

    /// <summary>The layers that there is something to train in, frozen ones among them.</summary>
    internal static Layer[] WithParameters(INetwork network) => [.. network.Layers.Where(layer => layer.Parameters.Count > 0)];

    /// <summary>Lets some layers train and all others rest; those that were declared frozen rest in any case.</summary>
    internal static void Train(Layer[] layers, Func<Layer, bool> isTrained)
    {
        foreach (Layer layer in layers)
        {
            layer.Trainable = isTrained(layer) && !layer.IsFrozen;
        }
    }
}
