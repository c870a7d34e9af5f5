using GraphGen.Generator;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace GraphGen.Tests.Emission;

/// <summary>A user's project: its language version and options.</summary>
/// <param name="Language">The C# version.</param>
/// <param name="Nullable">Whether nullable annotations are on.</param>
/// <param name="IsChecked">Whether integer arithmetic is checked for overflow.</param>
internal sealed record Variant(
    LanguageVersion Language = LanguageVersion.Latest,
    NullableContextOptions Nullable = NullableContextOptions.Enable,
    bool IsChecked = false)
{
    /// <summary>Asserts that <paramref name="sources"/> yield code, and that it compiles here without any warning.</summary>
    public void ShouldCompileWithoutWarnings(params string[] sources)
    {
        CSharpParseOptions parsing = TestCompilation.ParseOptions.WithLanguageVersion(Language);
        CSharpCompilation plain = TestCompilation.Create(sources);
        CSharpCompilation project = plain
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(plain.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), parsing, tree.FilePath)))
            .WithOptions(plain.Options.WithNullableContextOptions(Nullable).WithOverflowChecks(IsChecked).WithWarningLevel(9999));
        GeneratorDriverRunResult run = CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: parsing)
            .RunGeneratorsAndUpdateCompilation(project, out var updated, out _)
            .GetRunResult();
        run.Results.Single().Exception.ShouldBeNull();
        run.GeneratedTrees.ShouldNotBeEmpty();

        IEnumerable<Diagnostic> warnings = updated.GetDiagnostics().Where(diagnostic =>
            diagnostic.Severity >= DiagnosticSeverity.Warning && !IsTheUsersOwn(diagnostic));
        string.Join('\n', warnings.Take(5)).ShouldBeEmpty();
    }

    /// <summary>The sources here are kept short: whether they document their own members is not the point.</summary>
    private static bool IsTheUsersOwn(Diagnostic diagnostic) =>
        diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree!.FilePath.StartsWith("Source", StringComparison.Ordinal);
}
