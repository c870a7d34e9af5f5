using GraphGen.Analyzers;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Documentation;

/// <summary>What the pages show compiles, without a warning and without an objection of GraphGen's own rules.</summary>
public sealed class ExampleTests
{
    private const string RulePages = "docs/rules/";

    private static readonly string[] Languages = ["csharp", "csharp emitted", "xml", "sh", "text"];

    public static TheoryData<string> PagesWithPrograms =>
        [.. Repository.Pages.Where(path => !IsRule(path) && MarkdownPage.Read(path).Blocks.Any(block => block.IsCSharp))];

    public static TheoryData<string> Rules => [.. Repository.Pages.Where(IsRule)];

    [Fact]
    public void The_readme_has_examples() => PagesWithPrograms.ShouldContain("README.md");

    [Fact]
    public void Every_block_names_its_language_and_says_of_csharp_only_what_a_test_understands() =>
        Repository.Pages.SelectMany(path => MarkdownPage.Read(path).Blocks.Select(block => (path, block)))
            .Where(shown => !Languages.Contains(shown.block.Info, StringComparer.Ordinal))
            .Select(shown => $"{shown.path}, line {shown.block.FirstLine}: '{shown.block.Info}'")
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(PagesWithPrograms))]
    public async Task A_page_is_a_program_that_compiles(string path) => await Accepts(PageProgram.Of(MarkdownPage.Read(path)));

    [Fact]
    public void The_summary_in_the_readme_is_what_the_network_prints()
    {
        MarkdownPage readme = MarkdownPage.Read("README.md");
        var program = TestCompilation.Load(TestCompilation.Generate(PageProgram.Of(readme)).Compilation);
        var info = (NetworkInfo)program.GetType("Digits", throwOnError: true)!.GetProperty("Info")!.GetValue(null)!;

        readme.Blocks.Select(block => block.Text).ShouldContain(info.Summary());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_wrong_example_of_a_rule_breaks_that_rule_alone(string path)
    {
        CSharpCompilation program = TestCompilation.Generate(PageProgram.Of(path, Under(path, "Wrong"))).Compilation;

        var found = await TestCompilation.AnalyzeAsync(program, new NetworkAnalyzer());

        found.Select(diagnostic => diagnostic.Id).Distinct().ShouldBe([Path.GetFileNameWithoutExtension(path)]);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_right_example_of_a_rule_compiles(string path) => await Accepts(PageProgram.Of(path, Under(path, "Right")));

    private static bool IsRule(string path) => path.StartsWith(RulePages, StringComparison.Ordinal);

    private static IEnumerable<CodeBlock> Under(string path, string heading) =>
        MarkdownPage.Read(path).Blocks.Where(block => block.IsCSharp && block.Heading == heading);

    private static async Task Accepts(CSharpCompilation program)
    {
        CSharpCompilation generated = TestCompilation.Generate(program).Compilation;
        (await TestCompilation.AnalyzeAsync(generated, new NetworkAnalyzer())).ShouldBeEmpty();
        TestCompilation.Load(generated);
    }
}
