using System.Runtime.CompilerServices;
using GraphGen.Generator;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
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
    private const string Neighbour = First + " public class Neighbour { public int Method() => 1; public int Next() => 2; }";
    private const string Methods =
        "[Input(4)] [Dense(2)] [SoftmaxCrossEntropy] public partial class Methods { public int Mine() => 1; public Methods(bool _) : this(1, 2, 3) { } }";

    [Theory]
    [InlineData(First, "/* a comment */\n\n" + First)]
    [InlineData(First, First + "\n// a comment\n")]
    [InlineData(First, "/// <summary>\n/// A comment.\n/// </summary>\n" + First)]
    [InlineData(First, "[Input(4)]\n\n// hidden\n[Dense(3,\n    Act.Relu)]   [Dense(2)] [SoftmaxCrossEntropy] public partial class First\n{\n\n    // nothing\n}")]
    [InlineData(First, "[Input(4)] /* three */ [Dense(1 + 2, Act.Relu)] [Dense(2)] [SoftmaxCrossEntropy] public partial class First { }")]
    [InlineData(Recipe, "/* a comment */\n\n" + Recipe)]
    [InlineData(Other, "public class Other { public int Method() => 2; }")]
    [InlineData(Other, "public class Other { public int Method() => 2; public class More; }")]
    [InlineData(Other, "public class Other { public int Method() =>")]
    [InlineData(Other, "")]
    [InlineData(Neighbour, First + " public class Neighbour { public int Method() => 1; public int Next() => 22; }")]
    [InlineData(Neighbour, First + " public class Neighbour { public int Method() { if (tr")]
    [InlineData(Neighbour, "public class Neighbour { }" + First)]
    [InlineData(
        Methods,
        "[Input(4)] [Dense(2)] [SoftmaxCrossEntropy] public partial class Methods { public int Mine() => 10 + 1; public Methods(bool _) : this(3, 2, 1) { } }")]
    public void An_unrelated_edit_leaves_every_network_as_it_was(string before, string after)
    {
        var (_, result) = RunAfterEdit(before, after);
        Reasons(result, NetworkGenerator.DeclarationStep)
            .ShouldAllBe(reason => reason == IncrementalStepRunReason.Unchanged || reason == IncrementalStepRunReason.Cached);
        Reasons(result, NetworkGenerator.NetworkSpecStep).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
        Reasons(result, NetworkGenerator.SourceFileStep).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
        OutputReasons(result).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData(First, "[Input(4)] [Dense(3, Act.Relu)] [Dense(2)] [SoftmaxCrossEntropy] public partial class First { int Mine => 1; }")]
    [InlineData(First, "[Input(4)] [Dense(3, Act.Relu)] [Dense(2)] [SoftmaxCrossEntropy] internal partial class First { }")]
    [InlineData(First, "[Input(4), Dense(3, Act.Relu), Dense(2), SoftmaxCrossEntropy] partial class First; public partial class First;")]
    [InlineData(First, "[Dense(3, Act.Relu)] [Dense(2)] [SoftmaxCrossEntropy] [Input(4)] public partial class First { }")]
    [InlineData(
        Recipe,
        "[Input(4)] [Dense(3)] [Dense(2)] [SoftmaxCrossEntropy] [Defaults(L2 = 0.0001)] [Preset(Preset.Classic)] public partial class Recipe { }")]
    public void What_says_the_same_in_other_words_is_judged_and_stays_as_it_was(string before, string after)
    {
        var (_, result) = RunAfterEdit(before, after);
        Reasons(result, NetworkGenerator.DeclarationStep).ShouldContain(IncrementalStepRunReason.Modified);
        OutputReasons(result).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData("[Dense(3, Act.Relu)]", "[Dense(3, Act.Elu)]")]
    [InlineData("[Dense(3, Act.Relu)]", "[Dense(3, Act.Relu, L2 = 0.1)]")]
    [InlineData("[Dense(3, Act.Relu)]", "[Dense(33, Act.Relu)]")]
    [InlineData("[Dense(2)]", "[Dropout(0.1)] [Dense(2)]")]
    [InlineData("[Dense(2)]", "[Dense(2)] [Preset(Preset.Classic)]")]
    [InlineData("[Dense(2)]", "[Dense(2)] [Defaults(L2 = 0.1)]")]
    [InlineData("[SoftmaxCrossEntropy]", "[SoftmaxCrossEntropy(LabelSmoothing = 0.1)]")]
    public void An_edit_of_one_network_emits_only_that_one_again(string before, string after)
    {
        var (old, result) = RunAfterEdit(First, First.Replace(before, after));
        Reasons(result, NetworkGenerator.NetworkSpecStep).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
        OutputReasons(result).ShouldContain(IncrementalStepRunReason.Modified);
        var files = Texts(result);
        foreach (var (name, text) in Texts(old).Where(file => file.Key.StartsWith("Second", StringComparison.Ordinal)))
        {
            files[name].ShouldBeSameAs(text, $"{name} was not edited.");
        }
    }

    [Fact]
    public void The_files_of_an_edited_network_that_say_the_same_stay_the_same_objects()
    {
        const string deep = "[Input(4)] [Dense(3, Act.Relu)] [Dense(3, Act.Relu)] [Dense(3, Act.Relu)] [Dense(2)] [MeanSquaredError] public partial class First { }";
        var (old, result) = RunAfterEdit(First, deep, deep.Replace("[Dense(2)]", "[Dense(2, Act.Tanh)]"));
        var (before, after) = (Texts(old), Texts(result));
        after.Keys.ShouldBe(before.Keys, ignoreOrder: true);
        string[] edited = [.. after.Keys.Where(name => !ReferenceEquals(before[name], after[name]))];
        edited.ShouldContain("First.Dense4Layer.g.cs");
        edited.ShouldNotContain("First.Dense1Layer.g.cs");
        edited.ShouldNotContain("First.Dense2Layer.g.cs");
        edited.ShouldAllBe(name => before[name].ToString() != after[name].ToString(), "A file with the same text is handed on as it was.");
    }

    [Fact]
    public void A_network_in_error_loses_its_code_and_leaves_the_others_cached()
    {
        var (old, result) = RunAfterEdit(First, First.Replace("[Dense(2)]", "[Dense("));
        result.Exception.ShouldBeNull();
        result.GeneratedSources.ShouldNotBeEmpty();
        result.GeneratedSources.ShouldAllBe(file => !file.HintName.Contains("First"));
        result.GeneratedSources.ShouldAllBe(file => Texts(old)[file.HintName] == file.SourceText);
        OutputReasons(result).Distinct().ShouldBe([IncrementalStepRunReason.Removed, IncrementalStepRunReason.Cached], ignoreOrder: true);
    }

    [Fact]
    public void A_network_comes_back_with_the_character_that_completes_it()
    {
        const string layer = "[Dense(128, Act.Relu)]";
        string[] typed = [.. Enumerable.Range(0, layer.Length + 1).Select(length => First.Replace("[Dense(2)]", layer[..length] + " [Dense(2)]"))];
        var (_, result) = RunAfterEdit(First, typed);
        result.Exception.ShouldBeNull();
        Texts(result).Keys.ShouldContain("First.Dense3Layer.g.cs");
        Reasons(result, NetworkGenerator.SourceFileStep).ShouldContain(IncrementalStepRunReason.Cached);
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
        GeneratorRunResult result = TestCompilation.CreateDriver().RunGenerators(Create(Other)).GetRunResult().Results.Single();
        string[] steps = [NetworkGenerator.DeclarationStep, NetworkGenerator.NetworkSpecStep, NetworkGenerator.SourceFileStep];
        foreach (IncrementalGeneratorRunStep step in steps.SelectMany(name => result.TrackedSteps[name]))
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

    [Fact]
    public void What_an_edit_replaces_can_be_collected()
    {
        CSharpCompilation compilation = Create(First, Other);
        GeneratorDriver driver = TestCompilation.CreateDriver().RunGenerators(compilation);
        var replaced = new List<WeakReference>();
        for (int edit = 0; edit < 20; edit++)
        {
            (driver, compilation) = Edit(driver, compilation, First.Replace("[Dense(3", $"[Dense({edit + 4}"), replaced);
            (driver, compilation) = Edit(driver, compilation, First.Replace("[Dense(3", "[Dense("), replaced);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // The present state, and the one before for the steps that compare with it, may live.
        replaced.Count(reference => reference.IsAlive).ShouldBeLessThan(replaced.Count / 4);
        GC.KeepAlive(driver);
    }

    /// <summary>An edit of the file of the network First; adds what it replaces.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, CSharpCompilation Compilation) Edit(
        GeneratorDriver driver, CSharpCompilation compilation, string text, List<WeakReference> replaced)
    {
        SyntaxTree old = compilation.SyntaxTrees.Single(tree => tree.ToString().Contains("class First", StringComparison.Ordinal));
        GeneratorRunResult before = driver.GetRunResult().Results.Single();
        replaced.AddRange(new object[] { compilation, old }.Concat(before.GeneratedSources.Where(file => file.HintName == "First.g.cs")
            .SelectMany(file => new object[] { file.SourceText, file.SyntaxTree })).Select(replacing => new WeakReference(replacing)));
        CSharpCompilation edited = compilation.ReplaceSyntaxTree(old, TestCompilation.Parse(text, old.FilePath));
        return (driver.RunGenerators(edited), edited);
    }

    private static CSharpCompilation Create(params string[] sources) =>
        TestCompilation.Create(["global using GraphGen;", Second, .. sources]);

    /// <summary>
    /// Runs over both networks and <paramref name="before"/>, replaces that by one text after the other, and runs after each.
    /// </summary>
    /// <returns>The results of the last run but one and of the last.</returns>
    private static (GeneratorRunResult Before, GeneratorRunResult After) RunAfterEdit(string before, params string[] edits)
    {
        string[] unedited = before.Contains("class First", StringComparison.Ordinal) ? [Other] : [First];
        CSharpCompilation compilation = Create([before, .. unedited]);
        SyntaxTree edited = compilation.SyntaxTrees.Single(tree => tree.ToString() == before);
        GeneratorDriver driver = TestCompilation.CreateDriver().RunGenerators(compilation);
        GeneratorRunResult result = driver.GetRunResult().Results.Single(), old = result;
        foreach (string edit in edits)
        {
            SyntaxTree replacement = TestCompilation.Parse(edit, edited.FilePath);
            compilation = compilation.ReplaceSyntaxTree(edited, replacement);
            edited = replacement;
            driver = driver.RunGenerators(compilation);
            (old, result) = (result, driver.GetRunResult().Results.Single());
        }

        return (old, result);
    }

    private static Dictionary<string, SourceText> Texts(GeneratorRunResult result) =>
        result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText, StringComparer.Ordinal);

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
}
