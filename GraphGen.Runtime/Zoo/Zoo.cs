using System.Reflection;
using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// Networks that are trained already, each with a card that says what it was trained on, how good it is and under which licence it may be used. A model is a folder
/// with <c>card.json</c> and the weights, in a folder of models or among the resources of an assembly.
/// </summary>
public static class Zoo
{
    /// <summary>
    /// Creates a network with the weights of a model that travels in the assembly of its class, as a resource for each file, called <c>GraphGen.Zoo/NAME/FILE</c>.
    /// The weights are those that were published (SHA-256), and the class declares what was trained, or there is no network.
    /// </summary>
    /// <typeparam name="TNetwork">The class of the network.</typeparam>
    /// <param name="name">The model's name.</param>
    /// <param name="threads">Threads that may share a training step or an evaluation of it, at least 1.</param>
    /// <exception cref="ZooException">There is no such model, or its card or its weights are missing or damaged.</exception>
    /// <exception cref="CheckpointMismatchException">The model is that of another network: the message tells the differences, layer by layer.</exception>
    /// <exception cref="InvalidDataException">The weights are as they were published, but no sound safetensors file.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is out of its range.</exception>
    public static TNetwork Load<TNetwork>(string name, int threads = 1)
        where TNetwork : INetwork<TNetwork> =>
        ModelLoader.Load<TNetwork>(new ModelResources(typeof(TNetwork).Assembly), name, threads);

    /// <summary>Creates a network with the weights of a model in a folder of models. Everything is checked as it is for models in an assembly.</summary>
    /// <typeparam name="TNetwork">The class of the network.</typeparam>
    /// <param name="name">The model's name. Only a folder that is there is looked into: a path leads nowhere.</param>
    /// <param name="folder">The folder that holds the models' folders.</param>
    /// <param name="threads">Threads that may share a training step or an evaluation of it, at least 1.</param>
    /// <exception cref="ZooException">There is no such folder or model, or its card or its weights are missing or damaged.</exception>
    /// <exception cref="CheckpointMismatchException">The model is that of another network: the message tells the differences, layer by layer.</exception>
    /// <exception cref="InvalidDataException">The weights are as they were published, but no sound safetensors file.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is out of its range.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read.</exception>
    public static TNetwork Load<TNetwork>(string name, string folder, int threads = 1)
        where TNetwork : INetwork<TNetwork> =>
        ModelLoader.Load<TNetwork>(new ModelFolder(folder), name, threads);

    /// <summary>The cards of all models in an assembly, in the order of their names. The weights are not looked at.</summary>
    /// <param name="assembly">The assembly, such as <c>typeof(Digits).Assembly</c>.</param>
    /// <exception cref="ZooException">A card is damaged.</exception>
    public static IReadOnlyList<ZooCard> List(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return List(new ModelResources(assembly));
    }

    /// <summary>The cards of all models in a folder of models, in the order of their names. The weights are not looked at.</summary>
    /// <param name="folder">The folder that holds the models' folders. Folders in it without a card are passed over.</param>
    /// <exception cref="ZooException">There is no such folder, or a card is damaged.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read.</exception>
    public static IReadOnlyList<ZooCard> List(string folder) => List(new ModelFolder(folder));

    /// <summary>
    /// Publishes a network: writes its parameters, without the training state, and its card into the folder <c>card.Name</c> of a folder of models. A model of the same
    /// name is replaced at once, when the new one is complete, and only by a network of the same <see cref="NetworkInfo.Fingerprint"/>; weights that
    /// were published in its folder before are deleted, and no other file. Waits for the end of the step that another thread is in.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="folder">The folder of models; it is created where there is none.</param>
    /// <param name="card">What its publisher says of it.</param>
    /// <returns>The card as it was written, with fingerprint, number of parameters and the file of the weights.</returns>
    /// <exception cref="ArgumentException">Something on the card is missing or out of its range: the message says what.</exception>
    /// <exception cref="ZooException">There is a model of that name which is another network, or whose card is damaged. It is what it was.</exception>
    /// <exception cref="OutputFileException">A file cannot be written, or somebody else is publishing a model of that name at this moment. The model is what it was.</exception>
    /// <exception cref="IOException">The card of the model that is there cannot be read. The model is what it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The card of the model that is there must not be read. The model is what it was.</exception>
    public static ZooCard Save(INetwork network, string folder, ZooCard card)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        CardGuard.Require(card);
        return ModelPublisher.Save(network, folder, card);
    }

    private static IReadOnlyList<ZooCard> List(ModelSource source) => Array.AsReadOnly(source.Names.Select(source.ReadCard).ToArray());
}
