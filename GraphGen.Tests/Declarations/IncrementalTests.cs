using System.Collections.Immutable;
using GraphGen.Generator;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Declarations;

/// <summary>An edit recompiles the network that it changes, and nothing else.</summary>
public class IncrementalTests
{
    private const string First = "[Input(4)] [Dense(3, Act.Relu)] [Dense(2)] [SoftmaxCrossEntropy] public partial class First { }";
    private const string Second = "[Input(8)] [BatchNorm] [Dense(1)] [MeanSquaredError] [Adam] public partial class Second { }";
    private const string Recipe =
        "[Input(4)] [Preset(Preset.Classic)] [Defaults(L2 = 1e-4)] [Dense(3)] [Dense(2)] [SoftmaxCrossEntropy] public partial class Recipe { }";

    private const string Other = "public class Other { public int Method() => 1; }";

    [Theory]
    [InlineData(First, "/* a comment */\n\n" + First)]
    [InlineData(First, "[Input(4)] /* three */ [Dense(1 + 2, Act.Relu)] [Dense(2)] [SoftmaxCrossEntropy] public partial class First { }")]
    [InlineData(First, "[Input(4)] [Dense(3, Act.Relu)] [Dense(2)] [SoftmaxCrossEntropy] public partial class First { int Mine => 1; }")]
    [InlineData(Recipe, "/* a comment */\n\n" + Recipe)]
    [InlineData(
        Recipe,
        "[Input(4)] [Dense(3)] [Dense(2)] [SoftmaxCrossEntropy] [Defaults(L2 = 0.0001)] [Preset(Preset.Classic)] public partial class Recipe { }")]
    [InlineData(Other, "public class Other { public int Method() => 2; }")]
    [InlineData(Other, "public class Other { public int Method() => 2; public class More; }")]
    [InlineData(Other, "public class Other { public int Method() =>")]
    public void An_unrelated_edit_leaves_every_network_cached(string before, string after)
    {
        GeneratorRunResult result = RunAfterEdit(before, after);
        Reasons(result).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
        OutputReasons(result).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("public partial class First", "internal partial class First")]
    [InlineData("[Dense(3, Act.Relu)]", "[Dense(3, Act.Elu)]")]
    [InlineData("[Dense(3, Act.Relu)]", "[Dense(3, Act.Relu, L2 = 0.1)]")]
    [InlineData("[Dense(2)]", "[Dropout(0.1)] [Dense(2)]")]
    [InlineData("[Dense(2)]", "[Dense(2)] [Preset(Preset.Classic)]")]
    [InlineData("[Dense(2)]", "[Dense(2)] [Defaults(L2 = 0.1)]")]
    [InlineData("[SoftmaxCrossEntropy]", "[SoftmaxCrossEntropy(LabelSmoothing = 0.1)]")]
    public void An_edit_of_one_network_emits_only_that_one_again(string before, string after)
    {
        GeneratorRunResult result = RunAfterEdit(First, First.Replace(before, after));
        Reasons(result).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
        OutputReasons(result).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
    }

    [Fact]
    public void A_network_in_error_loses_its_code_and_leaves_the_others_cached()
    {
        GeneratorRunResult result = RunAfterEdit(First, First.Replace("[Dense(2)]", "[Dense("));
        result.Exception.ShouldBeNull();
        result.GeneratedSources.ShouldNotBeEmpty();
        result.GeneratedSources.ShouldAllBe(file => !file.HintName.Contains("First"));
        OutputReasons(result).ShouldBe([IncrementalStepRunReason.Removed, IncrementalStepRunReason.Cached], ignoreOrder: true);
    }

    [Fact]
    public void A_class_over_several_declarations_is_emitted_once()
    {
        CSharpCompilation compilation = TestCompilation.Create(
            "global using GraphGen;", First, "public partial class First { }", "[Nag] public partial class First { }");
        var files = TestCompilation.Generate(compilation).Files;
        files.Select(file => file.HintName).ShouldBeUnique();
        files.ShouldNotBeEmpty();
    }

    [Fact]
    public void No_step_holds_on_to_a_compiler_object()
    {
        GeneratorRunResult result = Run(TestCompilation.CreateDriver(), Create(Other)).GetRunResult().Results.Single();
        foreach (IncrementalGeneratorRunStep step in result.TrackedSteps[NetworkGenerator.NetworkSpecStep])
        {
            foreach ((object value, _) in step.Outputs)
            {
                StepOutputs.FindCompilerObject(value).ShouldBeNull();
            }
        }
    }

    [Fact]
    public void The_walk_for_compiler_objects_finds_one() =>
        StepOutputs.FindCompilerObject((1, new List<object?> { null, Location.None })).ShouldBe("output.Item2[1] is a Location");

    private static CSharpCompilation Create(params string[] sources) =>
        TestCompilation.Create(["global using GraphGen;", Second, .. sources]);

    private static GeneratorDriver Run(GeneratorDriver driver, CSharpCompilation compilation) => driver.RunGenerators(compilation);

    /// <summary>Runs over both networks and <paramref name="before"/>, replaces that by <paramref name="after"/>, and runs again.</summary>
    private static GeneratorRunResult RunAfterEdit(string before, string after)
    {
        string[] unedited = before == First ? [Other] : [First];
        CSharpCompilation compilation = Create([before, .. unedited]);
        SyntaxTree edited = compilation.SyntaxTrees.Single(tree => tree.ToString() == before);
        GeneratorDriver driver = Run(TestCompilation.CreateDriver(), compilation);
        driver = Run(driver, compilation.ReplaceSyntaxTree(edited, TestCompilation.Parse(after, edited.FilePath)));
        return driver.GetRunResult().Results.Single();
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result) =>
        result.TrackedSteps[NetworkGenerator.NetworkSpecStep].SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
}
