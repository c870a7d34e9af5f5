using System.IO.Compression;
using System.Reflection;
using GraphGen.Tests.Documentation;

namespace GraphGen.Tests.Packaging;

/// <summary>The packages that this build made.</summary>
internal static class Packed
{
    /// <summary>The package that users add.</summary>
    public const string Library = "GraphGen";

    /// <summary>The package of <c>dotnet new</c> templates.</summary>
    public const string Templates = "GraphGen.Templates";

    /// <summary>The optional package that reads CSV files.</summary>
    public const string Csv = "GraphGen.Csv";

    /// <summary>The optional package that shows a training.</summary>
    public const string Reporting = "GraphGen.Reporting";

    /// <summary>The optional package of networks that are trained already.</summary>
    public const string Zoo = "GraphGen.Zoo";

    /// <summary>Their common version.</summary>
    public static string Version { get; } =
        typeof(InputAttribute).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static string Folder { get; } = System.IO.Path.Combine(
        Repository.Root,
        "artifacts",
        "package",
        typeof(Packed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration.ToLowerInvariant());

    /// <summary>Where a package lies.</summary>
    public static string Path(string id) => System.IO.Path.Combine(Folder, $"{id}.{Version}.nupkg");

    /// <summary>
    /// Copies a package into a feed under another version. NuGet never looks again at a version that it has unpacked once, so a
    /// version that no machine has seen is the only one that is sure to be what was just built.
    /// </summary>
    public static void CopyAs(string version, string id, string feed)
    {
        string copy = System.IO.Path.Combine(feed, $"{id}.{version}.nupkg");
        File.Copy(Path(id), copy);
        using ZipArchive archive = ZipFile.Open(copy, ZipArchiveMode.Update);
        Replace(archive, ".nuspec", $"<version>{Version}</version>", $"<version>{version}</version>");
        Replace(archive, ".nuspec", $"id=\"{Library}\" version=\"[{Version}]\"", $"id=\"{Library}\" version=\"[{version}]\"");
        Replace(archive, ".csproj", $"Version=\"{Version}\"", $"Version=\"{version}\"");
    }

    private static void Replace(ZipArchive archive, string extension, string old, string replacement)
    {
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name.EndsWith(extension, StringComparison.Ordinal)))
        {
            using Stream stream = entry.Open();
            string text = new StreamReader(stream).ReadToEnd().Replace(old, replacement, StringComparison.Ordinal);
            stream.SetLength(0);
            using var writer = new StreamWriter(stream);
            writer.Write(text);
        }
    }
}
