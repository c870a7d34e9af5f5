using GraphGen.Tests.Compilation;
using GraphGen.Tests.Documentation;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Packaging;

/// <summary>The pages that the packages show are as true as the repository's.</summary>
public sealed class PackageReadmeTests
{
    /// <summary>The pages of the packages that hold a library.</summary>
    public static TheoryData<string> Pages => ["GraphGen.Package/README.md", "GraphGen.Csv/README.md", "GraphGen.Reporting/README.md", "GraphGen.Zoo/README.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Its_program_compiles_without_a_warning(string path)
    {
        CSharpCompilation program = TestCompilation.Generate(PageProgram.Of(MarkdownPage.Read(path))).Compilation;

        (await TestCompilation.AnalyzeAsync(program)).ShouldBeEmpty();
        TestCompilation.Load(program);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void It_links_to_nothing_that_is_not_in_the_package(string path) =>
        MarkdownPage.Read(path).Links.Where(link => !link.StartsWith("https://", StringComparison.Ordinal)).ShouldBeEmpty();
}
