using System.Reflection;
using System.Runtime.Loader;

namespace GraphGen.Tests.Editor;

/// <summary>
/// The parts of Roslyn that editors are made of. No package of them restores, but every SDK has them beside <c>dotnet format</c>: another
/// version of Roslyn than the tests', so it lives in a context of its own.
/// </summary>
internal sealed class EditorAssemblies : AssemblyLoadContext
{
    private readonly string folder = FindFolder();

    private EditorAssemblies()
        : base(nameof(EditorAssemblies))
    {
    }

    /// <summary>The only one: loading takes a second.</summary>
    public static EditorAssemblies Instance { get; } = new();

    /// <summary>A public type of <paramref name="assembly"/>.</summary>
    public Type Type(string assembly, string name) => LoadFromAssemblyName(new AssemblyName(assembly)).GetType(name, throwOnError: true)!;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    private static string FindFolder()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string sdks = Path.GetFullPath(Path.Combine(framework, "..", "..", "..", "sdk"));
        return Directory.GetDirectories(sdks)
            .Select(sdk => Path.Combine(sdk, "DotnetTools", "dotnet-format"))
            .Last(Directory.Exists);
    }
}
