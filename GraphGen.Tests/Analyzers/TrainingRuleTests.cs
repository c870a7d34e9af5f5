using System.Globalization;
using GraphGen.Tests.Compilation;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Analyzers;

public class TrainingRuleTests
{
    [Fact]
    public Task GG1006_marks_the_units_of_a_softmax_over_one_output() => Verify.Reports(
        "GG1006",
        "[Input(4)] [Dense(5, Act.Elu)] [Dense([|1|])] [BatchNorm] [SoftmaxCrossEntropy] partial class Net;",
        "[SoftmaxCrossEntropy]",
        "[BinaryCrossEntropy]");

    [Theory]
    [InlineData("[Dense(3)] [Dense([|5|])]", "there are 4 inputs and this last layer has 5 units")]
    [InlineData("[Dense([|1|])]", "this last layer has 1 units")]
    public Task GG1006_marks_the_units_of_a_reconstruction_of_another_width(string layers, string messagePart) =>
        Verify.Reports("GG1006", $"[Input(4)] {layers} [Reconstruction] partial class Net;", messagePart);

    [Theory]
    [InlineData("[Dense(3)] [Dense(4)] [Reconstruction]")]
    [InlineData("[Dense(3)] [Dense(4, Act.Sigmoid)] [Reconstruction(ReconstructionLoss.SquaredError)]")]
    [InlineData("[GaussianNoise(0.2)] [Dense(3, Act.Sigmoid)] [Sparsity(0.05, 0.1)] [ActivityRegularization(1e-5)] [Dense(4, TiedTo = \"dense1\")] [Reconstruction(ReconstructionLoss.CrossEntropy)]")]
    public Task GG1006_accepts_reconstructions_of_the_inputs_width(string attributes) => Verify.Permits($"[Input(4)] {attributes} partial class Net;");

    [Theory]
    [InlineData("[Dense(1, Act.Elu)] [Dense(2)] [SoftmaxCrossEntropy]")]
    [InlineData("[Dense(1)] [BinaryCrossEntropy]")]
    [InlineData("[Dense(1)] [MeanSquaredError]")]
    [InlineData("[Dense(1)] [MeanAbsoluteError]")]
    [InlineData("[Dense(1)] [Huber]")]
    [InlineData("[Dense(2)] [BatchNorm] [SoftmaxCrossEntropy]")]
    [InlineData("[Dense(2, Act.Sigmoid)] [SoftmaxCrossEntropy]")]
    public Task GG1006_accepts_outputs_that_fit(string attributes) => Verify.Permits($"[Input(4)] {attributes} partial class Net;");

    [Fact]
    public Task GG1007_marks_a_second_loss() => Verify.Reports(
        "GG1007",
        "[Input(4)] [Dense(2)] [MeanSquaredError] [[|BinaryCrossEntropy|]] partial class Net;",
        "two losses, [MeanSquaredError] and [BinaryCrossEntropy]");

    [Theory]
    [InlineData("[Huber] [[|MeanAbsoluteError|]]", "two losses, [Huber] and [MeanAbsoluteError]")]
    [InlineData("[Huber] [AdaGrad] [[|RmsProp(0.8)|]]", "two optimizers, [AdaGrad] and [RmsProp]")]
    [InlineData("[Huber] [AdamW] [[|AdaMax|]] [[|Nadam|]]", "two optimizers, [AdamW] and [AdaMax]")]
    [InlineData("[Huber] [Preset(Preset.Modern)] [Sgd] [[|Adam|]]", "two optimizers, [Sgd] and [Adam]")]
    public Task GG1007_knows_every_loss_and_optimizer(string attributes, string message) => Verify.Reports(
        "GG1007", $"[Input(4)] [Dense(2)] {attributes} partial class Net;", message);

    [Fact]
    public Task GG1007_lets_a_declared_optimizer_stand_beside_a_preset() => Verify.Permits(
        "[Input(4)] [Dense(3)] [Dense(2)] [SoftmaxCrossEntropy] [Preset(Preset.Modern)] [Nag] partial class Net;");

    [Fact]
    public Task GG1007_marks_every_optimizer_but_the_first() => Verify.Reports(
        "GG1007",
        "[Input(4)] [Dense(2)] [MeanSquaredError] [Nag] [[|Sgd|]] [[|Adam(0.8)|]] partial class Net;",
        "two optimizers, [Nag] and [Sgd]");

    [Theory]
    [InlineData("[MeanSquaredError] [MeanSquaredError]")]
    [InlineData("[MeanSquaredError] [Nag] [Nag(0.5)]")]
    [InlineData("[MeanSquaredError] [Input(5)]")]
    [InlineData("[MeanSquaredError] [Defaults(L1 = 1)] [Defaults(L2 = 1)]")]
    [InlineData("[MeanSquaredError] [Preset(Preset.Classic)] [Preset(Preset.Modern)]")]
    [InlineData("[MeanSquaredError] [ClipGradientNorm(1)] [ClipGradientNorm(2)]")]
    public Task The_compiler_itself_complains_of_the_same_attribute_twice(string attributes) => Verify.LeavesToTheCompiler(
        $"[Input(4)] [Dense(2)] {attributes} partial class Net;");

    [Fact]
    public Task GG1010_marks_a_network_without_a_loss() => Verify.Reports(
        "GG1010",
        "[Input(4)] [Dense(2)] [Adam] partial class [|Net|];",
        "[SoftmaxCrossEntropy]", "[BinaryCrossEntropy]", "[MeanSquaredError]");

    [Fact]
    public async Task GG1011_marks_a_network_whose_argument_only_generated_code_defines()
    {
        var source = TestCompilation.Create(
            "global using GraphGen;",
            "[Input(4)] [Dense(3)] [MeanSquaredError] public partial class Encoder;",
            "[Input(Encoder.OutputSize)] [Dense(4)] [MeanSquaredError] public partial class Decoder;");

        var found = await TestCompilation.AnalyzeAsync(TestCompilation.Generate(source).Compilation);

        found.Select(diagnostic => diagnostic.Id).ShouldBe(["GG1011"]);
        found[0].GetMessage(CultureInfo.InvariantCulture).ShouldContain("'Decoder'");
    }
}
