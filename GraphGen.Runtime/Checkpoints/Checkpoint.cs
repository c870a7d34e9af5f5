using System.ComponentModel;
using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// Saves and loads parameters in the safetensors format (Hugging Face, https://huggingface.co/docs/safetensors), which many tools
/// read: one <c>F32</c> tensor per parameter, under its name and logical shape. A weight matrix is <c>[inputs, units]</c>, the
/// transpose of what PyTorch keeps.
/// </summary>
public static class Checkpoint
{
    /// <summary>
    /// Writes all parameters. The file appears at once: a process killed while saving leaves what was there before.
    /// </summary>
    /// <param name="path">The file, by custom named <c>*.safetensors</c>. Overwritten if it exists.</param>
    /// <param name="parameters">What to save.</param>
    /// <param name="metadata">Free text to keep with it, such as the epoch; <see cref="ReadMetadata"/> returns it.</param>
    /// <exception cref="ArgumentException">A value of <paramref name="metadata"/> is null.</exception>
    /// <exception cref="IOException">The file cannot be written; the folder may be missing, or the disk full.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file must not be written.</exception>
    public static void Save(string path, ParameterCollection parameters, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(parameters);
        TensorFile.Write(path, ValuesOf(parameters), metadata);
    }

    /// <summary>
    /// For emitted code: writes all parameters, and all that training needs to go on as if it had not stopped. The optimizer's numbers
    /// for each trained parameter are tensors such as <c>optimizer.slot1.dense1.weight</c>, of the parameter's shape; its averages
    /// <c>optimizer.average.dense1.weight</c>; gradients of an unfinished accumulation <c>optimizer.gradient.dense1.weight</c>. The steps,
    /// the seed and the like are metadata such as <c>graphgen.step</c>. The network must not be in a step.
    /// </summary>
    /// <param name="path">The file, by custom named <c>*.safetensors</c>. Overwritten if it exists.</param>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="memory">The same network's memory.</param>
    /// <param name="metadata">Free text to keep with it, such as the state of a schedule.</param>
    /// <exception cref="ArgumentException">A value of <paramref name="metadata"/> is null, or a key is reserved for the state.</exception>
    /// <exception cref="IOException">The file cannot be written; the folder may be missing, or the disk full.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file must not be written.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Save(
        string path, ParameterCollection parameters, NetworkMemory memory, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(memory);
        TrainingState state = TrainingState.Of(parameters, memory);
        TensorFile.Write(path, [.. ValuesOf(parameters), .. state.Tensors(parameters, memory)], state.AddTo(metadata));
    }

    /// <summary>
    /// Overwrites all parameters with those of a file that <c>Save</c> or another tool wrote. Everything is read and
    /// checked first: when this throws, no parameter has changed. A training state in the file is passed over.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">What to overwrite: the file must have exactly these names and shapes.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no safetensors file, truncated or corrupt; the message says where.</exception>
    /// <exception cref="CheckpointMismatchException">
    /// The file is sound, but its names, shapes or types differ; the message lists all differences.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static void Load(string path, ParameterCollection parameters)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(parameters);
        using FileStream file = File.OpenRead(path);
        SafetensorsHeader header = SafetensorsHeader.Read(file, path);
        List<StoredTensor> tensors = ValuesOf(parameters);
        float[][] values = TensorFile.Read(file, header, path, tensors, TrainingState.IsTensor);
        TensorFile.Overwrite(tensors, values);
        parameters.Replaced();
    }

    /// <summary>
    /// For emitted code: overwrites all parameters and the training state, so that the next step is the one that would have followed
    /// if training had not stopped. Everything is read and checked first: when this throws, nothing has changed. The network must not
    /// be in a step.
    /// </summary>
    /// <param name="path">A file that was saved with the training state.</param>
    /// <param name="parameters">The network's parameters: the file must have exactly these names and shapes.</param>
    /// <param name="memory">The same network's memory.</param>
    /// <returns>All metadata of the file, those of the state among them.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is no safetensors file, truncated or corrupt, or it holds no training state or a damaged one.
    /// </exception>
    /// <exception cref="CheckpointMismatchException">
    /// The file is sound, but its names, shapes or types differ, or its state is that of another optimizer.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IReadOnlyDictionary<string, string> Load(string path, ParameterCollection parameters, NetworkMemory memory)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(memory);
        using FileStream file = File.OpenRead(path);
        SafetensorsHeader header = SafetensorsHeader.Read(file, path);
        TrainingState state = TrainingState.Read(header.Metadata, path, parameters, memory);
        List<StoredTensor> parameterTensors = ValuesOf(parameters);
        List<StoredTensor> stateTensors = state.Tensors(parameters, memory);
        float[][] values = TensorFile.Read(file, header, path, [.. parameterTensors, .. stateTensors], isIgnored: _ => false);

        // The network forgets its state when its parameters are replaced, so the state comes after that.
        TensorFile.Overwrite(parameterTensors, values);
        parameters.Replaced();
        TensorFile.Overwrite(stateTensors, values.AsSpan(parameterTensors.Count));
        state.Restore(memory);
        return header.Metadata;
    }

    /// <summary>Reads the text that was saved with a checkpoint, without its parameters.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The metadata; empty when there are none. A training state has numbers among them, such as <c>graphgen.step</c>.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no safetensors file, truncated or corrupt; the message says where.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = File.OpenRead(path);
        return SafetensorsHeader.Read(file, path).Metadata;
    }

    private static List<StoredTensor> ValuesOf(ParameterCollection parameters) =>
        parameters.Select(parameter => new StoredTensor(parameter.Name, parameter)).ToList();
}
