using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// The content of a checkpoint with its training state, read and checked against a network that it has not been put into yet.
/// </summary>
internal sealed class StoredTraining
{
    private readonly TrainingState _state;
    private readonly DataScaling _scaling;
    private readonly List<StoredTensor> _parameters;
    private readonly List<StoredTensor> _stateTensors;
    private readonly float[][] _values;

    private StoredTraining(
        IReadOnlyDictionary<string, string> metadata,
        TrainingState state,
        DataScaling scaling,
        List<StoredTensor> parameters,
        List<StoredTensor> stateTensors,
        float[][] values,
        Dictionary<string, float[]> others)
    {
        Metadata = metadata;
        Others = others;
        _state = state;
        _scaling = scaling;
        _parameters = parameters;
        _stateTensors = stateTensors;
        _values = values;
    }

    /// <summary>All metadata of the file.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The tensors of callbacks, by their names.</summary>
    public IReadOnlyDictionary<string, float[]> Others { get; }

    /// <summary>Reads a file and checks that it fits.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no checkpoint, or damaged.</exception>
    /// <exception cref="CheckpointMismatchException">It is that of another network or optimizer.</exception>
    public static StoredTraining Read(string path, INetwork network)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(network);
        using FileStream file = CheckpointFile.Open(path);
        SafetensorsHeader header = SafetensorsHeader.Read(file, path);
        DataChecksum.Require(file, header, path);
        TrainingState state = TrainingState.Read(header.Metadata, path, network.Parameters, network.Memory);
        List<StoredTensor> parameters = CheckpointFile.ValuesOf(network.Parameters);
        List<StoredTensor> stateTensors = state.Tensors(network.Parameters, network.Memory);
        List<StoredTensor> tensors = [.. parameters, .. stateTensors];
        List<LayerDifference> differences = CheckpointDifferences.OfTensors(header, tensors, TrainingState.IsCallbackTensor);
        differences.AddRange(CheckpointDifferences.OfArchitecture(header, network.Info, differences));
        if (differences.Count > 0)
        {
            throw new CheckpointMismatchException(path, differences);
        }

        var others = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach ((string name, SafetensorsTensor tensor) in header.Tensors)
        {
            if (TrainingState.IsCallbackTensor(name) && tensor is { Type: SafetensorsTensor.Float32, Shape.Length: 1 })
            {
                others.Add(name, new float[tensor.Shape[0]]);
            }
        }

        List<StoredTensor> otherTensors = others.Select(other => StoredTensor.Of(other.Key, other.Value)).ToList();
        TensorFile.Overwrite(otherTensors, TensorFile.Read(file, header, otherTensors));
        DataScaling scaling = DataScaling.Read(header.Metadata, path);
        return new StoredTraining(header.Metadata, state, scaling, parameters, stateTensors, TensorFile.Read(file, header, tensors), others);
    }

    /// <summary>Puts everything into the network that the file was checked against.</summary>
    public void Apply(INetwork network)
    {
        // The network forgets its state when its parameters are replaced, so the state comes after that.
        TensorFile.Overwrite(_parameters, _values);
        network.Parameters.Replaced();
        TensorFile.Overwrite(_stateTensors, _values.AsSpan(_parameters.Count));
        _state.Restore(network.Memory);
        _scaling.Apply(network.Memory);
    }
}
