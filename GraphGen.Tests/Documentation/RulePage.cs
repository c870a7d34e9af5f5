using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Tests.Documentation;

/// <summary>The page of a rule: its examples are programs.</summary>
internal static class RulePage
{
    private const string Folder = "docs/rules/";

    /// <summary>The ids that have a page.</summary>
    public static IEnumerable<string> Ids => Repository.Pages
        .Where(path => path.StartsWith(Folder + "GG", StringComparison.Ordinal))
        .Select(path => System.IO.Path.GetFileNameWithoutExtension(path)!);

    /// <summary>The path of a rule's page from the repository's root.</summary>
    public static string Path(string id) => Folder + id + ".md";

    /// <summary>The ids whose page describes a repair.</summary>
    public static IEnumerable<string> RepairedIds => Ids.Where(id => Page(id).Anchors.Contains("fix"));

    /// <summary>The example under a heading as a program, not yet generated for.</summary>
    public static CSharpCompilation Program(string id, string heading) => PageProgram.Of(Path(id), Blocks(id, heading));

    /// <summary>The text of the example under a heading.</summary>
    public static string Text(string id, string heading) => string.Concat(Blocks(id, heading).Select(block => block.Text));

    private static IEnumerable<CodeBlock> Blocks(string id, string heading) =>
        Page(id).Blocks.Where(block => block.IsCSharp && block.Heading == heading);

    private static MarkdownPage Page(string id) => MarkdownPage.Read(Path(id));
}
