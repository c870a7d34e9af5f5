using System.Runtime.CompilerServices;
using System.Text;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Emission;

/// <summary>
/// The emitted source of <see cref="Declarations"/>, as files in the folder Snapshots: a change of the compiler shows in a review
/// as a change of what users get. To accept a change, run
/// <code>GRAPHGEN_ACCEPT_SNAPSHOTS=1 dotnet test -c Release --filter FullyQualifiedName~SnapshotTests</code>
/// </summary>
public class SnapshotTests
{
    private const int LargestTotal = 448 * 1024;

    private static readonly string Folder = Path.Combine(OwnFolder(), "Snapshots");

    private static bool Accepts => Environment.GetEnvironmentVariable("GRAPHGEN_ACCEPT_SNAPSHOTS") == "1";

    /// <summary>
    /// What is worth a snapshot: of every network the files that a user sees when stepping in, which show its layers, their order
    /// and the memory plan. Kernels are the same text with other numbers from network to network and target to target, so only the
    /// tiny network's for AVX-512 are here, straight-line products and all. Of the autoencoder there is only what others do not show: the order of its
    /// step, and the layer whose weights another shares.
    /// </summary>
    public static TheoryData<string> Names => new(Chosen);

    private static IEnumerable<string> Chosen =>
        Emitted.Files.Keys.Where(name => name.StartsWith("Sketch.", StringComparison.Ordinal)
            ? name is "Sketch.Schedule.g.cs" or "Sketch.CodeLayer.g.cs"
            : !name.Contains("Kernels", StringComparison.Ordinal) || name == "Curve.Avx512Kernels.g.cs");

    [Theory]
    [MemberData(nameof(Names))]
    public void Emitted_source_is_as_approved(string name)
    {
        string text = Emitted.Files[name];
        if (Accepts)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(PathOf(name), text);
            return;
        }

        text.ShouldMatchApproved(options => options
            .WithFileExtension("cs")
            .SubFolder("Snapshots")
            .WithFilenameGenerator((_, _, type, extension) => $"{Stem(name)}.{(type == "approved" ? "verified" : type)}.{extension}")
            .NoDiff());

        // Shouldly compares lines; the line ends count, too.
        File.ReadAllText(PathOf(name)).ShouldBe(text);
    }

    [Fact]
    public void There_are_no_other_snapshots_and_they_are_not_too_large_to_read()
    {
        string[] expected = [.. Chosen.Select(PathOf).Order(StringComparer.Ordinal)];
        if (Accepts)
        {
            foreach (string stale in Snapshots().Except(expected))
            {
                File.Delete(stale);
            }

            return;
        }

        Snapshots().ShouldBe(expected);
        Chosen.Sum(name => Encoding.UTF8.GetByteCount(Emitted.Files[name])).ShouldBeLessThan(LargestTotal);
    }

    private static IEnumerable<string> Snapshots() =>
        Directory.CreateDirectory(Folder).GetFiles("*.verified.cs").Select(file => file.FullName).Order(StringComparer.Ordinal);

    private static string PathOf(string name) => Path.Combine(Folder, $"{Stem(name)}.verified.cs");

    private static string Stem(string name) => name[..^".g.cs".Length];

    private static string OwnFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
