using GraphGen.Model;
using Xunit;

namespace GraphGen.Tests.Analyzers;

public class PenaltyRuleTests
{
    [Theory]
    [InlineData("[Dense(8, Act.Elu, [|L2 = 1e-4|])] [Dense(2)] [Adam]", "L2 = 0.0001 of 'Dense1'", "[Adam]", "use [AdamW(weightDecay: 0.0001)]")]
    [InlineData("[Dense(8, Act.Elu, [|L2 = 0.1|])] [Dense(2, [|L2 = 0.2|])] [AdamW]", "remove it, since the optimizer decays weights by 0.01 already")]
    [InlineData("[Defaults([|L2 = 1e-5|])] [Dense(8, Act.Elu)] [Dense(2)] [AdaMax]", "'Dense1', 'Dense2'", "[AdaMax(WeightDecay = 1e-5)]")]
    [InlineData("[Defaults([|L2 = 0.1|])] [Dense(8, Act.Elu, [|L2 = 0.2|])] [Dense(2)] [Nadam]", "'Dense2'")]
    [InlineData("[Preset(Preset.Modern)] [Dense(8, [|L2 = 1e-4|])] [Dense(2)]", "[AdamW]")]
    [InlineData("[Dense(8, Bias = false, [|L2 = 1e-4|])] [BatchNorm] [Activation(Act.Elu)] [Dense(2)] [Adam]", "[Adam]")]
    public Task GG3009_marks_l2_under_adam_and_its_kin(string attributes, params string[] messageParts) => Advises("GG3009", attributes, messageParts);

    [Theory]
    [InlineData("[Dense(8, Act.Elu, L2 = 1e-4)] [Dense(2)] [Nag]")]
    [InlineData("[Dense(8, Act.Elu, L2 = 1e-4)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Elu, L2 = 1e-4)] [Dense(2)] [RmsProp]")]
    [InlineData("[Preset(Preset.Classic)] [Dense(8, L2 = 1e-4)] [Dense(2)]")]
    [InlineData("[Preset(Preset.Modern)] [Dense(8)] [Dense(2)]")]
    [InlineData("[Preset(Preset.Modern)] [Dense(8, L2 = 1e-4)] [Dense(2)] [Sgd]")]
    [InlineData("[Dense(8, Act.Elu, L1 = 1e-4)] [Dense(2)] [Adam]")]
    [InlineData("[Dense(8, Act.Elu, L2 = 0)] [Dense(2)] [Adam(WeightDecay = 0.1)]")]
    public Task GG3009_accepts_other_penalties_and_optimizers(string attributes) => Accepts(attributes);

    [Theory]
    [InlineData("Adam", "AdamW(weightDecay: 1e-5)", "AdamW(weightDecay: 1e-5)")]
    [InlineData("Adam(beta2: 0.99, epsilon: 1e-7)", "AdamW(weightDecay: 1e-5)", "AdamW(weightDecay: 1e-5, beta2: 0.99, epsilon: 1e-7)")]
    [InlineData("Adam(0.8, DecayBiases = true)", "AdamW(weightDecay: 1e-5)", "AdamW(weightDecay: 1e-5, beta1: 0.8, DecayBiases = true)")]
    public void GG3009_is_mended_by_AdamW_where_all_layers_agree(string optimizer, string title, string mended) => Repairs.ShouldBe(
        "GG3009",
        Net($"[Dense(8, Act.Elu, L2 = 1e-5)] [Dense(2, L2 = 0.00001)] [{optimizer}]"),
        $"Use [{title}]",
        new Edit.RemoveArgument(1, "L2"),
        new Edit.RemoveArgument(2, "L2"),
        new Edit.ReplaceAttribute(3, mended));

    [Theory]
    [InlineData("AdaMax", "AdaMax(WeightDecay = 0.01)", "WeightDecay")]
    [InlineData("Nadam(0.8)", "Nadam(WeightDecay = 0.01)", "WeightDecay")]
    [InlineData("AdamW(0)", "AdamW(weightDecay: 0.01)", "weightDecay")]
    [InlineData("AdamW(WeightDecay = 0)", "AdamW(weightDecay: 0.01)", "WeightDecay")]
    public void GG3009_is_mended_by_the_optimizers_own_decay(string optimizer, string title, string argument) => Repairs.ShouldBe(
        "GG3009",
        Net($"[Defaults(L2 = 0.01)] [Dense(8, Act.Elu)] [Dense(2)] [{optimizer}]"),
        $"Use [{title}]",
        new Edit.RemoveArgument(1, "L2"),
        new Edit.SetArgument(4, argument, "0.01"));

    [Theory]
    [InlineData("[Dense(8, Act.Elu, L2 = 0.1)] [Dense(2)] [Adam]")]
    [InlineData("[Dense(8, Act.Elu, L2 = 0.1)] [Dense(2, L2 = 0.2)] [Adam]")]
    [InlineData("[Dense(8, Act.Elu, L2 = 0.1)] [Dense(2, L2 = 0.1, PenalizeBias = true)] [Adam]")]
    public void GG3009_proposes_nothing_where_decay_would_be_another_penalty(string attributes) => Repairs.ShouldBeNone("GG3009", Net(attributes));

    [Theory]
    [InlineData("[Defaults(L2 = 0.1)] [Dense(8, Act.Elu)] [Dense(2)] [AdamW]")]
    [InlineData("[Defaults(L2 = 0.1)] [Dense(8, Act.Elu)] [Dense(2)] [Adam(WeightDecay = 0.1)]")]
    [InlineData("[Defaults(L2 = 0.1)] [Preset(Preset.Modern)] [Dense(8)] [Dense(2)]")]
    public void GG3009_removes_the_penalty_where_weights_decay_already(string attributes) =>
        Repairs.ShouldBe("GG3009", Net(attributes), "Remove L2", new Edit.RemoveArgument(1, "L2"));

    [Theory]
    [InlineData("[Dense(8, Bias = false, [|L2 = 1e-4|])] [BatchNorm] [Activation(Act.Elu)] [Dense(2)]", "L2 of 'Dense1'")]
    [InlineData("[Dense(8, Bias = false, [|L1 = 1e-4|], [|MaxNorm = 3|])] [BatchNorm] [Activation(Act.Elu)] [Dense(2)] [Adam]", "L1 of 'Dense1'")]
    [InlineData("[Defaults([|MaxNorm = 3|], Bias = false)] [Dense(8)] [BatchNorm] [Activation(Act.Elu)] [Dense(9)] [BatchNorm] [Activation(Act.Elu)] [Dense(2)]", "MaxNorm of 'Dense1', 'Dense2'")]
    public Task GG3011_marks_penalties_on_weights_without_a_scale(string attributes, params string[] messageParts) =>
        Advises("GG3011", attributes, messageParts);

    [Theory]
    [InlineData("[Dense(8, Act.Elu, L2 = 1e-4)] [BatchNorm] [Dense(2, L2 = 1e-4)]")]
    [InlineData("[Dense(8, Act.Elu, MaxNorm = 3)] [Dense(2, L1 = 1e-4)]")]
    [InlineData("[Dense(8, Bias = false)] [BatchNorm] [Activation(Act.Elu)] [Dense(2, L2 = 1e-4)]")]
    public Task GG3011_accepts_penalties_on_other_weights(string attributes) => Accepts(attributes);

    private static Task Advises(string ruleId, string attributes, params string[] messageParts) => Verify.Advises(ruleId, Net(attributes), messageParts);

    private static Task Accepts(string attributes) => Verify.Accepts(Net(attributes));

    private static string Net(string attributes) => $"[Input(4)] {attributes} [MeanSquaredError] partial class Net;";
}
