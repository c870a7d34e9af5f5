using GraphGen.Model;
using Xunit;

namespace GraphGen.Tests.Analyzers;

public class NormalizationRuleTests
{
    [Theory]
    [InlineData("[[|Dense(8)|]] [BatchNorm] [Activation(Act.Relu)]", "bias of 'Dense1'", "Bias = false")]
    [InlineData("[Dense(8, [|Bias = true|])] [BatchNorm] [Activation(Act.Relu)]", "'Dense1'")]
    [InlineData("[Dense(8, Act.Relu)] [[|Dense(8, Name = \"second\")|]] [BatchNorm] [Activation(Act.Relu)]", "'Second'")]
    [InlineData("[Defaults([|Bias = true|])] [Dense(8)] [BatchNorm] [Activation(Act.Relu)] [Dense(9)] [BatchNorm] [Activation(Act.Relu)]", "'Dense1', 'Dense2'")]
    [InlineData("[[|Dense(8)|]] [GaussianNoise(0.1)] [BatchNorm] [Activation(Act.Relu)]", "'Dense1'")]
    public Task GG3001_marks_a_bias_in_front_of_batch_normalisation(string layers, params string[] messageParts) =>
        Advises("GG3001", $"{layers} [Dense(2)]", messageParts);

    [Theory]
    [InlineData("[Dense(8, Act.Elu)] [BatchNorm] [Dense(2)]")]
    [InlineData("[Dense(8, Bias = false)] [BatchNorm] [Activation(Act.Relu)] [Dense(2)]")]
    [InlineData("[Defaults(Bias = false)] [Dense(8)] [BatchNorm] [Activation(Act.Relu)] [Dense(2)]")]
    [InlineData("[Dense(8)] [Activation(Act.Relu)] [BatchNorm] [Dense(2)]")]
    [InlineData("[Dense(8, Frozen = true)] [BatchNorm] [Activation(Act.Relu)] [Dense(2)]")]
    [InlineData("[BatchNorm] [Dense(8, Act.Relu)] [Dense(2)]")]
    [InlineData("[Preset(Preset.Classic)] [Dense(8)] [Dense(8)] [Dense(2)]")]
    [InlineData("[Dense(8)] [ActivityRegularization(0.1)] [BatchNorm] [Activation(Act.Relu)] [Dense(2)]")]
    public Task GG3001_accepts_biases_that_reach_an_activation(string layers) => Accepts(layers);

    [Fact]
    public void GG3001_is_mended_on_the_layers() => Repairs.ShouldBe(
        "GG3001",
        Net("[Defaults(Bias = true)] [Dense(8)] [BatchNorm] [Activation(Act.Relu)] [Dense(9)] [BatchNorm] [Activation(Act.Relu)] [Dense(2)]"),
        "Set Bias = false",
        new Edit.SetArgument(2, "Bias", "false"),
        new Edit.SetArgument(5, "Bias", "false"));

    [Theory]
    [InlineData("[Dense(8, Act.Selu)] [[|BatchNorm|]]", "'BatchNorm1'", "'Dense1'", "remove it")]
    [InlineData("[Dense(8, Bias = false)] [[|BatchNorm|]] [Activation(Act.Selu)]", "'BatchNorm1'")]
    [InlineData("[Dense(8, Act.Selu)] [AlphaDropout(0.1)] [[|BatchNorm|]]", "'BatchNorm1'")]
    [InlineData("[Defaults(Act.Selu)] [Dense(8)] [[|BatchNorm|]] [Dense(8)] [[|BatchNorm(Name = \"second\")|]]", "'BatchNorm1'")]
    [InlineData("[Preset(Preset.SelfNormalizing)] [Dense(8)] [[|BatchNorm|]]", "'BatchNorm1'")]
    public Task GG3003_marks_batch_normalisation_around_selu(string layers, params string[] messageParts) =>
        Advises("GG3003", $"{layers} [Dense(2)]", messageParts);

    [Theory]
    [InlineData("[Preset(Preset.Classic)] [Dense(8, [|Act.Selu|])] [AlphaDropout(0.1)] [Dense(2)]")]
    [InlineData("[Preset(Preset.Classic)] [Defaults([|Act.Selu|])] [Dense(8)] [Dense(8)] [AlphaDropout(0.1)] [Dense(2)]")]
    public Task GG3003_marks_the_activation_that_does_not_go_with_the_preset(string layers) =>
        Advises("GG3003", layers, "'BatchNorm1'", "Preset.SelfNormalizing");

    [Theory]
    [InlineData("[BatchNorm] [Dense(8, Act.Selu)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Elu)] [BatchNorm] [Dense(8, Act.Selu)] [Dense(2)]")]
    [InlineData("[Preset(Preset.SelfNormalizing)] [Dense(8)] [Dense(8)] [Dense(2)]")]
    public Task GG3003_accepts_batch_normalisation_elsewhere(string layers) => Accepts(layers);

    [Fact]
    public void GG3003_is_mended_by_removing_the_layer() => Repairs.ShouldBe(
        "GG3003", Net("[Dense(8, Act.Selu)] [BatchNorm] [Dense(2)]"), "Remove the batch normalisation", new Edit.RemoveAttribute(2));

    [Fact]
    public void GG3003_leaves_a_preset_alone() =>
        Repairs.ShouldBeNone("GG3003", Net("[Preset(Preset.Classic)] [Dense(8, Act.Selu)] [Dense(2)]"));

    [Theory]
    [InlineData("[SoftmaxCrossEntropy]", "logits")]
    [InlineData("[BinaryCrossEntropy]", "logits")]
    [InlineData("[MeanSquaredError]", "outputs")]
    public Task GG3007_marks_batch_normalisation_behind_the_outputs(string loss, string what) => Verify.Advises(
        "GG3007",
        $"[Input(4)] [Dense(8, Act.Elu)] [BatchNorm] [Dense(2, L2 = 0.1)] [[|BatchNorm|]] {loss} partial class Net;",
        "'BatchNorm2'", what, "'Dense2'");

    [Fact]
    public void GG3007_is_mended_by_removing_the_layer() => Repairs.ShouldBe(
        "GG3007", Net("[Dense(8, Act.Elu)] [Dense(2)] [BatchNorm]"), "Remove the batch normalisation", new Edit.RemoveAttribute(3));

    [Theory]
    [InlineData("[BatchNorm([|Momentum = 0.1|])]", "", "Momentum of 'BatchNorm1' is 0.1", "0.9")]
    [InlineData("[BatchNorm([|Momentum = 0.01|], Name = \"norm\")]", "", "'Norm'", "0.99")]
    [InlineData("", "[AverageWeights([|0.001|])]", "decay of [AverageWeights] is 0.001", "average", "0.999")]
    [InlineData("[BatchNorm([|Momentum = 0.3|])]", "[AverageWeights([|0.2|])]", "0.7")]
    [InlineData("[BatchNorm([|Momentum = 0|])]", "", "write a share from 0.9 to 0.999")]
    public Task GG3010_marks_a_share_that_is_meant_the_other_way(string layer, string training, params string[] messageParts) =>
        Advises("GG3010", $"[Dense(8, Act.Elu)] {layer} [Dense(2)] {training}", messageParts);

    [Theory]
    [InlineData("[Dense(8, Act.Elu)] [BatchNorm(Momentum = 0.5)] [Dense(2)] [AverageWeights(0.5)]")]
    [InlineData("[Dense(8, Act.Elu)] [BatchNorm] [Dense(2)] [AverageWeights]")]
    public Task GG3010_accepts_shares_from_a_half_on(string layers) => Accepts(layers);

    [Theory]
    [InlineData("[BatchNorm(Momentum = 0.1)]", "Momentum", "0.9", 2)]
    [InlineData("[BatchNorm(Momentum = 0.003)]", "Momentum", "0.997", 2)]
    [InlineData("[AverageWeights(0.0001)]", "decay", "0.9999", 2)]
    public void GG3010_is_mended_without_rounding_dust(string attribute, string argument, string value, int index) => Repairs.ShouldBe(
        "GG3010",
        Net($"[Dense(8, Act.Elu)] {attribute} [Dense(2)]"),
        $"Set {argument} to {value}",
        new Edit.SetArgument(index, argument, value));

    [Fact]
    public void GG3010_proposes_nothing_for_zero() => Repairs.ShouldBeNone("GG3010", Net("[Dense(8, Act.Elu)] [BatchNorm(Momentum = 0)] [Dense(2)]"));

    [Theory]
    [InlineData("[Dense(8, Act.Elu)] [BatchNorm] [[|BatchNorm|]]", "'BatchNorm2' follows 'BatchNorm1'", "normalised again")]
    [InlineData("[Dense(8, Act.Elu)] [Dropout(0.2)] [[|Dropout(0.3)|]]", "'Dropout2' follows 'Dropout1'", "0.44")]
    [InlineData("[Dense(8, Act.Selu)] [AlphaDropout(0.1)] [[|AlphaDropout(0.1)|]]", "0.19")]
    [InlineData("[BatchNorm] [[|BatchNorm|]] [Dense(8, Act.Elu)]", "'BatchNorm2'")]
    public Task GG3012_marks_the_second_of_two_equal_layers(string layers, params string[] messageParts) =>
        Advises("GG3012", $"{layers} [Dense(2)]", messageParts);

    [Theory]
    [InlineData("[Dense(8, Bias = false)] [BatchNorm] [Activation(Act.Relu)] [BatchNorm] [Dense(2)]")]
    [InlineData("[Dropout(0.1)] [Dense(8, Act.Elu)] [Dropout(0.2)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Elu)] [BatchNorm] [Dropout(0.2)] [Dense(2)]")]
    [InlineData("[Preset(Preset.Classic)] [Dense(8)] [Dropout(0.2)] [Dense(8)] [Dense(2)]")]
    public Task GG3012_accepts_equal_layers_with_something_between(string layers) => Accepts(layers);

    [Fact]
    public void GG3012_is_mended_by_removing_the_second() => Repairs.ShouldBe(
        "GG3012", Net("[Dense(8, Act.Elu)] [BatchNorm] [BatchNorm] [Dense(2)]"), "Remove 'BatchNorm2'", new Edit.RemoveAttribute(3));

    private static Task Advises(string ruleId, string attributes, params string[] messageParts) => Verify.Advises(ruleId, Net(attributes), messageParts);

    private static Task Accepts(string attributes) => Verify.Accepts(Net(attributes));

    private static string Net(string attributes) => $"[Input(4)] {attributes} [MeanSquaredError] partial class Net;";
}
