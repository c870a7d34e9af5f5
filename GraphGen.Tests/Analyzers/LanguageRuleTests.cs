using System.Collections.Immutable;
using System.Globalization;
using GraphGen.Generator;
using GraphGen.Model;
using GraphGen.Tests.Compilation;
using GraphGen.Tests.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Analyzers;

public class LanguageRuleTests
{
    private const string Source =
        """
        using GraphGen;
        namespace Models { [Input(4)] [Dense(2)] [MeanSquaredError] public partial class Net { } }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12, "C# 12,")]
    [InlineData(LanguageVersion.CSharp7_3, "C# 7.3,")]
    public async Task GG9001_marks_the_class_in_a_project_of_an_older_language(LanguageVersion language, string version)
    {
        CSharpCompilation project = Compile(language);

        ImmutableArray<Diagnostic> found = await TestCompilation.AnalyzeAsync(project);

        found.Select(diagnostic => diagnostic.Id).ShouldBe(["GG9001"]);
        Location place = found[0].Location;
        place.SourceTree!.GetText().ToString(place.SourceSpan).ShouldBe("Net");
        string message = found[0].GetMessage(CultureInfo.InvariantCulture);
        message.ShouldContain(version);
        message.ShouldContain("<LangVersion>13</LangVersion>");
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)place.SourceTree.Options)
            .RunGenerators(project).GetRunResult().GeneratedTrees.ShouldBeEmpty();
    }

    [Fact]
    public void GG9001_accepts_the_oldest_language_that_compiles_emitted_code() =>
        new Variant(LanguageRule.OldestLanguage).ShouldCompileWithoutWarnings(Emission.Declarations.All);

    [Fact]
    public void GG9001_refuses_no_language_that_would_do()
    {
        CSharpParseOptions older = TestCompilation.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp12);
        CSharpCompilation generated = TestCompilation.Generate(TestCompilation.Create(Source)).Compilation;
        CSharpCompilation project = generated.RemoveAllSyntaxTrees()
            .AddSyntaxTrees(generated.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), older, tree.FilePath)));

        project.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))
            .Distinct()
            .ShouldHaveSingleItem()
            .ShouldContain("overload resolution priority");
    }

    private static CSharpCompilation Compile(LanguageVersion language)
    {
        CSharpParseOptions options = TestCompilation.ParseOptions.WithLanguageVersion(language);
        CSharpCompilation plain = TestCompilation.Create(Source);
        return plain.RemoveAllSyntaxTrees().AddSyntaxTrees(CSharpSyntaxTree.ParseText(Source, options, "Source0.cs"));
    }
}
