namespace GraphGen.Execution;

/// <summary>
/// Which layers of a network were trainable, and their rate multipliers. Disposing restores that, so that it may be changed within a block.
/// </summary>
internal sealed class TrainableLayers : IDisposable
{
    private readonly IReadOnlyList<Layer> _layers;
    private readonly bool[] _trainable;
    private readonly float[] _rateMultipliers;

    /// <summary>Notes how it is now.</summary>
    public TrainableLayers(INetwork network)
    {
        _layers = network.Layers;
        _trainable = new bool[_layers.Count];
        _rateMultipliers = new float[_layers.Count];
        Take();
    }

    /// <summary>Notes anew how it is now.</summary>
    public void Take()
    {
        for (int index = 0; index < _trainable.Length; index++)
        {
            (_trainable[index], _rateMultipliers[index]) = (_layers[index].Trainable, _layers[index].RateMultiplier);
        }
    }

    /// <summary>Makes it again what it was.</summary>
    public void Restore()
    {
        for (int index = 0; index < _trainable.Length; index++)
        {
            (_layers[index].Trainable, _layers[index].RateMultiplier) = (_trainable[index], _rateMultipliers[index]);
        }
    }

    /// <inheritdoc cref="Restore"/>
    public void Dispose() => Restore();
}
