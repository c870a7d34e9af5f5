using System.Reflection;
using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Analyzers;

public class OptimizerRuleTests
{
    private const string Layers = "[Dense(8, Act.Elu)] [Dense(2)]";

    [Theory]
    [InlineData("[Dense(8, Act.Elu)] [Dense(8, Act.Elu)] [Dense(8, Act.Elu)] [Dense(2)] [[|AdaGrad|]]", "3 hidden layers", "[RmsProp]")]
    [InlineData("[Preset(Preset.Modern)] [Dense(8)] [Dense(8)] [Dense(8)] [Dense(8)] [Dense(2)] [[|AdaGrad(1e-8)|]]", "4 hidden layers")]
    public Task GG4001_marks_AdaGrad_on_deep_networks(string attributes, params string[] messageParts) => Advises("GG4001", attributes, messageParts);

    [Theory]
    [InlineData("[Dense(8, Act.Elu)] [Dense(8, Act.Elu)] [Dense(2)] [AdaGrad]")]
    [InlineData("[Dense(8, Act.Elu)] [Dense(8, Act.Elu)] [Dense(8, Act.Elu)] [Dense(2)] [RmsProp]")]
    public Task GG4001_accepts_shallow_networks_and_other_optimizers(string attributes) => Accepts(attributes);

    [Theory]
    [InlineData("AdaGrad(1e-8)", "RmsProp")]
    [InlineData("AdaGrad(WeightDecay = 1e-5, DecayBiases = true)", "RmsProp(WeightDecay = 1e-5, DecayBiases = true)")]
    public void GG4001_is_mended_by_RmsProp(string optimizer, string mended) => Repairs.ShouldBe(
        "GG4001",
        Net($"[Dense(8, Act.Elu)] [Dense(8, Act.Elu)] [Dense(8, Act.Elu)] [Dense(2)] [{optimizer}]"),
        "Use RmsProp",
        new Edit.ReplaceAttribute(5, mended));

    [Theory]
    [InlineData("Momentum([|0.01|])", "momentum of [Momentum] is 0.01", "Fit or TrainStep", "0.9")]
    [InlineData("Nag([|momentum: 0.1|])", "momentum of [Nag]")]
    [InlineData("Adam([|0.001|])", "beta1 of [Adam] is 0.001", "0.9")]
    [InlineData("AdaMax([|0.002|], 0.99)", "beta1 of [AdaMax]")]
    [InlineData("Nadam([|0.002|])", "beta1 of [Nadam]")]
    [InlineData("RmsProp([|0.001|])", "beta of [RmsProp]", "0.9")]
    [InlineData("AdaGrad([|0.01|])", "epsilon of [AdaGrad] is 0.01", "1e-10")]
    public Task GG4005_marks_what_looks_like_a_learning_rate(string optimizer, params string[] messageParts) =>
        Advises("GG4005", $"{Layers} [{optimizer}]", messageParts);

    [Theory]
    [InlineData("Momentum(0)")]
    [InlineData("Nag(0.5)")]
    [InlineData("Adam(0)")]
    [InlineData("Adam(0.5)")]
    [InlineData("AdamW(0.001)")]
    [InlineData("RmsProp(0.99)")]
    [InlineData("AdaGrad(1e-7)")]
    [InlineData("Sgd")]
    public Task GG4005_accepts_hyperparameters_where_they_lie(string optimizer) => Accepts($"{Layers} [{optimizer}]");

    [Theory]
    [InlineData("Momentum(0.01)", "Momentum")]
    [InlineData("Adam(0.001, WeightDecay = 0.1)", "Adam(WeightDecay = 0.1)")]
    [InlineData("Adam(0.001, 0.999)", "Adam")]
    [InlineData("AdaGrad(0.01)", "AdaGrad")]
    [InlineData("RmsProp(0.01)", "RmsProp")]
    public void GG4005_is_mended_by_leaving_the_rate_out(string optimizer, string mended) =>
        Repairs.ShouldBe("GG4005", Net($"{Layers} [{optimizer}]"), $"Use [{mended}]", new Edit.ReplaceAttribute(3, mended));

    [Theory]
    [InlineData("Adam(0.001, 0.9, 0.999)")]
    [InlineData("RmsProp(0.01, 0.9)")]
    public void GG4005_proposes_nothing_where_all_arguments_may_stand_one_place_too_far(string optimizer) =>
        Repairs.ShouldBeNone("GG4005", Net($"{Layers} [{optimizer}]"));

    [Theory]
    [InlineData("Adam([|0.999|], 0.9)", "[Adam]", "beta1 = 0.999", "beta2 = 0.9")]
    [InlineData("AdamW([|beta1: 0.99|], beta2: 0.95)", "[AdamW]")]
    [InlineData("Nadam([|beta2: 0.5|])", "[Nadam]")]
    public Task GG4006_marks_decays_out_of_order(string optimizer, params string[] messageParts) =>
        Advises("GG4006", $"{Layers} [{optimizer}]", messageParts);

    [Theory]
    [InlineData("Adam(0.9, 0.95)")]
    [InlineData("Adam(0.5, 0.9)")]
    [InlineData("Adam(0, 0)")]
    [InlineData("AdaMax(0.999, 0.9)")]
    public Task GG4006_accepts_decays_in_order(string optimizer) => Accepts($"{Layers} [{optimizer}]");

    [Fact]
    public void GG4006_is_mended_by_exchanging_them() => Repairs.ShouldBe(
        "GG4006",
        Net($"{Layers} [Adam(0.999, 0.9)]"),
        "Exchange beta1 and beta2",
        new Edit.SetArgument(3, "beta1", "0.9"),
        new Edit.SetArgument(3, "beta2", "0.999"));

    [Theory]
    [InlineData("Adam(beta2: 0.5)")]
    [InlineData("Adam(0.9999)")]
    public void GG4006_proposes_nothing_where_exchanging_is_no_help(string optimizer) =>
        Repairs.ShouldBeNone("GG4006", Net($"{Layers} [{optimizer}]"));

    [Fact]
    public Task GG4007_marks_accumulation_under_batch_normalisation() => Advises(
        "GG4007", "[Dense(8, Act.Elu)] [BatchNorm] [Dense(8, Act.Elu)] [BatchNorm] [Dense(2)] [[|AccumulateGradients(4)|]]", "'BatchNorm1', 'BatchNorm2'", "4");

    [Fact]
    public Task GG4007_counts_the_layers_of_a_preset() => Advises(
        "GG4007", "[Preset(Preset.Classic)] [Dense(8)] [Dense(2)] [[|AccumulateGradients(2)|]]", "'BatchNorm1'");

    [Fact]
    public Task GG4007_accepts_accumulation_without_batch_normalisation() => Accepts($"{Layers} [AccumulateGradients(4)]");

    [Fact]
    public void The_rules_know_the_arguments_of_every_optimizer()
    {
        foreach (AttributeKind kind in Enum.GetValues<AttributeKind>().Where(AttributeKinds.IsOptimizer))
        {
            Type type = typeof(InputAttribute).Assembly.GetType($"GraphGen.{kind}Attribute", throwOnError: true)!;
            ConstructorInfo constructor = type.GetConstructors().Single();
            OptimizerArguments.Of(kind).ShouldBe(
                constructor.GetParameters().Select(parameter => (parameter.Name!, (double)parameter.DefaultValue!)), kind.ToString());
        }
    }

    private static Task Advises(string ruleId, string attributes, params string[] messageParts) => Verify.Advises(ruleId, Net(attributes), messageParts);

    private static Task Accepts(string attributes) => Verify.Accepts(Net(attributes));

    private static string Net(string attributes) => $"[Input(4)] {attributes} [MeanSquaredError] partial class Net;";
}
