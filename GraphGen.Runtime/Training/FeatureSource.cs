namespace GraphGen.Execution;

/// <summary>Whose features a data set holds.</summary>
/// <param name="Network">The network's name.</param>
/// <param name="Layers">How many of its layers made them.</param>
/// <param name="Checksum">The CRC-32C of their parameters and moving statistics: others would have made other features.</param>
internal sealed record FeatureSource(string Network, int Layers, uint Checksum)
{
    /// <summary>The source of features that a network would make now.</summary>
    public static FeatureSource Of(INetwork network)
    {
        var checksum = new Crc32C();
        foreach (Parameter parameter in network.Layers.Take(network.Info.FrozenLayers).SelectMany(layer => layer.Parameters))
        {
            float[] values = new float[parameter.Length];
            parameter.CopyTo(values);
            checksum.Append(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(values));
        }

        return new FeatureSource(network.Info.Name, network.Info.FrozenLayers, checksum.Value);
    }
}
