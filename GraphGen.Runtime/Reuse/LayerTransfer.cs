using GraphGen.Execution;

namespace GraphGen;

/// <summary>Copies what one network has learned into another.</summary>
public static class LayerTransfer
{
    /// <summary>
    /// Overwrites the parameters and moving statistics of layers by those of the layers of the same names in another network, of whatever class (lecture notes, reusing
    /// trained layers; Yosinski et al., "How transferable are features in deep neural networks?", 2014). A layer is copied as a whole where kind, parameters and shapes
    /// agree, and else left alone, as the report says. The optimizer of <paramref name="target"/> starts afresh. Which layers are trained stays as it is, and so does the
    /// scaling of the data: scale yours by the source's <c>InputScaling</c>. Waits for the end of the steps that other threads are in; two copies in opposite
    /// directions do not wait for each other. When this throws, nothing has changed.
    /// </summary>
    /// <param name="target">The network to overwrite.</param>
    /// <param name="source">The network to copy from. It is not changed.</param>
    /// <param name="pattern">
    /// Which layers to overwrite, by a regular expression that matches their whole names, such as <c>hidden[12]</c>; null for all that fit.
    /// </param>
    /// <param name="names">
    /// What layers are called in the source where they are called otherwise, such as <c>new() { ["hidden1"] = "encoder1" }</c>; null for the same names throughout.
    /// </param>
    /// <returns>What was copied, what was not and why, and what will compute something else than in the source.</returns>
    /// <exception cref="ArgumentNullException">A network is null.</exception>
    /// <exception cref="ArgumentException">
    /// The expression is none or matches no layer, or <paramref name="names"/> has a layer that a network does not have: the message lists those that there are.
    /// </exception>
    /// <exception cref="TransferException">No layer fits.</exception>
    public static TransferReport CopyLayersFrom(
        this INetwork target, INetwork source, string? pattern = null, Dictionary<string, string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        Layer[] layers = LayerFreezing.WithParameters(target), sources = LayerFreezing.WithParameters(source);
        names ??= [];
        foreach ((string here, string there) in names)
        {
            Require(here, layers, target);
            Require(there, sources, source);
        }

        HashSet<string> chosen = [.. layers.Select(layer => layer.Name)];
        chosen = pattern is null ? chosen : new LayerPattern(pattern, nameof(pattern)).Choose(chosen);
        HashSet<string> looked = [];
        var plan = new TransferPlan(target);
        foreach (Layer layer in layers.Where(layer => chosen.Contains(layer.Name)))
        {
            string name = names.GetValueOrDefault(layer.Name, layer.Name);
            looked.Add(name);
            if (Array.Find(sources, candidate => candidate.Name == name) is { } from)
            {
                plan.Add(layer, source, from);
            }
            else
            {
                plan.Skip(layer, "the source has no layer of this name");
            }
        }

        // One that the network has got under this name takes its parameters elsewhere, as names say.
        foreach (Layer layer in sources.Where(layer => pattern is null && !looked.Contains(layer.Name) && !chosen.Contains(layer.Name)))
        {
            plan.Skip(layer, "it is in the source, but not in the network");
        }

        return plan.Run();
    }

    private static void Require(string name, Layer[] layers, INetwork network)
    {
        if (!Array.Exists(layers, layer => layer.Name == name))
        {
            string problem = KnownNames.Missing("layer with parameters", name, layers.Select(layer => layer.Name));
            throw new ArgumentException($"In {network.Info.Name}: {problem}", "names");
        }
    }
}
