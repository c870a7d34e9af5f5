using System.Collections.Immutable;
using GraphGen.Model;
using GraphGen.Tests.Compilation;
using GraphGen.Tests.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Analyzers;

/// <summary>A user has the last word on every rule: by a project's settings, by a pragma, by an attribute. Tried on each page's wrong example.</summary>
public sealed class ConfigurationTests
{
    public static TheoryData<string> Rules => [.. RulePage.Ids];

    /// <summary>The language version is the project's, and no edit of the source changes it.</summary>
    public static TheoryData<string> EditedRules => [.. RulePage.Ids.Where(id => id != RuleIds.OldLanguage)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_can_be_turned_off(string id) =>
        (await FindAsync(id, Wrong(id), ReportDiagnostic.Suppress)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_can_be_given_another_severity(string id)
    {
        (await FindAsync(id, Wrong(id), ReportDiagnostic.Error)).ShouldAllBe(found => found.Severity == DiagnosticSeverity.Error);
        (await FindAsync(id, Wrong(id), ReportDiagnostic.Info)).ShouldAllBe(found => found.Severity == DiagnosticSeverity.Info);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_pragma_silences_a_rule(string id) => (await FindAsync(
        id, Rewrite(Wrong(id), root => CSharpSyntaxTree.ParseText($"#pragma warning disable {id}\n{root.ToFullString()}").GetRoot()))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task An_attribute_silences_a_rule(string id) => (await FindAsync(
        id, Rewrite(Wrong(id), root => new Silencing(id).Visit(root)))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(EditedRules))]
    public async Task A_rule_follows_the_edits(string id)
    {
        CSharpCompilation right = Program(id, "Right");
        SyntaxTree wrong = Program(id, "Wrong").SyntaxTrees[^1];
        GeneratorDriver driver = TestCompilation.CreateDriver();
        foreach ((CSharpCompilation program, bool fires) in new[]
        {
            (right, false), (right.ReplaceSyntaxTree(right.SyntaxTrees[^1], wrong), true), (right, false),
        })
        {
            driver = driver.RunGeneratorsAndUpdateCompilation(program, out Microsoft.CodeAnalysis.Compilation generated, out _);
            (await TestCompilation.AnalyzeAsync((CSharpCompilation)generated)).Any(found => found.Id == id).ShouldBe(fires);
        }
    }

    private static CSharpCompilation Program(string id, string heading) => RulePage.Program(id, heading);

    private static CSharpCompilation Wrong(string id) => Program(id, "Wrong");

    private static CSharpCompilation Rewrite(CSharpCompilation program, Func<SyntaxNode, SyntaxNode> rewrite)
    {
        SyntaxTree tree = program.SyntaxTrees[^1];
        return program.ReplaceSyntaxTree(tree, TestCompilation.Parse(rewrite(tree.GetRoot()).ToFullString(), tree.FilePath));
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(
        string id, CSharpCompilation program, ReportDiagnostic severity = ReportDiagnostic.Default)
    {
        CSharpCompilation configured = program.WithOptions(
            program.Options.WithSpecificDiagnosticOptions(ImmutableDictionary<string, ReportDiagnostic>.Empty.Add(id, severity)));
        ImmutableArray<Diagnostic> found = await TestCompilation.AnalyzeAsync(TestCompilation.Generate(configured).Compilation);
        return [.. found.Where(diagnostic => diagnostic.Id == id && !diagnostic.IsSuppressed)];
    }

    private sealed class Silencing(string id) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => Silence(node);

        public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) => Silence(node);

        public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) => Silence(node);

        private SyntaxNode Silence(TypeDeclarationSyntax type)
        {
            AttributeListSyntax list = CSharpSyntaxTree.ParseText($"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"\", \"{id}\")] class C;")
                .GetRoot().DescendantNodes().OfType<AttributeListSyntax>().Single();
            return type.WithLeadingTrivia().WithAttributeLists(type.AttributeLists.Insert(0, list)).WithLeadingTrivia(type.GetLeadingTrivia());
        }
    }
}
