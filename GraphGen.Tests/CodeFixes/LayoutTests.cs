using Microsoft.CodeAnalysis.CodeFixes;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.CodeFixes;

/// <summary>A repair changes what it speaks of and nothing else: comments, directives and line breaks of the user's stay.</summary>
public sealed class LayoutTests
{
    [Fact]
    public Task Inactive_code_between_attributes_stays() => Mends(
        "GG2002",
        """
        [Input(10),
        #if DEBUG
        Dense(16, Init.Glorot, Act.Relu),
        #else
        Dense(64, Init.Glorot, Act.Relu), // wide
        #endif
        Dense(2), /* logits */ SoftmaxCrossEntropy]
        partial class Net;
        """,
        """
        [Input(10),
        #if DEBUG
        Dense(16, Init.Glorot, Act.Relu),
        #else
        Dense(64, Init.He, Act.Relu), // wide
        #endif
        Dense(2), /* logits */ SoftmaxCrossEntropy]
        partial class Net;
        """);

    [Fact]
    public Task Comments_in_brackets_stay() => Mends(
        "GG2002",
        "[Input(4)] [ /* hidden */ Dense(8, Init.Glorot, Act.Relu) /* tail */ ] [Dense(2)] [SoftmaxCrossEntropy] partial class Net;",
        "[Input(4)] [ /* hidden */ Dense(8, Init.He, Act.Relu) /* tail */ ] [Dense(2)] [SoftmaxCrossEntropy] partial class Net;");

    [Fact]
    public Task A_target_stays() => Mends(
        "GG2002",
        "[Input(4)] [type: Dense(8, Init.Glorot, Act.Relu)] [Dense(2)] [SoftmaxCrossEntropy] partial class Net;",
        "[Input(4)] [type: Dense(8, Init.He, Act.Relu)] [Dense(2)] [SoftmaxCrossEntropy] partial class Net;");

    [Fact]
    public Task Arguments_on_lines_of_their_own_stay_there_when_one_goes() => Mends(
        "GG2013",
        """
        [Input(4)]
        [Dense(
            64, // units
            Act.Relu, // why
            Alpha = 0.1,
            Name = "hidden")]
        [Dense(2)] [SoftmaxCrossEntropy]
        partial class Net;
        """,
        """
        [Input(4)]
        [Dense(
            64, // units
            Act.Relu, // why
            Name = "hidden")]
        [Dense(2)] [SoftmaxCrossEntropy]
        partial class Net;
        """);

    [Theory]
    [InlineData("Dense(8, Act.Relu, Alpha = 0.1)", "Dense(8, Act.Relu)")]
    [InlineData("Dense(8, Act.Relu, Alpha = 0.1, Bias = false)", "Dense(8, Act.Relu, Bias = false)")]
    [InlineData("Dense(8, Act.Relu, Alpha = 0.1 , /* no */ Bias = false)", "Dense(8, Act.Relu, /* no */ Bias = false)")]
    [InlineData("Dense(8, Act.Relu,\n    Alpha = 0.1)", "Dense(8, Act.Relu)")]
    [InlineData("Dense(8, Act.Relu /* half */, Alpha = 0.1)", "Dense(8, Act.Relu /* half */)")]
    public Task One_comma_goes_with_an_argument(string wrong, string right) => Mends(
        "GG2013",
        $"[Input(4)] [{wrong}] [Dense(2)] [SoftmaxCrossEntropy] partial class Net;",
        $"[Input(4)] [{right}] [Dense(2)] [SoftmaxCrossEntropy] partial class Net;");

    [Theory]
    [InlineData("[Input(4), Dense(2), SoftmaxCrossEntropy, Sgd, Adam /* fast */, AverageWeights]", "[Input(4), Dense(2), SoftmaxCrossEntropy, Sgd, /* fast */ AverageWeights]")]
    [InlineData("[Input(4), Dense(2), SoftmaxCrossEntropy, Sgd, // slow\n    Adam]", "[Input(4), Dense(2), SoftmaxCrossEntropy, Sgd // slow\n]")]
    public async Task One_comma_goes_with_an_attribute(string wrong, string right)
    {
        using var project = EditedProject.Of(wrong + " partial class Net;");

        await project.MendAsync("GG1007");

        Squeezed(await project.TextAsync()).ShouldBe(Squeezed(right + " partial class Net;"));
        (await project.CompileAsync()).ShouldBeEmpty();
    }

    [Fact]
    public Task A_qualified_name_stays_qualified() => Mends(
        "GG3004",
        "[Input(4)] [Dense(8, Act.Selu)] [GraphGen.DropoutAttribute(0.2)] [Dense(2)] [SoftmaxCrossEntropy] partial class Net;",
        "[Input(4)] [Dense(8, Act.Selu)] [GraphGen.AlphaDropout(0.2)] [Dense(2)] [SoftmaxCrossEntropy] partial class Net;");

    [Fact]
    public async Task Defaults_without_a_word_left_go()
    {
        using var project = EditedProject.Of(
            "[Input(4)]\n[Defaults(Act.Relu, Alpha = 0.1)]\n[Dense(8, Act.Tanh)]\n[Dense(2)] [SoftmaxCrossEntropy] partial class Net;");

        await project.MendAllAsync("GG2013", FixAllScope.Document);

        (await project.TextAsync()).ShouldBe("[Input(4)]\n[Dense(8, Act.Tanh)]\n[Dense(2)] [SoftmaxCrossEntropy] partial class Net;");
    }

    /// <summary>What a comment leaves of white space around a comma is nobody's concern.</summary>
    private static string Squeezed(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\s+", "");

    private static async Task Mends(string ruleId, string wrong, string right)
    {
        using var project = EditedProject.Of(wrong);

        await project.MendAsync(ruleId);

        (await project.TextAsync()).ShouldBe(right);
        (await project.CompileAsync()).ShouldBeEmpty();
    }
}
