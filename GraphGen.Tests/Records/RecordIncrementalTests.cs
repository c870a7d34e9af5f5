using GraphGen.Generator.Records;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Records;

/// <summary>An edit emits the record that it changes again, and nothing else.</summary>
public sealed class RecordIncrementalTests
{
    private const string First = "public partial record First([Feature] float X, [Feature] Kind Kind, [Label] int Y) { public int M() => 1; }";
    private const string Second = "public partial class Second { [Feature] public float X; [Label] public double Y; }";
    private const string Kinds = "public enum Kind { A, B }";

    [Theory]
    [InlineData(First, "/* a comment */\n" + First)]
    [InlineData(First, "public partial record First([Feature] float X, [Feature] Kind Kind, [Label] int Y) { public int M() => 22; public void N() { } }")]
    [InlineData(First, "public partial record First(\n    [Feature] float X,\n    [Feature()] global::Kind Kind,\n    [Label] int Y);")]
    [InlineData(First, "[System.Obsolete] public sealed partial record First([Feature] float X, [Feature] Kind Kind, [Label] int Y, string Name);")]
    [InlineData(Kinds, "public enum Kind { A = 0, B = 2, C = B } // more")]
    [InlineData(Kinds, "public enum Kind { A, B } public class Other { public int")]
    public void An_unrelated_edit_leaves_every_record_as_it_was(string before, string after)
    {
        var (_, result) = RunAfterEdit(before, after);
        Reasons(result, RecordPipeline.RecordSpecStep).ShouldAllBe(reason => reason != IncrementalStepRunReason.Modified && reason != IncrementalStepRunReason.New);
        Reasons(result, RecordPipeline.SourceFileStep).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
        OutputReasons(result).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData(First, "[Feature] float X", "[Feature] float Z")]
    [InlineData(First, "[Feature] float X", "[Feature] double X")]
    [InlineData(First, "[Label] int Y", "[Label] float Y")]
    [InlineData(Kinds, "B }", "B, C }")]
    public void An_edit_of_one_record_emits_only_that_one_again(string edited, string before, string after)
    {
        var (old, result) = RunAfterEdit(edited, edited.Replace(before, after, StringComparison.Ordinal));
        Reasons(result, RecordPipeline.SourceFileStep).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
        result.GeneratedSources.Single(file => file.HintName == "Second-Record.g.cs").SourceText
            .ShouldBeSameAs(old.GeneratedSources.Single(file => file.HintName == "Second-Record.g.cs").SourceText);
    }

    [Theory]
    [InlineData(First, "[Feature] float X", "[Feature] float? X")]
    [InlineData(First, "[Label] int Y", "[Label] short Y")]
    public void What_says_the_same_in_other_words_is_judged_and_stays_as_it_was(string edited, string before, string after)
    {
        var (_, result) = RunAfterEdit(edited, edited.Replace(before, after, StringComparison.Ordinal));
        Reasons(result, RecordPipeline.DeclarationStep).ShouldContain(IncrementalStepRunReason.Modified);
        OutputReasons(result).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void A_record_in_error_loses_its_code_and_leaves_the_others_cached()
    {
        var (_, result) = RunAfterEdit(First, First.Replace("float X", "string X", StringComparison.Ordinal));
        result.Exception.ShouldBeNull();
        result.GeneratedSources.Select(file => file.HintName).ShouldBe(["Second-Record.g.cs"]);
        OutputReasons(result).ShouldBe([IncrementalStepRunReason.Removed, IncrementalStepRunReason.Cached], ignoreOrder: true);
    }

    [Fact]
    public void No_step_holds_on_to_a_compiler_object()
    {
        GeneratorRunResult result = TestCompilation.CreateDriver().RunGenerators(Create(First)).GetRunResult().Results.Single();
        string[] steps = [RecordPipeline.DeclarationStep, RecordPipeline.RecordSpecStep, RecordPipeline.SourceFileStep];
        foreach (IncrementalGeneratorRunStep step in steps.SelectMany(name => result.TrackedSteps[name]))
        {
            foreach ((object value, _) in step.Outputs)
            {
                StepOutputs.FindCompilerObject(value).ShouldBeNull();
            }
        }
    }

    [Fact]
    public void A_record_over_several_declarations_is_emitted_once() => TestCompilation
        .Generate(TestCompilation.Create("global using GraphGen;", First, Kinds, "public partial record First;"))
        .Files.Select(file => file.HintName).ShouldBe(["First-Record.g.cs"]);

    private static CSharpCompilation Create(params string[] sources) => TestCompilation.Create(["global using GraphGen;", Second, Kinds, .. sources]);

    private static (GeneratorRunResult Before, GeneratorRunResult After) RunAfterEdit(string before, string after)
    {
        CSharpCompilation compilation = Create(First);
        SyntaxTree edited = compilation.SyntaxTrees.Single(tree => tree.ToString() == before);
        GeneratorDriver driver = TestCompilation.CreateDriver().RunGenerators(compilation);
        GeneratorRunResult old = driver.GetRunResult().Results.Single();
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(edited, TestCompilation.Parse(after, edited.FilePath)));
        return (old, driver.GetRunResult().Results.Single());
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
}
