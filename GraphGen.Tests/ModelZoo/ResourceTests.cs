using System.Reflection;
using GraphGen.Tests.Data;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.ModelZoo;

/// <summary>Models that travel in an assembly are found by the names of its resources, and checked as those in folders are.</summary>
public sealed class ResourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Weather _network = Published.Train();

    public ResourceTests() => Zoo.Save(_network, _folder.FullName, Published.Card);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData('/')]
    [InlineData('\\')]
    public void A_model_is_found_however_the_build_has_written_its_folder(char separator)
    {
        var assembly = new ResourceAssembly(_folder.FullName, separator);

        Zoo.List(assembly).Single().Name.ShouldBe(Published.Name);
        Load(assembly).Parameters.Values().HasBitsOf(_network.Parameters.Values()).ShouldBeTrue();
    }

    [Fact]
    public void Damage_is_told_with_the_resource_and_its_assembly()
    {
        string path = Published.WeightsPath(_folder.FullName);
        byte[] weights = File.ReadAllBytes(path);
        weights[^1] ^= 1;
        File.WriteAllBytes(path, weights);

        Should.Throw<ZooException>(() => Load(new ResourceAssembly(_folder.FullName))).Place
            .ShouldBe($"GraphGen.Zoo/weather/{Path.GetFileName(path)} in Models");

        File.Delete(path);
        Should.Throw<ZooException>(() => Load(new ResourceAssembly(_folder.FullName))).Message.ShouldContain("There is no 'GraphGen.Zoo/weather/weights-");

        Zoo.Save(_network, _folder.FullName, Published.Card);
        File.Delete(Published.CardPath(_folder.FullName));
        Should.Throw<ZooException>(() => Load(new ResourceAssembly(_folder.FullName))).Message.ShouldContain("There is no 'GraphGen.Zoo/weather/card.json in Models'");
    }

    [Fact]
    public void An_assembly_without_models_has_none()
    {
        Zoo.List(typeof(ResourceTests).Assembly).ShouldBeEmpty();
        Zoo.List(typeof(string).Assembly).ShouldBeEmpty();
        Should.Throw<ZooException>(() => Zoo.Load<Weather>(Published.Name)).Message.ShouldBe(
            "'GraphGen.Tests': There is no model 'weather'. There are none. "
            + "Embed folders that Zoo.Save wrote as resources called 'GraphGen.Zoo/NAME/FILE', or name the folder that they are in.");
    }

    private static Weather Load(Assembly assembly) => ModelLoader.Load<Weather>(new ModelResources(assembly), Published.Name, threads: 1);

    /// <summary>An assembly that holds the files of a folder, and one more.</summary>
    private sealed class ResourceAssembly(string folder, char separator = '/') : Assembly
    {
        private const string Root = "GraphGen.Zoo";

        public override string[] GetManifestResourceNames() =>
        [
            "Other.txt",
            .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => $"{Root}/{Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, separator)}"),
        ];

        public override Stream? GetManifestResourceStream(string name) =>
            File.OpenRead(Path.Combine(folder, name[(Root.Length + 1)..].Replace(separator, Path.DirectorySeparatorChar)));

        public override AssemblyName GetName() => new("Models");
    }
}
