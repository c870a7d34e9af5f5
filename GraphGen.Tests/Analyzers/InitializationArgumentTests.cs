using Xunit;

namespace GraphGen.Tests.Analyzers;

/// <summary>GG2013: arguments that nothing heeds.</summary>
public class InitializationArgumentTests
{
    [Theory]
    [InlineData("[Dense(8, Act.Relu, [|Alpha = 0.1|])] [Dense(2)]", "'Alpha' of [Dense] has no effect: Act.Relu takes none")]
    [InlineData("[Dense(8, Act.LeakyRelu, [|UpperAlpha = 0.1|])] [Dense(2)]", "'UpperAlpha' of [Dense] has no effect: Act.LeakyRelu takes none")]
    [InlineData("[Dense(8)] [Activation(Act.Swish, [|Alpha = 0.1|])] [Dense(2)]", "'Alpha' of [Activation] has no effect: Act.Swish takes none")]
    [InlineData("[Dense(8, [|Alpha = 0.1|])] [Activation(Act.Elu)] [Dense(2)]", "Act.Linear takes none")]
    [InlineData("[Dense(8, Init.He, Act.Relu, [|InitScale = 0.1|])] [Dense(2)]", "Init.He takes none")]
    [InlineData("[Dense(8, Act.Relu, [|InitScale = 0.1|])] [Dense(2)]", "Init.He takes none")]
    [InlineData("[Dense(8, Init.Orthogonal, Act.Relu, [|FanMode = FanMode.In|])] [Dense(2)]", "Init.Orthogonal divides by no fan")]
    [InlineData("[Dense(8, Act.Relu)] [Dense(2, Init.Zeros, [|Gain = 2|])]", "Init.Zeros draws nothing to multiply")]
    [InlineData("[Dense(8, Act.Relu, [|PenalizeBias = true|])] [Dense(2)]", "neither L1 nor L2")]
    [InlineData("[Dense(8, Act.Relu, [|PenalizeBias = true|], L2 = 0.001, Bias = false)] [Dense(2)]", "the layer has no bias")]
    [InlineData("[Dense(8, Act.Relu, Frozen = true, [|L2 = 0.001|], [|MaxNorm = 3|], [|RateMultiplier = 0.1|])] [Dense(2)]", "the layer is frozen")]
    [InlineData("[Dense(8, Act.Relu)] [Dense(2)] [Nag([|DecayBiases = true|])]", "no weight decay")]
    [InlineData("[Dense(8, Act.Relu)] [Dense(2)] [AccumulateGradients([|1|])]", "one mini-batch anyway")]
    [InlineData("[Defaults(Act.Relu, [|Alpha = 0.1|])] [Dense(8)] [Dense(2)]", "'Alpha' of [Defaults] has no effect: no layer takes it")]
    [InlineData("[Defaults([|Act.Relu|])] [Dense(2)]", "'activation' of [Defaults] has no effect")]
    [InlineData("[Defaults([|Init.He|])] [Dense(8, Init.HeUniform, Act.Relu)] [Dense(2, Init.Glorot)]", "'init' of [Defaults]")]
    [InlineData("[Defaults([|InitScale = 0.1|])] [Dense(8, Act.Relu)] [Dense(2)]", "'InitScale' of [Defaults]")]
    public Task GG2013_marks_what_nothing_heeds(string layers, string message) => Verify.Advises(
        "GG2013", $"[Input(4)] {layers} [MeanSquaredError] partial class Net;", message);

    [Theory]
    [InlineData("[Dense(8, Act.Elu, Alpha = 1)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.RRelu, Alpha = 0.1, UpperAlpha = 0.2)] [Dense(2)]")]
    [InlineData("[Dense(8, Init.Normal, Act.Relu, InitScale = 0.5)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Relu, Gain = 1, FanMode = FanMode.Auto, RateMultiplier = 1, PenalizeBias = false)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Relu, Frozen = true, L2 = 0, MaxNorm = 0)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Relu, L2 = 0.001, PenalizeBias = true)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Relu)] [Dense(2, Init.Zeros, Gain = 1)]")]
    [InlineData("[Dense(8, Act.Relu)] [Dense(2)] [AdamW(0.01, DecayBiases = true)]")]
    [InlineData("[Dense(8, Act.Relu)] [Dense(2)] [Sgd(WeightDecay = 0.01, DecayBiases = true)]")]
    [InlineData("[Dense(8, Act.Relu)] [Dense(2)] [AccumulateGradients(2)]")]
    [InlineData("[Defaults(Act.Relu, Alpha = 0.1)] [Dense(8)] [Dense(8, Act.LeakyRelu)] [Dense(2)]")]
    [InlineData("[Defaults(Act.Linear)] [Dense(8, Act.Relu)] [Dense(2)]")]
    [InlineData("[Preset(Preset.Modern)] [Defaults(L2 = 0)] [Dense(8)] [Dense(2)]")]
    public Task GG2013_accepts_arguments_with_an_effect_and_those_that_say_what_holds_anyway(string layers) => Verify.Accepts(
        $"[Input(4)] {layers} [MeanSquaredError] partial class Net;");
}
