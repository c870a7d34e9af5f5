using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using GraphGen.Tests.Documentation;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Packaging;

/// <summary>What is in the packages.</summary>
public sealed class PackageContentTests
{
    /// <summary>What NuGet itself adds to a package.</summary>
    private static readonly string[] Wrapping = ["_rels/", "package/", "[Content_Types].xml"];

    [Fact]
    public void The_package_holds_the_library_the_compiler_and_the_pages_of_the_rules() => Entries(Packed.Library).ShouldBe(
        [
            "GraphGen.nuspec",
            "LICENSE",
            "README.md",
            "analyzers/dotnet/cs/GraphGen.Analyzers.dll",
            "analyzers/dotnet/cs/GraphGen.CodeFixes.dll",
            "analyzers/dotnet/cs/GraphGen.Generator.dll",
            "analyzers/dotnet/cs/GraphGen.Model.dll",
            "buildTransitive/GraphGen.targets",
            .. Repository.Pages.Where(page => page.StartsWith("docs/rules/", StringComparison.Ordinal)),
            "icon.png",
            "lib/net10.0/GraphGen.Runtime.dll",
            "lib/net10.0/GraphGen.Runtime.xml",
            "lib/net9.0/GraphGen.Runtime.dll",
            "lib/net9.0/GraphGen.Runtime.xml",
        ],
        ignoreOrder: true);

    [Theory]
    [InlineData(Packed.Csv)]
    [InlineData(Packed.Reporting)]
    [InlineData(Packed.Zoo)]
    public void An_optional_package_holds_its_library_alone(string id) => Entries(id).ShouldBe(
        [
            $"{id}.nuspec",
            "LICENSE",
            "README.md",
            "icon.png",
            $"lib/net10.0/{id}.dll",
            $"lib/net10.0/{id}.xml",
            $"lib/net9.0/{id}.dll",
            $"lib/net9.0/{id}.xml",
        ],
        ignoreOrder: true);

    [Fact]
    public void The_template_package_holds_the_template_alone() => Entries(Packed.Templates).ShouldBe(
        [
            "GraphGen.Templates.nuspec",
            "LICENSE",
            "README.md",
            "content/graphgen/.template.config/dotnetcli.host.json",
            "content/graphgen/.template.config/template.json",
            "content/graphgen/Flowers.cs",
            "content/graphgen/GraphGenProject.csproj",
            "content/graphgen/Iris.cs",
            "content/graphgen/Program.cs",
            "content/graphgen/iris.csv",
            "icon.png",
        ],
        ignoreOrder: true);

    [Fact]
    public void The_template_asks_for_the_package_of_its_own_version()
    {
        using ZipArchive archive = ZipFile.OpenRead(Packed.Path(Packed.Templates));
        XDocument project = XDocument.Load(archive.GetEntry("content/graphgen/GraphGenProject.csproj")!.Open());

        project.Descendants("PackageReference").Single().Attribute("Version")!.Value.ShouldBe(Packed.Version);
    }

    [Theory]
    [InlineData(Packed.Library)]
    [InlineData(Packed.Templates)]
    [InlineData(Packed.Csv)]
    [InlineData(Packed.Reporting)]
    [InlineData(Packed.Zoo)]
    public void Every_package_says_what_it_is(string id)
    {
        XElement metadata = Metadata(id);

        Value(metadata, "id").ShouldBe(id);
        Value(metadata, "version").ShouldBe(Packed.Version);
        Value(metadata, "license").ShouldBe("MIT");
        Value(metadata, "icon").ShouldBe("icon.png");
        Value(metadata, "readme").ShouldBe("README.md");
        foreach (string name in new[] { "title", "authors", "description", "copyright", "tags" })
        {
            Value(metadata, name).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Programs_carry_one_package_more_and_may_have_a_later_one() =>
        Dependencies(Packed.Library).ShouldAllBe(group => group.SequenceEqual(new[] { "System.Numerics.Tensors 10.0.0" }));

    [Fact]
    public void Who_reads_CSV_carries_its_reader() =>
        Dependencies(Packed.Csv).ShouldAllBe(group => group.SequenceEqual(new[] { "CsvHelper 33.0.1", $"GraphGen [{Packed.Version}]" }));

    [Fact]
    public void Who_watches_a_training_carries_what_draws_and_writes_it() => Dependencies(Packed.Reporting).ShouldAllBe(group =>
        group.SequenceEqual(new[] { "Google.Protobuf 3.25.1", $"GraphGen [{Packed.Version}]", "Spectre.Console 0.49.1" }));

    [Fact]
    public void Who_takes_networks_of_the_zoo_carries_nothing_else() =>
        Dependencies(Packed.Zoo).ShouldAllBe(group => group.SequenceEqual(new[] { $"GraphGen [{Packed.Version}]" }));

    [Theory]
    [InlineData(Packed.Csv)]
    [InlineData(Packed.Reporting)]
    [InlineData(Packed.Zoo)]
    public void An_optional_package_brings_the_generator_along(string id) =>
        Groups(id).SelectMany(group => group.Elements()).Where(dependency => Attribute(dependency, "id") == Packed.Library)
            .ShouldAllBe(dependency => Attribute(dependency, "include") == "All");

    [Fact]
    public void Every_assembly_has_its_debug_information_inside() => Assemblies(_ => { });

#if !DEBUG
    [Fact]
    public void No_assembly_names_a_folder_of_the_machine_that_built_it() => Assemblies(documents =>
        documents.ShouldAllBe(document => document.StartsWith("/_/", StringComparison.Ordinal)));
#endif

    /// <summary>Reads the names of the source files out of every assembly's debug information.</summary>
    private static void Assemblies(Action<string[]> check)
    {
        foreach (string id in new[] { Packed.Library, Packed.Csv, Packed.Reporting, Packed.Zoo })
        {
            Assemblies(id, check);
        }
    }

    private static void Assemblies(string id, Action<string[]> check)
    {
        using ZipArchive archive = ZipFile.OpenRead(Packed.Path(id));
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using var content = new MemoryStream();
            using (Stream packed = entry.Open())
            {
                packed.CopyTo(content);
            }

            content.Position = 0;
            using var assembly = new PEReader(content);
            DebugDirectoryEntry embedded = assembly.ReadDebugDirectory().Single(found => found.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
            using MetadataReaderProvider provider = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
            MetadataReader symbols = provider.GetMetadataReader();
            string[] documents = [.. symbols.Documents.Select(document => symbols.GetString(symbols.GetDocument(document).Name))];
            documents.ShouldNotBeEmpty(entry.FullName);
            check(documents);
        }
    }

    /// <summary>What a package depends on, for each framework: ids and lowest versions, or in brackets the only one, in the order of the ids.</summary>
    private static string[][] Dependencies(string id)
    {
        XElement[] groups = Groups(id);
        groups.Select(group => Attribute(group, "targetFramework")).ShouldBe(["net10.0", "net9.0"], ignoreOrder: true);
        return [.. groups.Select(group => group.Elements()
            .Select(dependency => $"{Attribute(dependency, "id")} {Attribute(dependency, "version")}").Order(StringComparer.Ordinal).ToArray())];
    }

    private static XElement[] Groups(string id) => [.. Metadata(id).Descendants().Where(element => element.Name.LocalName == "group")];

    private static string? Attribute(XElement element, string name) => element.Attribute(name)?.Value;

    private static IEnumerable<string> Entries(string id)
    {
        using ZipArchive archive = ZipFile.OpenRead(Packed.Path(id));
        return [.. archive.Entries.Select(entry => entry.FullName).Where(name => !Wrapping.Any(name.StartsWith))];
    }

    private static XElement Metadata(string id)
    {
        using ZipArchive archive = ZipFile.OpenRead(Packed.Path(id));
        return XDocument.Load(archive.GetEntry($"{id}.nuspec")!.Open()).Root!.Elements().Single();
    }

    private static string Value(XElement metadata, string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
}
