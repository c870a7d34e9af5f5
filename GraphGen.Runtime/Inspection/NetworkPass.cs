namespace GraphGen.Execution;

/// <summary>A batch's whole way through a network, forward and backward. What it works on is kept, and serves again for the next batch.</summary>
/// <param name="network">The network.</param>
internal sealed class NetworkPass(INetwork network)
{
    private readonly LayerPass[] _passes = [.. network.Layers.Select(LayerPass.Of)];
    private RowMatrix? _inputs;

    /// <summary>Passes all rows of some data as one batch.</summary>
    /// <param name="data">The data, checked against the network before.</param>
    /// <returns>The mean loss without penalties, and the layers in their order: what they hold is valid until the next run.</returns>
    public (double Loss, PassedLayer[] Layers) Run(Dataset data)
    {
        int first = FirstLayer(network.Info, data);
        var outputs = new RowMatrix[_passes.Length];
        RowMatrix values = RowMatrix.InputsOf(data, ref _inputs);
        for (int index = first; index < _passes.Length; index++)
        {
            outputs[index] = values = _passes[index].Forward(values);
        }

        (double loss, RowMatrix? gradients) = new LossGradient(network.Info, data).Of(values);
        var layers = new PassedLayer[_passes.Length - first];
        for (int index = _passes.Length - 1; index >= first; index--)
        {
            layers[index - first] = new PassedLayer(_passes[index], outputs[index], gradients!);
            gradients = _passes[index].Backward(gradients!, wantsInputGradients: index > first);
        }

        foreach (DensePass tied in _passes.Skip(first).OfType<DensePass>())
        {
            // Frozen layers in front of the features have no gradients.
            if (tied.Layer is DenseLayer { TiedTo: { } source })
            {
                _passes.Skip(first).SingleOrDefault(other => other.Layer == source)?.AddGradient(source.Weight, tied.TiedGradient);
            }
        }

        return (loss, layers);
    }

    /// <summary>The layer that takes the inputs of a data set: features of frozen layers go in behind those.</summary>
    public static int FirstLayer(NetworkInfo info, Dataset data) => data.HoldsFeatures ? info.FrozenLayers : 0;
}
