using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using GraphGen.Analyzers;
using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Analyzers;

public class CatalogueTests
{
    private static readonly ImmutableArray<DiagnosticDescriptor> Rules = new NetworkAnalyzer().SupportedDiagnostics;

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
            string page = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "rules", rule.Id + ".md"));
            page.ShouldStartWith($"# {rule.Id}: {rule.Title}\n");
            foreach (string heading in new[] { "## Cause", "## Wrong", "## Right", "## Why" })
            {
                page.ShouldContain($"\n{heading}\n");
            }
        }
    }

    private static string RepositoryRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
