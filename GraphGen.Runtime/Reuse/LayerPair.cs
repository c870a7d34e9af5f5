namespace GraphGen;

/// <summary>A layer of one network, and the layer of another whose parameters it is to take.</summary>
/// <param name="target">What is to be overwritten.</param>
/// <param name="source">What is to be copied.</param>
internal sealed class LayerPair(Layer target, Layer source)
{
    /// <summary>The parameters to overwrite; each has its equal in the source where there are no differences.</summary>
    public IReadOnlyList<Parameter> Parameters => target.Parameters;

    /// <summary>What keeps the layer from being copied; nothing where it can be.</summary>
    public IEnumerable<LayerDifference> Differences()
    {
        if (target.Kind != source.Kind)
        {
            yield return new LayerDifference(target.Name, $"it is {source.Kind} in the source, but {target.Kind} in the network");
            yield break;
        }

        foreach (Parameter parameter in target.Parameters)
        {
            string? what = Find(source, parameter) is not { } found ? $"{ShapeText.Of(parameter.Shape)} is missing from the source"
                : !found.Shape.SequenceEqual(parameter.Shape) ? $"has the shape {ShapeText.Of(found.Shape)} in the source, but {ShapeText.Of(parameter.Shape)} is needed"
                : null;
            if (what is not null)
            {
                yield return LayerDifference.OfTensor(parameter.Name, what);
            }
        }

        foreach (Parameter parameter in source.Parameters.Where(parameter => Find(target, parameter) is null))
        {
            yield return new LayerDifference(
                target.Name, $"{LayerDifference.PartOf(parameter.Name)} {ShapeText.Of(parameter.Shape)} is in the source, but not in the network");
        }
    }

    /// <summary>What the layer will compute otherwise than the source, although its parameters fit.</summary>
    /// <param name="ofTarget">What the network is.</param>
    /// <param name="ofSource">What the source is.</param>
    public IEnumerable<LayerDifference> Notes(NetworkArchitecture ofTarget, NetworkArchitecture ofSource)
    {
        if (ofTarget[target.Name] is { } here && ofSource[source.Name] is { } there && here != there)
        {
            yield return new LayerDifference(target.Name, $"it is {there} in the source, but {here} in the network");
        }
    }

    /// <summary>The values that each parameter is to take, row-major.</summary>
    public IEnumerable<float[]> Values() => target.Parameters.Select(parameter =>
    {
        float[] values = new float[parameter.Length];
        Find(source, parameter)!.CopyTo(values);
        return values;
    });

    private static Parameter? Find(Layer layer, Parameter like) =>
        layer.Parameters.FirstOrDefault(parameter => LayerDifference.PartOf(parameter.Name) == LayerDifference.PartOf(like.Name));
}
