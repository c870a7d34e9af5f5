using System.Reflection;

namespace GraphGen;

/// <summary>Models that travel in an assembly, as resources called <c>GraphGen.Zoo/digits/card.json</c> and so on.</summary>
internal sealed class ModelResources : ModelSource
{
    private const string Root = "GraphGen.Zoo/";

    private readonly Assembly _assembly;

    // By their names with slashes: MSBuild on Windows writes %(RecursiveDir) with backslashes.
    private readonly Dictionary<string, string> _resources;

    /// <param name="assembly">The assembly.</param>
    public ModelResources(Assembly assembly)
    {
        _assembly = assembly;
        _resources = assembly.GetManifestResourceNames()
            .Select(name => (Slashed: name.Replace('\\', '/'), Name: name))
            .Where(resource => resource.Slashed.StartsWith(Root, StringComparison.Ordinal))
            .ToDictionary(resource => resource.Slashed[Root.Length..], resource => resource.Name, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override string Place => _assembly.GetName().Name!;

    /// <inheritdoc/>
    protected override string Remedy =>
        $"Embed folders that Zoo.Save wrote as resources called '{Root}NAME/FILE', or name the folder that they are in.";

    /// <inheritdoc/>
    public override string PlaceOf(string name, string file) => $"{Root}{name}/{file} in {Place}";

    /// <inheritdoc/>
    public override Stream? Open(string name, string file) =>
        _resources.TryGetValue($"{name}/{file}", out string? resource) ? _assembly.GetManifestResourceStream(resource) : null;

    /// <inheritdoc/>
    protected override bool Has(string name, string file) => _resources.ContainsKey($"{name}/{file}");

    /// <inheritdoc/>
    protected override IEnumerable<string> Parts() => _resources.Keys.Select(path => path.Split('/')[0]).Distinct(StringComparer.Ordinal);
}
