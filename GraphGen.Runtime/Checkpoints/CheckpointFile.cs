using System.ComponentModel;

namespace GraphGen.Execution;

/// <summary>
/// What a generated network's <c>Save</c> and <c>Load</c> do, in the safetensors format (Hugging Face, https://huggingface.co/docs/safetensors), which many
/// tools read: one <c>F32</c> tensor per parameter, under its name and logical shape. A weight matrix is <c>[inputs, units]</c>, the
/// transpose of what PyTorch keeps.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CheckpointFile
{
    private const string ReservedPrefix = "graphgen.";

    /// <summary>
    /// Writes all parameters, the network's architecture, and the scaling of the data that they were trained on. The file appears at once: a process killed while saving leaves
    /// what was there before. With the training state also what training needs to go on as if it had not stopped: the optimizer's numbers
    /// for each trained parameter are tensors such as <c>optimizer.slot1.dense1.weight</c>, of the parameter's shape; its averages
    /// <c>optimizer.average.dense1.weight</c>; gradients of an unfinished accumulation <c>optimizer.gradient.dense1.weight</c>. The steps,
    /// the seed and the like are metadata such as <c>graphgen.step</c>.
    /// </summary>
    /// <param name="path">The file, by custom named <c>*.safetensors</c>. Overwritten if it exists.</param>
    /// <param name="network">What to save. It must not be in a step.</param>
    /// <param name="trainingState">Whether to write the training state, too.</param>
    /// <param name="metadata">Free text to keep with it, such as the epoch.</param>
    /// <exception cref="ArgumentException">A value of <paramref name="metadata"/> is null, or a key is reserved.</exception>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public static void Save(string path, INetwork network, bool trainingState = false, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(network);
        if (metadata?.Keys.FirstOrDefault(key => key.StartsWith(ReservedPrefix, StringComparison.Ordinal)) is { } reserved)
        {
            throw new ArgumentException($"The key '{reserved}' is reserved, like all that begin with '{ReservedPrefix}': choose another.", nameof(metadata));
        }

        if (trainingState)
        {
            SaveTraining(path, network, metadata, []);
        }
        else
        {
            TensorFile.Write(path, ValuesOf(network.Parameters), WithFacts(metadata, network));
        }
    }

    /// <summary>Writes what <see cref="Save(string, INetwork, bool, IReadOnlyDictionary{string, string}?)"/> does without the training state.</summary>
    /// <param name="file">Where to, from its beginning.</param>
    /// <param name="network">What to save. It must not be in a step.</param>
    internal static void Save(Stream file, INetwork network) => TensorFile.Write(file, ValuesOf(network.Parameters), WithFacts(metadata: null, network));

    /// <summary>Writes all parameters with the training state, and tensors of the fit that is under way.</summary>
    internal static void SaveTraining(string path, INetwork network, IReadOnlyDictionary<string, string>? metadata, IEnumerable<StoredTensor> more)
    {
        TrainingState state = TrainingState.Of(network.Parameters, network.Memory);
        List<StoredTensor> tensors = [.. ValuesOf(network.Parameters), .. state.Tensors(network.Parameters, network.Memory), .. more];
        TensorFile.Write(path, tensors, state.AddTo(WithFacts(metadata, network)));
    }

    /// <summary>
    /// Overwrites the parameters with those of a file that <c>Save</c> or another tool wrote. Everything is read and
    /// checked first: when this throws, nothing has changed. With the training state the next step is the one that would have followed
    /// if training had not stopped; otherwise a state in the file is passed over, and the optimizer starts afresh.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="network">What to overwrite. It must not be in a step.</param>
    /// <param name="trainingState">Whether to take the training state, too, which must have been saved with the parameters.</param>
    /// <param name="partial">
    /// Whether to take the layers whose parameters agree in names and shapes, each as a whole, and to leave the others alone; otherwise all must agree, and all that
    /// the layers compute. Not with the training state.
    /// </param>
    /// <returns>What was taken.</returns>
    /// <exception cref="ArgumentException">Both switches are true.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is no safetensors file, truncated or corrupt, or it holds no training state or a damaged one; the message says where.
    /// </exception>
    /// <exception cref="CheckpointMismatchException">
    /// The file is sound, but its names, shapes, types or activations differ, or its state is that of another optimizer; the message lists all differences. With
    /// <paramref name="partial"/>: nothing agrees.
    /// </exception>
    /// <exception cref="InvalidOperationException">With <paramref name="partial"/>: the parameters are exchanged with their averages.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static TransferReport Load(string path, INetwork network, bool trainingState = false, bool partial = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(network);
        if (!trainingState)
        {
            return LoadParameters(path, network, partial, isChosen: null);
        }

        if (partial)
        {
            throw Guard.Invalid(nameof(partial), $"The training state of a part of a network means nothing", $"leave out trainingState or partial");
        }

        StoredTraining.Read(path, network).Apply(network);
        return new TransferReport(network.Parameters.Select(parameter => parameter.Name), [], []);
    }

    /// <summary>
    /// Overwrites the parameters of some layers with those of a file, and looks at nothing else in it. When this throws, nothing has changed. The optimizer starts
    /// afresh; the scaling of the data stays as it is.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="network">What to overwrite. It must not be in a step.</param>
    /// <param name="pattern">Which layers, by a regular expression that matches their whole names.</param>
    /// <param name="partial">Whether to take those among them that agree and to leave the others alone; otherwise all of them must agree.</param>
    /// <returns>What was taken.</returns>
    /// <exception cref="ArgumentException">The expression is none or matches no layer.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no safetensors file, truncated or corrupt.</exception>
    /// <exception cref="CheckpointMismatchException">One of the layers differs, or with <paramref name="partial"/> all of them.</exception>
    /// <exception cref="InvalidOperationException">The parameters are exchanged with their averages.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static TransferReport Load(string path, INetwork network, string pattern, bool partial = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(network);
        string[] layers = [.. network.Parameters.Select(parameter => LayerDifference.LayerOf(parameter.Name)).Distinct(StringComparer.Ordinal)];
        return LoadParameters(path, network, partial, new LayerPattern(pattern, nameof(pattern)).Choose(layers).Contains);
    }

    /// <summary>Overwrites the parameters with those of a file that is open already. When this throws, nothing has changed.</summary>
    /// <param name="file">The file, which can be read at any place.</param>
    /// <param name="path">What it is called in messages.</param>
    /// <param name="network">What to overwrite. It must not be in a step.</param>
    internal static void Load(Stream file, string path, INetwork network) => LoadParameters(file, path, network, partial: false, isChosen: null);

    /// <summary>Reads the text that was saved with a checkpoint, without its parameters.</summary>
    internal static IReadOnlyDictionary<string, string> ReadMetadata(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = Open(path);
        return DataChecksum.Without(SafetensorsHeader.Read(file, path).Metadata);
    }

    /// <summary>The values of every parameter.</summary>
    internal static List<StoredTensor> ValuesOf(ParameterCollection parameters) => parameters.Select(StoredTensor.Of).ToList();

    /// <summary>Opens a file to read it.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    internal static FileStream Open(string path) => File.Exists(path)
        ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete)
        : throw new FileNotFoundException($"There is no checkpoint '{path}': give the path of a file that was saved before.", path);

    private static TransferReport LoadParameters(string path, INetwork network, bool partial, Predicate<string>? isChosen)
    {
        if (partial || isChosen is not null)
        {
            // What is not read stays, and must not stay an average.
            network.Memory.RequireOwnParameters();
        }

        using FileStream file = Open(path);
        return LoadParameters(file, path, network, partial, isChosen);
    }

    /// <param name="file">The file.</param>
    /// <param name="path">What it is called in messages.</param>
    /// <param name="network">What to overwrite.</param>
    /// <param name="partial">Whether what agrees is enough.</param>
    /// <param name="isChosen">Says of a layer whether it is looked at; null for all.</param>
    private static TransferReport LoadParameters(Stream file, string path, INetwork network, bool partial, Predicate<string>? isChosen)
    {
        SafetensorsHeader header = SafetensorsHeader.Read(file, path);
        DataChecksum.Require(file, header, path);
        DataScaling scaling = DataScaling.Read(header.Metadata, path);
        List<StoredTensor> tensors = ValuesOf(network.Parameters);
        tensors.RemoveAll(tensor => IsPassedOver(LayerDifference.LayerOf(tensor.Name)));
        List<LayerDifference> ofTensors = CheckpointDifferences.OfTensors(
            header, tensors, name => TrainingState.IsTensor(name) || IsPassedOver(LayerDifference.LayerOf(name)));
        List<LayerDifference> ofArchitecture = CheckpointDifferences.OfArchitecture(header, network.Info, ofTensors);
        ofArchitecture.RemoveAll(difference => IsPassedOver(difference.Layer));
        HashSet<string> unfit = [.. ofTensors.Select(difference => difference.Layer)];
        tensors.RemoveAll(tensor => unfit.Contains(LayerDifference.LayerOf(tensor.Name)));
        if (ofTensors.Count + ofArchitecture.Count > 0 && (!partial || tensors.Count == 0))
        {
            IEnumerable<LayerDifference> differences = ofTensors.Concat(ofArchitecture);
            throw partial
                ? new CheckpointMismatchException(
                    path,
                    LayerDifference.ByLayer(differences),
                    "No layer fits. Where the same layers have other names, load the file into a network of its own class and copy them: CopyLayersFrom(source, names: ...).")
                : new CheckpointMismatchException(path, differences);
        }

        TensorFile.Overwrite(tensors, TensorFile.Read(file, header, tensors));
        network.Parameters.Replaced();
        if (isChosen is null)
        {
            scaling.Apply(network.Memory);
        }

        ILookup<bool, LayerDifference> isUnfit = ofArchitecture.ToLookup(difference => unfit.Contains(difference.Layer));
        return new TransferReport(tensors.Select(tensor => tensor.Name), ofTensors.Concat(isUnfit[true]), isUnfit[false]);

        bool IsPassedOver(string layer) => isChosen?.Invoke(layer) == false;
    }

    /// <summary>The metadata given, with what a file should say of its network besides the numbers.</summary>
    private static IReadOnlyDictionary<string, string>? WithFacts(IReadOnlyDictionary<string, string>? metadata, INetwork network) =>
        NetworkArchitecture.AddTo(DataScaling.AddTo(metadata, network.Memory), network.Info);
}
