using GraphGen.Model;
using GraphGen.Tests.Declarations;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.CodeFixes;

/// <summary>The refactoring from a preset to the attributes that it stands for.</summary>
public sealed class ExplicitPresetTests
{
    public static TheoryData<string> Declarations =>
    [
        "[Input(9)] [Preset(Preset.Classic)] [Dense(5)] [Dense(4)] [Dense(3)] [SoftmaxCrossEntropy] partial class Net;",
        "[Input(9)] [Preset(Preset.Classic)] [Dense(5)] [BatchNorm] [Dense(4)] [Activation(Act.Tanh)] [Dense(3)] [SoftmaxCrossEntropy] partial class Net;",
        "[Input(9)] [Preset(Preset.Classic)] [Dense(5, Act.Relu)] [Dense(4, Init.He)] [Dense(3)] [SoftmaxCrossEntropy] [Adam] partial class Net;",
        "[Input(9), Dense(5), Dense(4), Dense(3), SoftmaxCrossEntropy, Preset(Preset.Classic)] partial class Net;",
        "[Input(9)] [Preset(Preset.Modern)] [Dense(5)] [Dense(4)] [Dense(3)] [SoftmaxCrossEntropy] partial class Net;",
        "[Input(9)] [Preset(Preset.Modern)] [Dense(5)] [Dense(5)] [Dense(5)] [Dense(5)] [Dense(3)] [Huber] partial class Net;",
        "[Input(9)] [Preset(Preset.SelfNormalizing)] [Defaults(L2 = 0.01)] [Dense(5)] [AlphaDropout(0.1)] [Dense(3, Bias = false)] [Huber] partial class Net;",
        "[Input(9)] [Dense(5)] [Dense(3)] [Huber] partial class Net; [Preset(Preset.Classic)] partial class Net;",
    ];

    [Theory]
    [MemberData(nameof(Declarations))]
    public async Task The_network_stays_the_same(string declaration)
    {
        NetworkSpec implicitly = Reading.Complete(declaration);
        using var project = EditedProject.Of(declaration);

        await project.PerformAsync((await project.RefactoringsAsync("Preset(")).ShouldHaveSingleItem());

        string text = await project.TextAsync();
        text.ShouldNotContain("Preset");
        NetworkSpec explicitly = Reading.Complete(text);
        explicitly.ShouldBe(implicitly with { Schedule = ScheduleKind.Constant, Choices = explicitly.Choices });
        (await project.CompileAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_layers_stand_where_a_person_would_write_them()
    {
        using var project = EditedProject.Of(
            """
            [Input(784)]
            [Preset(Preset.Classic)]
            [Dense(300)]
            [Dense(100)]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            partial class Net;
            """);

        await project.PerformAsync((await project.RefactoringsAsync("Classic")).Single());

        (await project.TextAsync()).ShouldBe(
            """
            [Input(784)]
            [Nag(momentum: 0.9)]
            [Dense(300, Init.He, Act.Elu)] [BatchNorm]
            [Dense(100, Init.He, Act.Elu)] [BatchNorm] [Dropout(rate: 0.2)]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            partial class Net;
            """);
    }

    [Fact]
    public async Task The_title_names_a_schedule_that_no_attribute_can_hold()
    {
        using var project = EditedProject.Of("[Input(9)] [Preset(Preset.Modern)] [Dense(5)] [Dense(3)] [Huber] partial class Net;");

        (await project.RefactoringsAsync("Preset.Modern")).Single().Title.ShouldContain("OneCycle");
    }

    [Theory]
    [InlineData("[Input(9)] [Preset(Preset.Classic)] [Dense(5)] [Dense(3)] [Huber] partial class Net;", "Dense(5)")]
    [InlineData("[Input(9)] [Preset(Preset.Classic)] [Dense(0)] [Dense(3)] [Huber] partial class Net;", "Preset.Classic")]
    public async Task Nothing_is_offered_elsewhere_or_for_a_declaration_in_error(string declaration, string place)
    {
        using var project = EditedProject.Of(declaration);

        (await project.RefactoringsAsync(place)).ShouldBeEmpty();
    }
}
