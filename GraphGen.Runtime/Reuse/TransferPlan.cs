using GraphGen.Execution;

namespace GraphGen;

/// <summary>Which layers of a network take the parameters of which layers of others, and why some do not.</summary>
/// <param name="target">The network to overwrite.</param>
internal sealed class TransferPlan(INetwork target)
{
    private readonly NetworkArchitecture _ofTarget = new(target.Info.Architecture);
    private readonly List<(INetwork Source, LayerPair Layers)> _pairs = [];
    private readonly List<LayerDifference> _skipped = [];
    private readonly List<LayerDifference> _notes = [];

    /// <summary>Why layers are passed over; nothing where all fit.</summary>
    public IReadOnlyList<LayerDifference> Skipped => _skipped;

    private IEnumerable<Parameter> Parameters => _pairs.SelectMany(pair => pair.Layers.Parameters);

    /// <summary>Plans to overwrite a layer where the other one fits.</summary>
    public void Add(Layer layer, INetwork source, Layer from)
    {
        var pair = new LayerPair(layer, from);
        LayerDifference[] differences = [.. pair.Differences()];
        _skipped.AddRange(differences);
        if (differences.Length == 0)
        {
            _pairs.Add((source, pair));
            _notes.AddRange(pair.Notes(_ofTarget, new NetworkArchitecture(source.Info.Architecture)));
        }
    }

    /// <summary>Notes a layer that has no counterpart.</summary>
    public void Skip(Layer layer, string reason) => _skipped.Add(new LayerDifference(layer.Name, reason));

    /// <summary>
    /// Copies. The values are read while their source is claimed and written while the target is, never both at once: so that no two copies can wait for each other.
    /// </summary>
    /// <exception cref="TransferException">There is nothing to copy.</exception>
    /// <exception cref="InvalidOperationException">The parameters of the target are exchanged with their averages.</exception>
    public TransferReport Run()
    {
        if (_pairs.Count == 0)
        {
            throw new TransferException(_skipped);
        }

        target.Memory.RequireOwnParameters();
        var values = new List<float[]>();
        foreach (IGrouping<INetwork, LayerPair> pairs in _pairs.GroupBy(pair => pair.Source, pair => pair.Layers))
        {
            using NetworkMemory.Claim claim = pairs.Key.Memory.BeginCopy();
            values.AddRange(pairs.SelectMany(pair => pair.Values()));
        }

        using (target.Memory.BeginCopy())
        {
            TensorFile.Overwrite([.. Parameters.Select(StoredTensor.Of)], [.. values]);
            target.Parameters.Replaced();
        }

        return new TransferReport(Parameters.Select(parameter => parameter.Name), _skipped, _notes);
    }
}
