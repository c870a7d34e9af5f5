using System.Text.RegularExpressions;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Documentation;

/// <summary>What the pages show compiles, without a warning and without an objection of GraphGen's own rules.</summary>
public sealed partial class ExampleTests
{
    private const string RulePages = "docs/rules/GG";

    private static readonly string[] Languages = ["csharp", "csharp emitted", "xml", "ini", "sh", "text"];

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
        CSharpCompilation program = TestCompilation.Generate(InLanguageOf(path, PageProgram.Of(path, Under(path, "Wrong")))).Compilation;

        var found = await TestCompilation.AnalyzeAsync(program);

        found.Select(diagnostic => diagnostic.Id).Distinct().ShouldBe([Path.GetFileNameWithoutExtension(path)]);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_right_example_of_a_rule_compiles(string path) => await Accepts(PageProgram.Of(path, Under(path, "Right")));

    private static bool IsRule(string path) => path.StartsWith(RulePages, StringComparison.Ordinal);

    private static IEnumerable<CodeBlock> Under(string path, string heading) =>
        MarkdownPage.Read(path).Blocks.Where(block => block.IsCSharp && block.Heading == heading);

    /// <summary>The program in the version of C# that a project file on the page asks for, if one does.</summary>
    private static CSharpCompilation InLanguageOf(string path, CSharpCompilation program)
    {
        string projects = string.Concat(MarkdownPage.Read(path).Blocks.Where(block => block.Info == "xml").Select(block => block.Text));
        if (LangVersion().Match(projects) is not { Success: true } match)
        {
            return program;
        }

        LanguageVersionFacts.TryParse(match.Groups[1].Value, out LanguageVersion language).ShouldBeTrue();
        CSharpParseOptions options = TestCompilation.ParseOptions.WithLanguageVersion(language);
        return program.RemoveAllSyntaxTrees()
            .AddSyntaxTrees(program.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), options, tree.FilePath)));
    }

    [GeneratedRegex("<LangVersion>(.*)</LangVersion>")]
    private static partial Regex LangVersion();

    private static async Task Accepts(CSharpCompilation program)
    {
        CSharpCompilation generated = TestCompilation.Generate(program).Compilation;
        (await TestCompilation.AnalyzeAsync(generated)).ShouldBeEmpty();
        TestCompilation.Load(generated);
    }
}
