using GraphGen.Tests.Analyzers;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Records;

public sealed class RecordRuleTests
{
    private const string Enums =
        "public enum Kind { A, B } [System.Flags] public enum Flags { A = 1, B = 2 } public enum Empty { } public struct Other; ";

    [Theory]
    [InlineData("public record [|R|]([Feature] float X);", "'R' has features", "'partial record R'")]
    [InlineData("public record struct [|R|]([Feature] float X);", "'partial record struct R'")]
    [InlineData("public class [|R|] { [Feature] public float X; }", "'partial class R'")]
    [InlineData("public partial class R { [Feature] public float X; } public class [|R|];", "'partial class R'")]
    public Task GG6001_marks_a_type_that_is_not_partial(string source, params string[] message) => Verify.Reports("GG6001", source, message);

    [Theory]
    [InlineData("public partial interface [|R|] { [Feature] float X { get; } }", "interface")]
    [InlineData("public partial record [|R|]<T>([Feature] float X);", "type parameters")]
    [InlineData("public ref partial struct [|R|] { [Feature] public float X; }", "ref struct")]
    [InlineData("file partial record [|R|]([Feature] float X);", "remove 'file'")]
    [InlineData("public class [|Outer|] { public partial record R([Feature] float X); }", "'partial class Outer'")]
    [InlineData("public partial class [|Outer|]<T> { public partial record R([Feature] float X); }", "'Outer' has type parameters")]
    [InlineData("file partial class [|Outer|] { public partial record R([Feature] float X); }", "'Outer' is local to its file")]
    [InlineData("public partial record R([Feature] float X) { public int [|FeatureCount|] => 1; }", "called 'FeatureCount'", "the one in 'R'")]
    [InlineData("public partial record R([Feature] float [|FeatureNames|]);", "called 'FeatureNames'")]
    [InlineData("public partial record R([Feature] float X) { public void [|CopyFeaturesTo|](float[] row) { } }", "called 'CopyFeaturesTo'")]
    [InlineData("public partial record R([Feature] float X, [Label] float Y) { private int [|TargetCount|] => 1; }", "called 'TargetCount'")]
    [InlineData("public partial record R([Feature] float X, [Label] Kind Y) { private class [|Classes|]; }", "called 'Classes'")]
    [InlineData("public class B { protected int FeatureCount; } public partial class [|R|] : B { [Feature] public float X; }", "the one in 'B'")]
    [InlineData("public partial record [|CopyFeaturesTo|]([Feature] float X);", "rename the type")]
    public Task GG6002_marks_a_type_that_cannot_hold_features(string source, params string[] message) => Verify.Reports("GG6002", Enums + source, message);

    [Fact]
    public async Task GG6002_marks_a_static_class_and_GG6003_its_members()
    {
        CSharpCompilation program = TestCompilation.Create("global using GraphGen; public static partial class R { [Feature] public static float X; }");

        (await TestCompilation.AnalyzeAsync(program)).Select(found => found.Id).ShouldBe(["GG6002", "GG6003"]);
        TestCompilation.Generate(program).Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task GG6002_marks_a_type_that_derives_from_one_with_features()
    {
        (CSharpCompilation program, var files) = TestCompilation.Generate(TestCompilation.Create(
            "global using GraphGen; public partial record B([Feature] float X); public partial record R([Feature] float Y) : B(1);"));

        files.Select(file => file.HintName).ShouldBe(["B-Record.g.cs"]);
        Diagnostic[] found = [.. await TestCompilation.AnalyzeAsync(program)];
        found.ShouldAllBe(diagnostic => diagnostic.Id == "GG6002");
        found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain("its base class 'B' has features or labels, too");
    }

    [Fact]
    public async Task GG6002_marks_a_type_in_a_project_of_an_older_language()
    {
        CSharpParseOptions older = TestCompilation.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp11);
        CSharpCompilation program = TestCompilation.Create().RemoveAllSyntaxTrees()
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText("using GraphGen; partial record R([Feature] float X);", older, "Source0.cs"));

        Diagnostic found = (await TestCompilation.AnalyzeAsync(program)).ShouldHaveSingleItem();

        found.Id.ShouldBe("GG6002");
        found.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain("C# 11, but emitted code needs C# 12");
    }

    [Theory]
    [InlineData("public partial record R([[|Feature|]] string X);", "'X' can be no feature", "make it an enum", "CsvFile")]
    [InlineData("public partial record R([[|Feature|]] string? X);", "text is no number")]
    [InlineData("public partial record R([[|Feature|]] char X);", "a character is no number")]
    [InlineData("public partial record R([[|Feature|]] System.DateTime X);", "'DateTime' is no number", "the hour, the weekday")]
    [InlineData("public partial record R([[|Feature|]] System.DateOnly? X);", "'DateOnly?' is no number")]
    [InlineData("public partial record R([[|Feature|]] System.TimeSpan X);", "'TimeSpan' is no number")]
    [InlineData("public partial record R([[|Feature|]] Other X);", "'Other' is no number, truth value or enum")]
    [InlineData("public partial record R([[|Feature|]] object X);", "'object' is no number")]
    [InlineData("public partial record R([[|Feature|]] dynamic X);", "'dynamic' is no number")]
    [InlineData("public partial record R([[|Feature|]] (int, int) X);", "is no number")]
    [InlineData("public partial record R([[|Feature|]] Flags X);", "'Flags' are flags", "a bool for each flag")]
    [InlineData("public partial record R([[|Feature|]] Empty X);", "'Empty' has no values")]
    [InlineData("public partial record R([[|Feature|]] float[] X);", "'float[]' holds several numbers", "[Feature(Length = n)]")]
    [InlineData("public partial record R([[|Feature|]] List<int> X);", "'List<int>' holds several numbers")]
    [InlineData("public partial record R([[|Feature(Length = 2)|]] float[,] X);", "more than one dimension")]
    [InlineData("public partial record R([[|Feature(Length = 2)|]] bool[] X);", "the elements of 'bool[]' are no numbers")]
    [InlineData("public partial record R([[|Feature(Length = 2)|]] float?[] X);", "the elements of 'float?[]' are no numbers")]
    [InlineData("public partial record R([[|Feature(Length = 2)|]] List<string> X);", "are no numbers")]
    [InlineData("public partial class R { [[|Feature|]] public static float X; }", "static")]
    [InlineData("public partial class R { [[|Feature|]] public const float X = 1; }", "static")]
    [InlineData("public partial class R { [[|Feature|]] public float X { set { } } }", "getter")]
    [InlineData("public partial class R { [[|Feature|]] public float this[int index] => 1; }", "indexer")]
    [InlineData("public interface I { float X { get; } } public partial class R : I { [[|Feature|]] float I.X => 1; }", "implements")]
    [InlineData("public partial class R([[|Feature|]] float x) { public float X => x; }", "positional parameters of records")]
    [InlineData("public partial class R { public void M([[|Feature|]] float x) { } }", "positional parameters of records")]
    [InlineData("public partial record R { public R([[|Feature|]] float x) { } }", "positional parameters of records")]
    [InlineData("public partial record R([property: [|Feature|]] float X);", "write [Feature] without target")]
    [InlineData("public partial record R([field: [|Feature|]] float X);", "write [Feature] without target")]
    [InlineData("public partial class R { [field: [|Feature|]] public float X { get; } }", "write [Feature] without target")]
    [InlineData("public partial record R([Feature] float X, [[|Label|]] string Y);", "'Y' can be no label", "make it an enum")]
    [InlineData("public partial record R([Feature] float X, [[|Label|]] Flags Y);", "a bool for each flag")]
    [InlineData("public partial record R([Feature] float X, [[|Label|]] ulong Y);", "too wide")]
    [InlineData("public partial record R([Feature] float X, [[|Label|]] float[] Y);", "a [Label] of type float for each")]
    [InlineData("public partial record R([Feature] float X, [[|Label|]] System.TimeSpan Y);", "is no number")]
    [InlineData("public partial record R([Feature] float X, [[|Label|]] object Y);", "is no class and no number")]
    [InlineData("public partial record R([Feature] float X, [[|Label|]] Empty Y);", "has no values")]
    [InlineData("public partial record R([Feature] float X, [property: [|Label|]] int Y);", "write [Label] without target")]
    public Task GG6003_marks_a_member_that_can_be_no_feature_or_label(string source, params string[] message) =>
        Verify.Reports("GG6003", Enums + source, message);

    [Theory]
    [InlineData("public partial record R([Feature] float X, [Label] int Y, [[|Label|]] Kind Z);", "'Z' is a second class beside 'Y'")]
    [InlineData("public partial record R([Feature] float X, [Label] int Y, [[|Label|]] double Z);", "'Z' is a target, being a 'double', but 'Y' is a class")]
    [InlineData("public partial record R([Feature] float X, [Label] float Y, [[|Label|]] bool Z);", "'Z' is a class, being a 'bool', but 'Y' is a target")]
    [InlineData("public partial record R([Feature, [|Label|]] float X);", "both feature and label")]
    public Task GG6004_marks_labels_that_do_not_go_together(string source, params string[] message) => Verify.Reports("GG6004", Enums + source, message);

    [Fact]
    public Task GG6005_marks_a_label_without_features() => Verify.Reports(
        "GG6005", "public partial record R(float X, [[|Label|]] int Y);", "'R' has a label, 'Y'", "mark at least one member by [Feature]");

    [Theory]
    [InlineData("public partial class R { [Feature] public float X; } public partial class R { [[|Feature|]] public float Y; }", "The features of 'R'", "move 'Y'")]
    [InlineData("public partial record R([Feature] float X); public partial record R { [[|Feature|]] public float Y => X; }", "move 'Y'")]
    [InlineData(
        "public partial record R([Feature] float X, [Label] float Y); public partial record R { [[|Label|]] public float Z => X; }", "The labels of 'R'", "move 'Z'")]
    public Task GG6006_marks_features_without_order(string source, params string[] message) => Verify.Reports("GG6006", source, message);

    [Theory]
    [InlineData("[Feature([|Length = 0|])] float[] X", "Length of 'X' is 0, but must be a whole number from 1 to 65,536")]
    [InlineData("[Feature([|Length = -5|])] float[] X", "is -5")]
    [InlineData("[Feature([|Length = 65537|])] float[] X", "is 65537")]
    [InlineData("[Feature([|Length = 2|])] float X", "has no effect: 'float' is one value")]
    [InlineData("[Feature(Length = 65536)] float[] X, [[|Feature|]] Kind Y", "The last column of 'Y' makes a row of 65,538 columns", "at most 65,536")]
    [InlineData("[Feature(Length = 40000)] float[] X, [Feature([|Length = 40000|])] float[] Y", "80,000 columns")]
    [InlineData("[Feature([|Ordinal = true|])] int X", "Ordinal of 'X' has no effect: 'int' is no enum")]
    [InlineData("[Feature([|Missing = 1|])] int X", "Missing of 'X' has no effect: 'int' is never null or NaN")]
    [InlineData("[Feature([|Missing = 1|])] Kind X", "has no effect")]
    [InlineData("[Feature([|Missing = double.NaN|])] float? X", "Missing of 'X' is NaN, but must be a finite number")]
    [InlineData("[Feature([|Missing = 1e39|])] float? X", "is 1E+39, but must be a finite number")]
    public Task GG6007_marks_an_argument_that_does_not_fit(string parameters, params string[] message) =>
        Verify.Reports("GG6007", $"{Enums} public partial record R({parameters});", message);

    [Fact]
    public async Task GG6008_marks_a_type_that_uses_what_is_generated()
    {
        Markup markup = Markup.Parse(
            """
            global using GraphGen;
            [Input(4)] [Dense(3)] [SoftmaxCrossEntropy] public partial class Net;
            public partial record [|R|]([Feature(Length = Net.InputSize)] float[] X);
            """);

        (CSharpCompilation program, var files) = TestCompilation.Generate(TestCompilation.Create(markup.Source));

        files.ShouldAllBe(file => !file.HintName.Contains("-Record"));
        Diagnostic found = (await TestCompilation.AnalyzeAsync(program)).ShouldHaveSingleItem();
        (found.Id, found.Location.SourceSpan).ShouldBe(("GG6008", markup.Spans[0]));
        found.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain("such as a network's InputSize");
    }

    [Theory]
    [InlineData("[Huber]", "int", "[|Dataset.From(rows)|]", "holds labels")]
    [InlineData("[SoftmaxCrossEntropy]", "float", "[|Dataset.From(rows)[..2]|]", "holds targets")]
    [InlineData("[SoftmaxCrossEntropy]", "int", "Dataset.From(rows)")]
    [InlineData("[Huber]", "double", "Dataset.From<R>(rows)")]
    public async Task GG5002_knows_what_records_hold(string loss, string label, string data, params string[] message)
    {
        Markup markup = Markup.Parse(
            $$"""
            global using GraphGen;
            [Input(1)] [Dense(2)] {{loss}} public partial class Net;
            public partial record R([Feature] float X, [Label] {{label}} Y);
            static class Use { static void All(Net net, List<R> rows) => net.Evaluate({{data}}); }
            """);

        Diagnostic[] found = [.. await TestCompilation.AnalyzeAsync(TestCompilation.Generate(TestCompilation.Create(markup.Source)).Compilation)];

        found.Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan)).ShouldBe(markup.Spans.Select(span => ("GG5002", span)));
        foreach (string part in message)
        {
            found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain(part);
        }
    }

    [Theory]
    [InlineData("public partial record R([Feature] float X);")]
    [InlineData("public partial record R([Feature(Ordinal = true)] Flags X, [Label] bool Y);")]
    [InlineData("public partial record R([Feature(Length = 65536)] float[] X);")]
    [InlineData("public partial record R([Feature(Ordinal = false, Missing = 0)] float? X);")]
    [InlineData("public partial record R([Feature] float X, [Label] int Y) { public int Classes => 1; public int TargetCount => 2; }")]
    [InlineData("public partial record R([Feature] float X); public partial record R { [Label] public float Y => X; }")]
    [InlineData("public partial record R([Feature] float X) { public float X { get; } = X; }")]
    [InlineData("public partial record R([Feature] float X) { public float X = X; }")]
    [InlineData("public abstract partial class R { [Feature] public abstract float X { get; } } public class S : R { public override float X => 1; }")]
    [InlineData("public class B { private int FeatureCount = 1; public int M() => FeatureCount; } public partial class R : B { [Feature] public float X; }")]
    public Task What_is_sound_is_left_alone(string source) => Verify.Accepts(Enums + source);

    [Theory]
    [InlineData("public partial record R([Feature] flaot X);")]
    [InlineData("public partial record R([Feature] Kin? X);")]
    [InlineData("public partial record R([Feature(Length = 2)] List<flaot> X);")]
    [InlineData("public partial record R([Feature(Length = )] float[] X);")]
    [InlineData("public partial record R([Feature(Size = 2)] float[] X);")]
    [InlineData("public partial record R([Feature(Length = 2, Length = 2)] float[] X);")]
    [InlineData("public partial record R([Feature(2)] float[] X);")]
    [InlineData("public partial record R([Feature] [Feature] float X);")]
    [InlineData("public partial record R([Feature] )")]
    [InlineData("public partial record R([Feature] float )")]
    [InlineData("public partial record ([Feature] float X);")]
    [InlineData("[Feature] public partial record R(float X);")]
    public Task What_is_half_typed_is_left_to_the_compiler(string source) => Verify.LeavesToTheCompiler(Enums + source);
}
