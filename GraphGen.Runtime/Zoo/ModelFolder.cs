using GraphGen.Execution;

namespace GraphGen;

/// <summary>A folder with a folder for each model.</summary>
internal sealed class ModelFolder : ModelSource
{
    private readonly string _folder;

    /// <param name="folder">The folder, which need not exist to be written to.</param>
    public ModelFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = folder;
    }

    /// <inheritdoc/>
    public override string Place => $"'{_folder}'";

    /// <inheritdoc/>
    protected override string Remedy => "A model is a folder in it, as Zoo.Save writes them: name the folder above.";

    /// <summary>Makes sure that the folder is there.</summary>
    /// <exception cref="ZooException">It is not.</exception>
    public ModelFolder Required() => Directory.Exists(_folder)
        ? this
        : throw new ZooException(_folder, $"There is no folder '{_folder}': name the one that holds a folder for each model, as Zoo.Save writes them.");

    /// <inheritdoc/>
    public override string PlaceOf(string name, string file) => Path.Combine(_folder, name, file);

    /// <inheritdoc/>
    public override bool Has(string name, string file) => File.Exists(PlaceOf(name, file));

    /// <inheritdoc/>
    public override Stream Open(string name, string file) => CheckpointFile.Open(PlaceOf(name, file));

    /// <inheritdoc/>
    protected override IEnumerable<string> Parts() => Directory.EnumerateDirectories(_folder).Select(path => Path.GetFileName(path));
}
