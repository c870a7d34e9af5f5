using Shouldly;
using Xunit;

namespace GraphGen.Tests.CodeFixes;

/// <summary>What the repairs of GG1xxx make of the text, to the character.</summary>
public sealed class StructureRepairTests
{
    [Fact]
    public Task A_class_is_made_partial() => Mends(
        "GG1001",
        "[Input(4)] [Dense(2)] [Huber] public sealed class Net;",
        "[Input(4)] [Dense(2)] [Huber] public sealed partial class Net;");

    [Fact]
    public Task A_type_around_the_class_is_made_partial() => Mends(
        "GG1009",
        "public static class Models { [Input(4)] [Dense(2)] [Huber] public partial class Net; }",
        "public static partial class Models { [Input(4)] [Dense(2)] [Huber] public partial class Net; }");

    [Fact]
    public async Task A_missing_input_is_added_with_a_number_that_the_next_message_asks_for()
    {
        using var project = EditedProject.Of("// The first layers.\n    [Dense(3, Act.Relu)] [Dense(2)]\n    [Huber]\n    partial class Net;");

        await project.MendAsync("GG1002");

        (await project.TextAsync()).ShouldBe("// The first layers.\n    [Input(features: 0)]\n    [Dense(3, Act.Relu)] [Dense(2)]\n    [Huber]\n    partial class Net;");
        (await project.DiagnoseAsync()).Select(diagnostic => diagnostic.Id).ShouldBe(["GG1005"]);
    }

    [Fact]
    public Task A_loss_that_does_not_fit_one_output_is_replaced() => Mends(
        "GG1006",
        "[Input(4)] [Dense(1)]\n[SoftmaxCrossEntropy(LabelSmoothing = 0.1)] // why\npartial class Net;",
        "[Input(4)] [Dense(1)]\n[BinaryCrossEntropy] // why\npartial class Net;");

    [Theory]
    [InlineData("[Dense(3, Name = \"code\")] [Dense(4, TiedTo = \"cod\")]", "[Dense(3, Name = \"code\")] [Dense(4, TiedTo = \"code\")]")]
    [InlineData("[Dense(3)] [Dense(5, TiedTo = \"dense1\")]", "[Dense(3)] [Dense(4, TiedTo = \"dense1\")]")]
    [InlineData("[Dense(3)] [Dense(4, TiedTo = \"dense1\", Frozen = true)]", "[Dense(3)] [Dense(4, TiedTo = \"dense1\")]")]
    public Task A_tie_that_does_not_fit_is_mended(string wrong, string right) => Mends(
        "GG1013", $"[Input(4)] {wrong} [Huber] public partial class Net;", $"[Input(4)] {right} [Huber] public partial class Net;");

    [Fact]
    public Task What_has_no_place_beside_a_machine_is_removed() => Mends(
        "GG1014", "[Rbm(4, 3)] [Dropout(0.2)] [Sgd] public partial class Net;", "[Rbm(4, 3)] [Sgd] public partial class Net;");

    [Theory]
    [InlineData("[Huber] [Sgd]\n[Adam]\npartial class Net;", "[Huber] [Sgd]\npartial class Net;")]
    [InlineData("[Huber] [Sgd] [Adam]\npartial class Net;", "[Huber] [Sgd]\npartial class Net;")]
    [InlineData("[Huber] [Sgd] [Adam] partial class Net;", "[Huber] [Sgd] partial class Net;")]
    [InlineData("[Huber, Sgd, Adam]\npartial class Net;", "[Huber, Sgd]\npartial class Net;")]
    [InlineData("[Huber] [Sgd] [Adam] // fast\npartial class Net;", "[Huber] [Sgd] // fast\npartial class Net;")]
    public Task A_second_optimizer_is_removed_together_with_the_space_that_it_took(string wrong, string right) => Mends(
        "GG1007", "[Input(4)] [Dense(2)]\n" + wrong, "[Input(4)] [Dense(2)]\n" + right);

    private static async Task Mends(string ruleId, string wrong, string right)
    {
        using var project = EditedProject.Of(wrong);

        await project.MendAsync(ruleId);

        (await project.TextAsync()).ShouldBe(right);
        (await project.DiagnoseAsync()).ShouldBeEmpty();
        (await project.CompileAsync()).ShouldBeEmpty();
    }
}
