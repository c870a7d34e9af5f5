using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using GraphGen.CodeFixes;
using GraphGen.Model;
using GraphGen.Tests.Compilation;
using GraphGen.Tests.Documentation;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Analyzers;

public partial class CatalogueTests
{
    private static readonly ImmutableArray<DiagnosticDescriptor> Rules = [.. TestCompilation.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)];

    [Fact]
    public void Every_rule_id_has_a_descriptor() => typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!)
        .Order(StringComparer.Ordinal)
        .ShouldBe(Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_has_a_page_with_a_wrong_and_a_right_example()
    {
        foreach (DiagnosticDescriptor rule in Rules)
        {
            rule.HelpLinkUri.ShouldEndWith($"docs/rules/{rule.Id}.md");
            string page = File.ReadAllText(Path.Combine(Repository.Root, RulePage.Path(rule.Id)));
            page.ShouldStartWith($"# {rule.Id}: {rule.Title}\n");
            foreach (string heading in new[] { "## Cause", "## Wrong", "## Right", "## Why" })
            {
                page.ShouldContain($"\n{heading}\n");
            }
        }
    }

    [Fact]
    public void The_index_lists_every_rule_as_it_is()
    {
        ImmutableArray<string> fixable = new RepairProvider().FixableDiagnosticIds;
        string index = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", "README.md"));

        Row().Matches(index).Select(row => row.Value).ShouldBe(Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule =>
            $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |{(fixable.Contains(rule.Id) ? " yes" : "")} |"));
    }

    [Fact]
    public void The_index_names_every_category() => Rules.Select(rule => rule.Category).Distinct()
        .Where(category => !File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", "README.md")).Contains($"`{category}`", StringComparison.Ordinal))
        .ShouldBeEmpty();

    [GeneratedRegex(@"^\| \[GG.*$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
