namespace GraphGen.Execution;

/// <summary>A batch's whole way through a network, forward and backward.</summary>
internal static class NetworkPass
{
    /// <summary>Passes all rows of some data as one batch.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The data, checked against the network before.</param>
    /// <returns>The mean loss without penalties, and the layers in their order.</returns>
    public static (double Loss, PassedLayer[] Layers) Run(INetwork network, Dataset data)
    {
        LayerPass[] passes = [.. network.Layers.Select(LayerPass.Of)];
        var outputs = new RowMatrix[passes.Length];
        RowMatrix values = RowMatrix.InputsOf(data);
        for (int index = 0; index < passes.Length; index++)
        {
            outputs[index] = values = passes[index].Forward(values);
        }

        (double loss, RowMatrix? gradients) = new LossGradient(network.Info, data).Of(values);
        var layers = new PassedLayer[passes.Length];
        for (int index = passes.Length - 1; index >= 0; index--)
        {
            layers[index] = new PassedLayer(passes[index], outputs[index], gradients!);
            gradients = passes[index].Backward(gradients!, wantsInputGradients: index > 0);
        }

        return (loss, layers);
    }
}
