using GraphGen.Tests.Compilation;
using GraphGen.Tests.Documentation;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Packaging;

/// <summary>The page that the package shows is as true as the repository's.</summary>
public sealed class PackageReadmeTests
{
    private static readonly MarkdownPage Page = MarkdownPage.Read("GraphGen.Package/README.md");

    [Fact]
    public async Task Its_program_compiles_without_a_warning()
    {
        CSharpCompilation program = TestCompilation.Generate(PageProgram.Of(Page)).Compilation;

        (await TestCompilation.AnalyzeAsync(program)).ShouldBeEmpty();
        TestCompilation.Load(program);
    }

    [Fact]
    public void It_links_to_nothing_that_is_not_in_the_package() =>
        Page.Links.Where(link => !link.StartsWith("https://", StringComparison.Ordinal)).ShouldBeEmpty();
}
