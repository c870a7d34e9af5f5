using GraphGen.Execution;

namespace GraphGen;

/// <summary>Which layers of one network take the parameters of which layers of another, and why others do not.</summary>
/// <param name="target">The network to overwrite.</param>
/// <param name="source">The network to copy from.</param>
internal sealed class TransferPlan(INetwork target, INetwork source)
{
    private readonly NetworkArchitecture _ofTarget = new(target.Info.Architecture);
    private readonly NetworkArchitecture _ofSource = new(source.Info.Architecture);
    private readonly List<LayerPair> _pairs = [];
    private readonly List<LayerDifference> _skipped = [];
    private readonly List<LayerDifference> _notes = [];

    private IEnumerable<Parameter> Parameters => _pairs.SelectMany(pair => pair.Parameters);

    /// <summary>Plans to overwrite a layer where the other one fits.</summary>
    public void Add(Layer layer, Layer from)
    {
        var pair = new LayerPair(layer, from);
        LayerDifference[] differences = [.. pair.Differences()];
        _skipped.AddRange(differences);
        if (differences.Length == 0)
        {
            _pairs.Add(pair);
            _notes.AddRange(pair.Notes(_ofTarget, _ofSource));
        }
    }

    /// <summary>Notes a layer that has no counterpart.</summary>
    public void Skip(Layer layer, string reason) => _skipped.Add(new LayerDifference(layer.Name, reason));

    /// <summary>
    /// Copies. The values are read while the source is claimed and written while the target is, never both at once: so that no two copies can wait for each other.
    /// </summary>
    /// <exception cref="TransferException">There is nothing to copy.</exception>
    public TransferReport Run()
    {
        if (_pairs.Count == 0)
        {
            throw new TransferException(_skipped);
        }

        target.Memory.RequireOwnParameters();
        float[][] values;
        using (source.Memory.BeginCopy())
        {
            values = [.. _pairs.SelectMany(pair => pair.Values())];
        }

        using (target.Memory.BeginCopy())
        {
            TensorFile.Overwrite([.. Parameters.Select(StoredTensor.Of)], values);
            target.Parameters.Replaced();
        }

        return new TransferReport(Parameters.Select(parameter => parameter.Name), _skipped, _notes);
    }
}
