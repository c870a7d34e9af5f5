using System.Collections.Immutable;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Documentation;

/// <summary>The <c>.editorconfig</c> settings on the pages are such that the compiler understands, for rules and categories that exist.</summary>
public sealed class SettingsTests
{
    private const string Category = "dotnet_analyzer_diagnostic.category-";

    private static readonly ImmutableArray<DiagnosticDescriptor> Rules = [.. TestCompilation.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)];

    public static TheoryData<string> PagesWithSettings =>
        [.. Repository.Pages.Where(path => MarkdownPage.Read(path).Blocks.Any(block => block.Info == "ini"))];

    [Theory]
    [MemberData(nameof(PagesWithSettings))]
    public void Settings_set_severities_of_our_rules(string path)
    {
        string[] ids = [.. Rules.Select(rule => rule.Id.ToLowerInvariant())];
        string[] categories = [.. Rules.Select(rule => $"{Category}{rule.Category}.severity".ToLowerInvariant())];
        foreach (CodeBlock block in MarkdownPage.Read(path).Blocks.Where(block => block.Info == "ini"))
        {
            AnalyzerConfigOptionsResult set = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(block.Text, "/project/.editorconfig") })
                .GetOptionsForSourcePath("/project/Network.cs");

            set.Diagnostics.ShouldBeEmpty();
            int lines = block.Text.Split('\n').Count(line => line.Contains('='));
            (set.TreeOptions.Count + set.AnalyzerOptions.Count).ShouldBe(lines, $"{path}, line {block.FirstLine}");
            set.TreeOptions.Keys.Select(id => id.ToLowerInvariant()).ShouldBeSubsetOf(ids);
            set.AnalyzerOptions.Keys.ShouldBeSubsetOf(categories);
        }
    }
}
