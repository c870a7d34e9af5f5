using System.Diagnostics;
using GraphGen.Execution;

namespace GraphGen.Benchmarks.Reuse;

/// <summary>One epoch of a network on MNIST, on the rows and on what its frozen layers make of them.</summary>
internal sealed class FrozenFit
{
    private readonly INetwork _network;
    private readonly Dataset _rows;
    private Dataset? _features;

    /// <param name="name">What is frozen.</param>
    /// <param name="network">The network.</param>
    /// <param name="rows">The rows.</param>
    public FrozenFit(string name, INetwork network, Dataset rows)
    {
        (Name, _network, _rows) = (name, network, rows);
    }

    /// <summary>What is frozen.</summary>
    public string Name { get; }

    /// <summary>Operations of a step for each row.</summary>
    public long Flops => _network.Info.TrainingFlopsPerRow;

    /// <summary>Those of them that the frozen layers take.</summary>
    public double FrozenShare => _network.Info.Layers.Take(_network.Info.FrozenLayers).Sum(layer => (double)layer.FlopsPerRow) / Flops;

    /// <summary>Whether there is anything to cache.</summary>
    public bool HasFeatures => _network.Info.FrozenLayers > 0;

    /// <summary>Seconds of computing the cache.</summary>
    public double Cache()
    {
        long start = Stopwatch.GetTimestamp();
        _features = _network.CacheFrozen(_rows);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Seconds of an epoch on the rows.</summary>
    public double OnRows() => Epoch(_rows);

    /// <summary>Seconds of an epoch on the cache.</summary>
    public double OnFeatures() => Epoch(_features!);

    private double Epoch(Dataset data)
    {
        long start = Stopwatch.GetTimestamp();
        History history = Trainer.Fit(_network, data, new FitOptions { BatchSize = 128, LearningRate = 0.01f });
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return float.IsFinite(history.Loss[0]) ? seconds : throw new InvalidOperationException($"{Name} lost its loss.");
    }
}
