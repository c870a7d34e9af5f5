using GraphGen.Model;
using Xunit;

namespace GraphGen.Tests.Analyzers;

public class DropoutRuleTests
{
    [Theory]
    [InlineData("[Dense(8, Act.Elu)] [[|Dropout(0.2)|]] [BatchNorm]", "'Dropout1' drops 0.2", "'BatchNorm1'")]
    [InlineData("[Dense(8)] [[|Dropout(0.2)|]] [Activation(Act.Elu)] [BatchNorm(Name = \"norm\")]", "'Norm'")]
    [InlineData("[Dense(8)] [[|Dropout(0.2, Name = \"noise\")|]] [BatchNorm] [Activation(Act.Elu)]", "'Noise'")]
    [InlineData("[[|Dropout(0.1)|]] [BatchNorm] [Dense(8, Act.Elu)]", "'Dropout1'")]
    [InlineData("[Dense(8, Act.Elu)] [[|Dropout(0.2)|]] [GaussianNoise(0.1)] [BatchNorm]", "'BatchNorm1'")]
    [InlineData("[Dense(8, Act.Sigmoid)] [[|Dropout(0.2)|]] [ActivityRegularization(0.1)] [Sparsity(0.1, 0.1)] [BatchNorm]", "'BatchNorm1'")]
    [InlineData("[Preset(Preset.Classic)] [Dense(8)] [[|Dropout(0.2)|]] [Activation(Act.Elu)]", "'BatchNorm1'")]
    public Task GG3002_marks_dropout_in_front_of_batch_normalisation(string layers, params string[] messageParts) =>
        Advises("GG3002", $"{layers} [Dense(2)]", messageParts);

    [Theory]
    [InlineData("[Dense(8, Act.Elu)] [BatchNorm] [Dropout(0.2)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Elu)] [Dropout(0.2)] [Dense(8, Act.Elu)] [BatchNorm] [Dense(2)]")]
    [InlineData("[Dropout(0.1)] [Dense(8, Act.Elu)] [BatchNorm] [Dense(2)]")]
    [InlineData("[Preset(Preset.Classic)] [Dense(8)] [Dropout(0.2)] [Dense(8)] [Dense(2)]")]
    [InlineData("[Preset(Preset.Classic)] [Dense(8)] [Dense(8)] [Dense(2)]")]
    public Task GG3002_accepts_dropout_behind_batch_normalisation(string layers) => Accepts(layers);

    [Fact]
    public void GG3002_is_mended_by_swapping_neighbours() => Repairs.ShouldBe(
        "GG3002",
        Net("[Dense(8, Act.Elu)] [Dropout(0.2)] [BatchNorm] [Dense(2)]"),
        "Put the dropout behind the batch normalisation",
        new Edit.SwapAttributes(2, 3));

    [Theory]
    [InlineData("[Dense(8)] [Dropout(0.2)] [Activation(Act.Elu)] [BatchNorm] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Elu)] [Dropout(0.2)] [Dropout(0.2)] [BatchNorm] [Dense(2)]")]
    public void GG3002_proposes_nothing_where_swapping_does_not_help(string layers) => Repairs.ShouldBeNone("GG3002", Net(layers));

    [Theory]
    [InlineData("[Dense(8, Act.Selu)] [[|Dropout(0.2)|]] [Dense(2)]", "'Dropout1'", "'Dense1'", "[AlphaDropout(0.2)]")]
    [InlineData("[Dense(8)] [Activation(Act.Selu)] [[|Dropout(0.2)|]] [Dense(2)]", "'Dense1'")]
    [InlineData("[Preset(Preset.SelfNormalizing)] [Dense(8)] [Dense(8)] [[|Dropout(0.1)|]] [Dense(2)]", "'Dense2'")]
    [InlineData("[Defaults(Act.Selu)] [Dense(8)] [[|Dropout(0.1)|]] [Dense(8)] [[|Dropout(0.1)|]] [Dense(2)]", "'Dense1'")]
    public Task GG3004_marks_plain_dropout_of_selu(string layers, params string[] messageParts) => Advises("GG3004", layers, messageParts);

    [Theory]
    [InlineData("[Dense(8, Act.Selu)] [AlphaDropout(0.2)] [Dense(2)]")]
    [InlineData("[Dropout(0.1)] [Dense(8, Act.Selu)] [Dense(2)]")]
    [InlineData("[AlphaDropout(0.1)] [Dense(8, Act.Selu)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Selu)] [Dense(8, Act.Elu)] [Dropout(0.2)] [Dense(2)]")]
    [InlineData("[Preset(Preset.SelfNormalizing)] [Dense(8)] [AlphaDropout(0.1)] [Dense(2)]")]
    public Task GG3004_and_GG3005_accept_each_kind_in_its_place(string layers) => Accepts(layers);

    [Fact]
    public void GG3004_is_mended_by_the_other_kind() => Repairs.ShouldBe(
        "GG3004",
        Net("[Dense(8, Act.Selu)] [Dropout(0.2, Name = \"noise\")] [Dense(2)]"),
        "Use AlphaDropout",
        new Edit.RenameAttribute(2, AttributeKind.AlphaDropout));

    [Theory]
    [InlineData("[Dense(8, Act.Elu)] [[|AlphaDropout(0.2)|]] [Dense(2)]", "'AlphaDropout1'", "'Dense1' has Act.Elu", "[Dropout(0.2)]")]
    [InlineData("[Dense(2)] [[|AlphaDropout(0.2)|]] [Dense(8, Act.Elu)] [Dense(2)]", "'Dense1' has no activation")]
    [InlineData("[[|AlphaDropout(0.1)|]] [Dense(8, Act.Elu)] [Dense(2)]", "'Dense1' has Act.Elu")]
    [InlineData("[Preset(Preset.Classic)] [Dense(8)] [[|AlphaDropout(0.1)|]] [Dense(2)]", "Act.Elu")]
    public Task GG3005_marks_alpha_dropout_of_anything_else(string layers, params string[] messageParts) => Advises("GG3005", layers, messageParts);

    [Fact]
    public void GG3005_is_mended_by_the_other_kind() => Repairs.ShouldBe(
        "GG3005",
        Net("[Dense(8, Act.Relu)] [AlphaDropout(0.2)] [Dense(2)]"),
        "Use Dropout",
        new Edit.RenameAttribute(2, AttributeKind.Dropout));

    [Theory]
    [InlineData("[Dense(8, Act.Elu)] [Dense(2)] [[|Dropout(0.6)|]]", "'Dropout1' drops 0.6", "'Dense2'")]
    [InlineData("[Dense(2)] [[|AlphaDropout(0.1)|]]", "'AlphaDropout1'")]
    [InlineData("[Dense(2)] [GaussianNoise(0.1)] [ActivityRegularization(0.1)] [[|Dropout(0.1)|]]", "'Dropout1'")]
    public Task GG3006_marks_dropout_of_outputs(string layers, params string[] messageParts) => Advises("GG3006", layers, messageParts);

    [Fact]
    public void GG3006_is_mended_by_removing_the_layer() => Repairs.ShouldBe(
        "GG3006", Net("[Dense(8, Act.Elu)] [Dense(2)] [Dropout(0.1)]"), "Remove the dropout", new Edit.RemoveAttribute(3));

    [Theory]
    [InlineData("[Dense(8, Act.Elu)] [Dropout([|0.6|])] [Dense(2)]", "'Dropout1' drops 0.6")]
    [InlineData("[Dropout([|rate: 0.51|])] [Dense(8, Act.Elu)] [Dense(2)]", "0.51")]
    [InlineData("[Dense(8, Act.Selu)] [AlphaDropout([|0.9|])] [Dense(2)]", "'AlphaDropout1'")]
    public Task GG3008_marks_rates_that_keep_less_than_half(string layers, params string[] messageParts) => Advises("GG3008", layers, messageParts);

    [Theory]
    [InlineData("[Dense(8, Act.Elu)] [Dropout(0.5)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Elu)] [Dropout(0)] [Dense(2)]")]
    public Task GG3008_accepts_rates_up_to_a_half(string layers) => Accepts(layers);

    private static Task Advises(string ruleId, string layers, params string[] messageParts) => Verify.Advises(ruleId, Net(layers), messageParts);

    private static Task Accepts(string layers) => Verify.Accepts(Net(layers));

    private static string Net(string layers) => $"[Input(4)] {layers} [MeanSquaredError] partial class Net;";
}
