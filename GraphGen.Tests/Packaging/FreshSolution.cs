using GraphGen.Tests.Documentation;
using Xunit;

namespace GraphGen.Tests.Packaging;

/// <summary>
/// Projects in a folder of their own, far from the repository, that take GraphGen from its packages: those in the folder Projects
/// and two from the template. They are built once, together, with every warning an error.
/// </summary>
public sealed class FreshSolution : IDisposable
{
    /// <summary>The collection of the tests that share it, and so run one after the other.</summary>
    public const string Collection = "Packaging";

    /// <summary>A project from the template as it is.</summary>
    public const string FromTemplate = "MyNet";

    /// <summary>A project from the template for .NET 9.</summary>
    public const string FromTemplateForFramework9 = "MyOlderNet";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("GraphGen");

    /// <summary>Makes and builds the projects.</summary>
    public FreshSolution()
    {
        string version = $"{Packed.Version}-test.{Guid.NewGuid():N}";
        MakeFeed(version);
        CopyProjects(version);
        UseTemplate(version);
        MakeSolution();
        Command.BuildCleanly(Folder, "build", "All.slnx");
    }

    /// <summary>The folder that the projects' folders are in.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Runs a program that was built.</summary>
    /// <returns>What it wrote.</returns>
    public string Run(string project) => Command.RunDotnet(OutputFolder(project), $"{project}.dll");

    /// <summary>Where a project for .NET 10 has its output.</summary>
    public string OutputFolder(string project) => Path.Combine(Folder, project, "bin", "Release", "net10.0");

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>
    /// The machine's own feeds stay, its unpacked packages are used, and what these projects add to them is unpacked here.
    /// </summary>
    private void MakeFeed(string version)
    {
        string feed = _folder.CreateSubdirectory("feed").FullName;
        foreach (string id in new[] { Packed.Library, Packed.Templates, Packed.Csv, Packed.Reporting, Packed.Zoo })
        {
            Packed.CopyAs(version, id, feed);
        }

        string unpacked = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <fallbackPackageFolders><add key="machine" value="{unpacked}" /></fallbackPackageFolders>
              <packageSources><add key="built" value="feed" /></packageSources>
            </configuration>
            """);
    }

    private void CopyProjects(string version)
    {
        string origin = Path.Combine(Repository.Root, "GraphGen.Tests", "Packaging", "Projects");
        foreach (string file in Directory.EnumerateFiles(origin, "*", SearchOption.AllDirectories))
        {
            Write(Path.GetRelativePath(origin, file), File.ReadAllText(file).Replace("GRAPHGEN_VERSION", version, StringComparison.Ordinal));
        }
    }

    private void UseTemplate(string version)
    {
        string[] hive = ["--debug:custom-hive", Path.Combine(Folder, "hive")];
        Command.RunDotnet(Folder, ["new", "install", Path.Combine("feed", $"{Packed.Templates}.{version}.nupkg"), .. hive]);
        Command.RunDotnet(Folder, ["new", "graphgen", "-o", FromTemplate, .. hive]);
        Command.RunDotnet(Folder, ["new", "graphgen", "-o", FromTemplateForFramework9, "--framework", "net9.0", .. hive]);
    }

    private void MakeSolution() => Write(
        "All.slnx",
        $"<Solution>{string.Concat(Directory.EnumerateFiles(Folder, "*.csproj", SearchOption.AllDirectories).Select(Reference))}</Solution>");

    private string Reference(string project) => $"<Project Path=\"{Path.GetRelativePath(Folder, project).Replace('\\', '/')}\" />";

    private void Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

/// <summary>Names the tests that share the projects.</summary>
[CollectionDefinition(FreshSolution.Collection)]
public sealed class FreshSolutionCollection : ICollectionFixture<FreshSolution>;
