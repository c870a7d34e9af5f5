using Shouldly;
using Xunit;

namespace GraphGen.Tests.Documentation;

/// <summary>Links between the pages, and from them into the source, lead somewhere.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_within_the_repository_resolve(string path) => MarkdownPage.Read(path).Links
        .Where(link => !link.Contains("://", StringComparison.Ordinal))
        .Where(link => !Resolves(path, link))
        .ShouldBeEmpty();

    private static bool Resolves(string path, string link)
    {
        string[] parts = link.Split('#', 2);
        string target = parts[0].Length == 0
            ? path
            : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, parts[0])).Replace('\\', '/');
        string full = Path.Combine(Repository.Root, target);
        return parts.Length == 1
            ? File.Exists(full) || Directory.Exists(full)
            : File.Exists(full) && MarkdownPage.Read(target).Anchors.Contains(parts[1], StringComparer.Ordinal);
    }
}
