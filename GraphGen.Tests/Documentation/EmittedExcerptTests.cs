using System.Text.RegularExpressions;
using GraphGen.Tests.Compilation;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Documentation;

/// <summary>What the pages quote from the emitted code is what is emitted today for the networks that the same page declares.</summary>
public sealed partial class EmittedExcerptTests
{
    public static TheoryData<string> PagesWithExcerpts =>
        [.. Repository.Pages.Where(path => MarkdownPage.Read(path).Blocks.Any(block => block.IsEmitted))];

    [Theory]
    [MemberData(nameof(PagesWithExcerpts))]
    public void An_excerpt_occurs_in_one_emitted_file(string path)
    {
        MarkdownPage page = MarkdownPage.Read(path);
        string[] files = [.. TestCompilation.Generate(PageProgram.Of(page)).Files.Select(file => OneSpaced(file.SourceText.ToString()))];

        foreach (CodeBlock excerpt in page.Blocks.Where(block => block.IsEmitted))
        {
            string[] parts = [.. excerpt.Text.Split("...").Select(OneSpaced).Where(part => part.Length > 0)];

            int found = files.Max(file => CountInOrder(parts, file));

            parts[found..].ShouldBeEmpty($"{path}, line {excerpt.FirstLine}: no emitted file goes on with this.");
        }
    }

    /// <summary>White space is the page's own: there the lines are shorter.</summary>
    private static string OneSpaced(string text) => WhiteSpace().Replace(text, " ").Trim();

    /// <summary>How many of the parts stand in the text one behind the other, from the first part on.</summary>
    private static int CountInOrder(string[] parts, string text)
    {
        int position = 0;
        for (int index = 0; index < parts.Length; index++)
        {
            int found = text.IndexOf(parts[index], position, StringComparison.Ordinal);
            if (found < 0)
            {
                return index;
            }

            position = found + parts[index].Length;
        }

        return parts.Length;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
