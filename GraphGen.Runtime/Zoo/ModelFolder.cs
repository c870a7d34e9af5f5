using GraphGen.Execution;

namespace GraphGen;

/// <summary>A folder with a folder for each model.</summary>
internal sealed class ModelFolder : ModelSource
{
    /// <param name="folder">The folder.</param>
    /// <exception cref="ZooException">There is no such folder.</exception>
    public ModelFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Place = Directory.Exists(folder)
            ? folder
            : throw new ZooException(folder, $"There is no folder '{folder}': name the one that holds a folder for each model, as Zoo.Save writes them.");
    }

    /// <inheritdoc/>
    public override string Place { get; }

    /// <inheritdoc/>
    protected override string Remedy => "A model is a folder in it, as Zoo.Save writes them: name the folder above.";

    /// <inheritdoc/>
    public override string PlaceOf(string name, string file) => Path.Combine(Place, name, file);

    /// <inheritdoc/>
    public override Stream? Open(string name, string file)
    {
        try
        {
            return CheckpointFile.Open(PlaceOf(name, file));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    protected override bool Has(string name, string file) => File.Exists(PlaceOf(name, file));

    /// <inheritdoc/>
    protected override IEnumerable<string> Parts() => Directory.EnumerateDirectories(Place).Select(path => Path.GetFileName(path));
}
