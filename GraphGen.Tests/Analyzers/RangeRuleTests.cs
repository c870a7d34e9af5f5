using System.Globalization;
using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Analyzers;

public class RangeRuleTests
{
    [Theory]
    [InlineData("[Input([|0|])] [Dense(2)]", "'features' of [Input] is 0", "1 to 65,536")]
    [InlineData("[Input([|features: -1|])] [Dense(2)]", "is -1")]
    [InlineData("[Input(65_536)] [Dense([|65_537|])] [Dense(2)]", "is 65537")]
    [InlineData("[Input(4)] [Dense([|0|], Act.Relu)] [Dense(2)]", "'units' of [Dense] is 0")]
    [InlineData("[Input(4)] [Dense(activation: Act.Relu, [|units: 0|])] [Dense(2)]", "'units' of [Dense] is 0")]
    [InlineData("[Input(4)] [Dense([|2 - 3|])]", "is -1")]
    [InlineData("[Input(4)] [Dense(2, [|(Act)42|])]", "'activation' of [Dense] is 42", "a member of Act")]
    [InlineData("[Input(4)] [Dense(2, [|(Init)(-1)|], Act.Elu)]", "'init' of [Dense] is -1", "a member of Init")]
    [InlineData("[Input(4)] [Dense(2, [|L2 = -1e-4|])]", "'L2' of [Dense] is -0.0001")]
    [InlineData("[Input(4)] [Dense(2, [|MaxNorm = -3|], Bias = false)]", "'MaxNorm' of [Dense] is -3")]
    [InlineData("[Input(4)] [Dense(2, Init.Normal, [|InitScale = double.NaN|])]", "is NaN")]
    [InlineData("[Input(4)] [Dense(2, [|L2 = 1e39|])]", "is 1E+39", "in single precision")]
    [InlineData("[Input(4)] [Dense(2, [|L2 = double.PositiveInfinity|])]", "is Infinity")]
    [InlineData("[Input(4)] [Activation([|(Act)99|])] [Dense(2)]", "'activation' of [Activation] is 99")]
    [InlineData("[Input(4)] [BatchNorm([|Momentum = 1|])] [Dense(2)]", "'Momentum' of [BatchNorm] is 1")]
    [InlineData("[Input(4)] [BatchNorm([|Epsilon = 0|])] [Dense(2)]", "at least 1e-30")]
    [InlineData("[Input(4)] [BatchNorm([|Epsilon = 1e-50|])] [Dense(2)]", "at least 1e-30")]
    [InlineData("[Input(4)] [Dropout([|1|])] [Dense(2)]", "'rate' of [Dropout] is 1", "at least 0 and below 1")]
    [InlineData("[Input(4)] [Dropout([|-0.1|])] [Dense(2)]", "is -0.1")]
    [InlineData("[Input(4)] [Dropout([|0.999999999|])] [Dense(2)]", "is 0.999999999")]
    [InlineData("[Input(4)] [AlphaDropout([|1|])] [Dense(2)]", "'rate' of [AlphaDropout] is 1", "at least 0 and below 1")]
    [InlineData("[Input(4)] [Dense(2, [|L1 = -1|])]", "'L1' of [Dense] is -1", "0 or more")]
    [InlineData("[Input(4)] [Dense(2, [|Gain = 0|])]", "'Gain' of [Dense] is 0", "at least 1e-30")]
    [InlineData("[Input(4)] [Dense(2, [|RateMultiplier = -0.5|])]", "'RateMultiplier' of [Dense] is -0.5")]
    [InlineData("[Input(4)] [Dense(2, [|FanMode = (FanMode)4|])]", "'FanMode' of [Dense] is 4", "a member of FanMode")]
    [InlineData("[Input(4)] [Dense(2)] [Momentum([|1.0|])]", "'momentum' of [Momentum] is 1")]
    [InlineData("[Input(4)] [Dense(2)] [Nag([|momentum: 1.5|])]", "'momentum' of [Nag] is 1.5")]
    [InlineData("[Input(4)] [Dense(2)] [Adam([|-0.5|])]", "'beta1' of [Adam] is -0.5")]
    [InlineData("[Input(4)] [Dense(2)] [Adam([|beta2: 1|])]", "'beta2' of [Adam] is 1")]
    [InlineData("[Input(4)] [Dense(2)] [Adam(0.9, 0.99, [|0|])]", "'epsilon' of [Adam] is 0")]
    [InlineData("[Input(4)] [Dense(2)] [AdamW([|1.0|])]", "'weightDecay' of [AdamW] is 1", "at least 0 and below 1")]
    [InlineData("[Input(4)] [Dense(2)] [AdamW(0.1, [|-1.0|])]", "'beta1' of [AdamW] is -1")]
    [InlineData("[Input(4)] [Dense(2)] [AdamW([|beta2: 1|])]", "'beta2' of [AdamW] is 1")]
    [InlineData("[Input(4)] [Dense(2)] [AdamW([|epsilon: 0|])]", "'epsilon' of [AdamW] is 0")]
    [InlineData("[Input(4)] [Dense(2)] [Sgd([|WeightDecay = -0.1|])]", "'WeightDecay' of [Sgd] is -0.1")]
    [InlineData("[Input(4)] [Dense(2)] [Nag([|WeightDecay = 1|])]", "'WeightDecay' of [Nag] is 1")]
    [InlineData("[Input(4)] [Dense(2)] [AdaGrad([|0|])]", "'epsilon' of [AdaGrad] is 0")]
    [InlineData("[Input(4)] [Dense(2)] [RmsProp([|1|])]", "'beta' of [RmsProp] is 1")]
    [InlineData("[Input(4)] [Dense(2)] [RmsProp([|epsilon: -1|])]", "'epsilon' of [RmsProp] is -1")]
    [InlineData("[Input(4)] [Dense(2)] [AdaMax([|1|])]", "'beta1' of [AdaMax] is 1")]
    [InlineData("[Input(4)] [Dense(2)] [AdaMax([|beta2: 1|])]", "'beta2' of [AdaMax] is 1")]
    [InlineData("[Input(4)] [Dense(2)] [AdaMax([|epsilon: 0|])]", "'epsilon' of [AdaMax] is 0")]
    [InlineData("[Input(4)] [Dense(2)] [Nadam([|1|])]", "'beta1' of [Nadam] is 1")]
    [InlineData("[Input(4)] [Dense(2)] [Nadam([|beta2: 1|])]", "'beta2' of [Nadam] is 1")]
    [InlineData("[Input(4)] [Dense(2)] [Nadam([|epsilon: 0|])]", "'epsilon' of [Nadam] is 0")]
    [InlineData("[Input(4)] [Dense(2)] [Nadam([|momentumDecay: -0.004|])]", "'momentumDecay' of [Nadam] is -0.004", "0 or more")]
    [InlineData("[Input(4)] [Dense(2)] [ClipGradientValue([|0|])]", "'limit' of [ClipGradientValue] is 0", "at least 1e-30")]
    [InlineData("[Input(4)] [Dense(2)] [ClipGradientNorm([|-1|])]", "'limit' of [ClipGradientNorm] is -1")]
    [InlineData("[Input(4)] [Dense(2)] [ClipGradientNorm([|double.PositiveInfinity|])]", "is Infinity")]
    [InlineData("[Input(4)] [Dense(2)] [AccumulateGradients([|0|])]", "'batches' of [AccumulateGradients] is 0", "a whole number from 1 to 1,048,576")]
    [InlineData("[Input(4)] [Dense(2)] [AccumulateGradients([|1_048_577|])]", "is 1048577")]
    [InlineData("[Input(4)] [Dense(2)] [AverageWeights([|0|])]", "'decay' of [AverageWeights] is 0", "above 0 and below 1")]
    [InlineData("[Input(4)] [Dense(2)] [AverageWeights([|1|])]", "'decay' of [AverageWeights] is 1")]
    [InlineData("[Input(4)] [Dense(2)] [Preset([|(Preset)3|])]", "'preset' of [Preset] is 3", "a member of Preset")]
    [InlineData("[Input(4)] [Dense(2)] [Defaults([|(Init)99|])]", "'init' of [Defaults] is 99")]
    [InlineData("[Input(4)] [Dense(2)] [Defaults([|(Act)99|])]", "'activation' of [Defaults] is 99")]
    [InlineData("[Input(4)] [Dense(2)] [Defaults([|InitScale = double.NaN|])]", "'InitScale' of [Defaults] is NaN")]
    [InlineData("[Input(4)] [Dense(2)] [Defaults([|FanMode = (FanMode)(-1)|])]", "'FanMode' of [Defaults] is -1")]
    [InlineData("[Input(4)] [Dense(2)] [Defaults([|Gain = -1|])]", "'Gain' of [Defaults] is -1")]
    [InlineData("[Input(4)] [Dense(2)] [Defaults([|L1 = -1|])]", "'L1' of [Defaults] is -1")]
    [InlineData("[Input(4)] [Dense(2)] [Defaults([|L2 = -1|])]", "'L2' of [Defaults] is -1")]
    [InlineData("[Input(4)] [Dense(2)] [Defaults([|MaxNorm = -1|])]", "'MaxNorm' of [Defaults] is -1")]
    public Task GG1005_marks_the_argument_that_is_out_of_range(string attributes, params string[] messageParts) => Verify.Reports(
        "GG1005", attributes + " [MeanSquaredError] partial class Net;", messageParts);

    [Theory]
    [InlineData("[Dense(2)] [SoftmaxCrossEntropy([|LabelSmoothing = 1|])]", "'LabelSmoothing' of [SoftmaxCrossEntropy] is 1", "at least 0 and below 1")]
    [InlineData("[Dense(2)] [SoftmaxCrossEntropy([|LabelSmoothing = -0.1|])]", "is -0.1")]
    [InlineData("[Dense(2)] [Huber([|0|])]", "'delta' of [Huber] is 0", "at least 1e-30")]
    public Task GG1005_marks_a_loss_s_number_that_is_out_of_range(string attributes, params string[] messageParts) => Verify.Reports(
        "GG1005", $"[Input(4)] {attributes} partial class Net;", messageParts);

    [Theory]
    [InlineData("[Dense(2, Act.LeakyRelu, [|Alpha = 1|])]", "'Alpha' of [Dense] is 1", "at least 0 and below 1", "with Act.LeakyRelu")]
    [InlineData("[Dense(2, Act.LeakyRelu, [|Alpha = -0.1|])]", "is -0.1")]
    [InlineData("[Dense(2, Act.Elu, [|Alpha = 0|])]", "at least 1e-30", "with Act.Elu")]
    [InlineData("[Dense(2, Act.PRelu, [|Alpha = double.NaN|])]", "'Alpha' of [Dense] is NaN", "a finite number")]
    [InlineData("[Dense(2, Act.Relu, [|Alpha = double.PositiveInfinity|])]", "is Infinity")]
    [InlineData("[Activation(Act.LeakyRelu, [|Alpha = 2|])]", "'Alpha' of [Activation] is 2")]
    [InlineData("[Activation(Act.RRelu, Alpha = 0.5, [|UpperAlpha = 0.25|])]", "'UpperAlpha' of [Activation] is 0.25", "at least Alpha, which is 0.5, and below 1")]
    [InlineData("[Dense(2, Act.RRelu, [|UpperAlpha = 0.1|])]", "at least Alpha, which is 0.125,")]
    [InlineData("[Dense(2, Act.RRelu, [|UpperAlpha = 1|])]", "'UpperAlpha' of [Dense] is 1")]
    [InlineData("[Dense(2, Act.RRelu, [|Alpha = 0.5|])]", "'Alpha' of [Dense] is 0.5", "at most UpperAlpha, which is 0.333")]
    [InlineData("[Dense(2, Act.RRelu, [|Alpha = -0.5|])]", "at least 0 and below 1", "with Act.RRelu")]
    [InlineData("[Dense(2, Act.RRelu, [|UpperAlpha = double.NaN|])]", "'UpperAlpha' of [Dense] is NaN")]
    [InlineData("[Dense(2, Init.TruncatedNormal, [|InitScale = -1|])]", "'InitScale' of [Dense] is -1", "0 or more", "with Init.TruncatedNormal")]
    [InlineData("[Dense(2, [|InitScale = -1|])]", "with Init.Glorot")]
    public Task GG1005_judges_slopes_and_scales_by_what_they_belong_to(string layer, params string[] messageParts) => Verify.Reports(
        "GG1005", $"[Input(4)] {layer} [Dense(1)] [MeanSquaredError] partial class Net;", messageParts);

    [Theory]
    [InlineData("[Defaults(Act.LeakyRelu, [|Alpha = 2|])] [Dense(3)] [Dense(3)]", "'Alpha' of [Defaults] is 2", "with Act.LeakyRelu")]
    [InlineData("[Defaults(Act.LeakyRelu)] [Dense(3, [|Alpha = 2|])]", "'Alpha' of [Dense] is 2", "with Act.LeakyRelu")]
    [InlineData("[Defaults([|Alpha = -1|])] [Dense(3, Act.Elu)]", "with Act.Elu")]
    [InlineData("[Preset(Preset.Classic)] [Dense(3, [|Alpha = -1|])]", "'Alpha' of [Dense] is -1", "with Act.Elu")]
    [InlineData("[Defaults(UpperAlpha = 0.4)] [Dense(3, Act.RRelu, [|Alpha = 0.5|])]", "at most UpperAlpha, which is 0.4,")]
    [InlineData("[Defaults(Alpha = 0.4)] [Dense(3, Act.RRelu, [|UpperAlpha = 0.3|])]", "at least Alpha, which is 0.4,")]
    [InlineData("[Defaults([|InitScale = -1|])] [Dense(3, Init.Normal)] [Dense(3, Init.Uniform)]", "'InitScale' of [Defaults] is -1", "with Init.Normal")]
    public Task GG1005_judges_slopes_and_scales_where_they_arrive(string attributes, params string[] messageParts) => Verify.Reports(
        "GG1005", $"[Input(4)] {attributes} [Dense(1)] [MeanSquaredError] partial class Net;", messageParts);

    [Theory]
    [InlineData("[Input(1)] [Dense(1)]")]
    [InlineData("[Input(65_536)] [Dense(1)]")]
    [InlineData("[Input(1)] [Dense(65_536)] [Dense(1)]")]
    [InlineData("[Input(4)] [Dense(2, L2 = 0, MaxNorm = 0, InitScale = 0)]")]
    [InlineData("[Input(4)] [Dense(2, Init.Constant, InitScale = -0.1)]")]
    [InlineData("[Input(4)] [Dense(2, (Init)1, (Act)7)]")]
    [InlineData("[Input(4)] [Dense(2, Act.LeakyRelu, Alpha = 0)] [Dense(2, Act.PRelu, Alpha = -7)] [Dense(2, Act.Elu, Alpha = 1e-30)] [Dense(2)]")]
    [InlineData("[Input(4)] [Dense(2, Act.RRelu, Alpha = 0, UpperAlpha = 0)] [Dense(2, Act.RRelu, Alpha = 0.3)] [Dense(2, Act.Tanh, Alpha = 9)]")]
    [InlineData("[Input(4)] [Defaults(Init.Constant, InitScale = -0.1)] [Dense(2)]")]
    [InlineData("[Input(4)] [Defaults(Init.Constant)] [Dense(2, InitScale = -0.1)]")]
    [InlineData("[Input(4)] [Defaults(Act.Elu, Alpha = 7)] [Dense(2)] [Dense(2, Act.LeakyRelu, Alpha = 0.9999)] [Dense(2)]")]
    [InlineData("[Input(4)] [Dense(2, L1 = 0, Gain = 1e-30, RateMultiplier = 0, FanMode = FanMode.Average)]")]
    [InlineData("[Input(4)] [AlphaDropout(0)] [AlphaDropout(0.9999)] [Dense(2)] [Preset(Preset.SelfNormalizing)]")]
    [InlineData("[Input(4)] [Dense(2)] [AdamW(weightDecay: 0, beta1: 0)] [AverageWeights(0.000001)] [AccumulateGradients(1)]")]
    [InlineData("[Input(4)] [Dense(2)] [Nadam(momentumDecay: 0, WeightDecay = 0.9999)] [AverageWeights(0.9999)] [AccumulateGradients(1_048_576)]")]
    [InlineData("[Input(4)] [Dense(2)] [Sgd(WeightDecay = 0)] [ClipGradientValue(1e-30)] [ClipGradientNorm(1e30)] [SampleWeights]")]
    [InlineData("[Input(4)] [BatchNorm(Momentum = 0, Epsilon = 1e-30)] [Dropout(0)] [Dense(2)]")]
    [InlineData("[Input(4)] [Dropout(0.9999)] [Dense(2)] [Momentum(0)]")]
    [InlineData("[Input(4)] [Dense(2)] [Adam(beta1: 0, beta2: 0.9999, epsilon: 1e-10)]")]
    public Task GG1005_accepts_the_ends_of_every_range(string attributes) =>
        Verify.Permits(attributes + " [MeanSquaredError] partial class Net;");

    [Fact]
    public Task GG1005_marks_the_layer_with_which_the_model_becomes_too_large() => Verify.Reports(
        "GG1005",
        "[Input(16_384)] [Dense(8_192)] [Dense([|16_384|])] [Dense(2)] [MeanSquaredError] partial class Net;",
        "'Net'",
        "268,460,032",
        "at most 268,435,456");

    [Theory]
    [InlineData("[Dense(16_384, Bias = false)] [[|BatchNorm|]]", "up to this layer", "268,500,992")]
    [InlineData("[Dense(16_384, Bias = false)] [[|Activation(Act.PRelu)|]]", "268,451,840")]
    [InlineData("[Dense([|16_384|], Act.PRelu, Bias = false)]", "268,451,840")]
    [InlineData("[Defaults(Act.PRelu, Bias = false)] [Dense([|16_384|])]", "268,451,840")]
    [InlineData("[[|Preset(Preset.Classic)|]] [Dense(16_384, Bias = false)]", "up to BatchNorm1", "268,500,992")]
    public Task GG1005_counts_every_parameter_of_a_layer(string layers, params string[] messageParts) => Verify.Reports(
        "GG1005", $"[Input(16_384)] {layers} [Dense(1)] [MeanSquaredError] partial class Net;", messageParts);

    [Fact]
    public Task GG1005_accepts_the_largest_model() => Verify.Permits(
        "[Input(16_384)] [Dense(16_384, Bias = false)] [MeanSquaredError] partial class Net;");

    [Fact]
    public async Task GG1005_writes_numbers_alike_under_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var odd = (CultureInfo)CultureInfo.GetCultureInfo("de-DE").Clone();
            odd.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = odd;
            await Verify.Reports("GG1005", "[Input(4)] [Dense(2, [|L2 = -1.5|])] [MeanSquaredError] partial class Net;", "is -1.5,");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_argument_with_a_range_is_one_of_an_attribute_type() =>
        RangeRule.Arguments.ShouldBeSubsetOf(Enum.GetValues<AttributeKind>().SelectMany(ArgumentsOf).Select(argument => argument.Name));

    [Fact]
    public void Every_number_that_an_attribute_takes_has_a_range() => RangeRule.Arguments.ShouldBe(
        Enum.GetValues<AttributeKind>()
            .SelectMany(ArgumentsOf)
            .Where(argument => argument.Type == typeof(int) || argument.Type == typeof(double) || argument.Type.IsEnum)
            .Select(argument => argument.Name)
            .Distinct(),
        ignoreOrder: true);

    private static IEnumerable<(string Name, Type Type)> ArgumentsOf(AttributeKind kind)
    {
        Type attribute = typeof(InputAttribute).Assembly.GetType($"{AttributeKinds.Namespace}.{kind}Attribute", throwOnError: true)!;
        return attribute.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => (parameter.Name!, parameter.ParameterType))
            .Concat(attribute.GetProperties().Where(each => each.SetMethod is not null).Select(each => (each.Name, each.PropertyType)));
    }
}
