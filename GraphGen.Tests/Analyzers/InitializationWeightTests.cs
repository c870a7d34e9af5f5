using Xunit;

namespace GraphGen.Tests.Analyzers;

/// <summary>GG2001 to GG2004: initialisers that do not suit their activation, and weights that start equal.</summary>
public class InitializationWeightTests
{
    [Fact]
    public Task GG2001_marks_the_initialiser_and_names_layer_activation_and_repair() => Verify.Advises(
        "GG2001",
        "[Input(100)] [Dense(100, Act.Relu)] [Dense(100, [|Init.He|], Act.Tanh)] [Dense(10)] [SoftmaxCrossEntropy] partial class Net;",
        "'Dense2'", "Init.He", "Act.Tanh", "2 times", "use Init.Glorot");

    [Theory]
    [InlineData("[Dense(100, [|Init.HeUniform|], Act.Sigmoid)] [Dense(10)]")]
    [InlineData("[Dense(100, [|Init.He|], Bias = false)] [BatchNorm] [Activation(Act.Tanh)] [Dense(10)]")]
    [InlineData("[Dense(100, [|Init.He|], Act.Tanh, Gain = 0.8)] [Dense(10)]")]
    [InlineData("[Dense(100, Act.Tanh)] [Defaults([|Init.He|])] [Dense(50, Act.Tanh)] [Dense(10)]")]
    public Task GG2001_finds_the_initialiser_wherever_it_is_said(string layers) => Verify.Advises(
        "GG2001", $"[Input(100)] {layers} [SoftmaxCrossEntropy] partial class Net;");

    [Theory]
    [InlineData("[Dense(100, Act.Tanh)] [Dense(10)]")]
    [InlineData("[Dense(100, Init.Glorot, Act.Tanh)] [Dense(10, Init.He)]")]
    [InlineData("[Dense(100, Init.He, Act.Tanh, Gain = 0.707)] [Dense(10)]")]
    [InlineData("[Dense(100, Init.He, Act.Relu)] [Dense(10)]")]
    [InlineData("[Dense(100, Init.Orthogonal, Act.Tanh)] [Dense(10)]")]
    [InlineData("[Preset(Preset.Classic)] [Dense(100, Act.Tanh)] [Dense(10)]")]
    public Task GG2001_accepts_weights_that_suit(string layers) => Verify.Accepts($"[Input(100)] {layers} [SoftmaxCrossEntropy] partial class Net;");

    [Fact]
    public Task GG2002_marks_the_initialiser_and_tells_by_how_much_it_misses() => Verify.Advises(
        "GG2002",
        "[Input(100)] [Dense(100, [|Init.Xavier|], Act.Relu)] [Dense(10)] [SoftmaxCrossEntropy] partial class Net;",
        "'Dense1'", "Init.Xavier", "Act.Relu", "0.5 times", "use Init.He");

    [Theory]
    [InlineData("[Dense(100, [|Init.GlorotUniform|], Act.Elu)] [Dense(10)]")]
    [InlineData("[Dense(100, [|Init.LeCun|], Act.Swish)] [Dense(10)]")]
    [InlineData("[Dense(100, [|Init.Glorot|], Act.Softplus)] [Dense(10)]")]
    [InlineData("[Dense(100, [|Init.Glorot|], Act.Relu, Gain = 1.2)] [Dense(10)]")]
    [InlineData("[Dense(100, [|Init.Glorot|], Act.Relu, Gain = 2)] [Dense(10)]")]
    [InlineData("[Dense(100, [|Init.LeCun|], Act.LeakyRelu, Alpha = 0.2)] [Dense(10)]")]
    [InlineData("[Preset(Preset.Classic)] [Dense(100, [|Init.Glorot|])] [Dense(10)]")]
    [InlineData("[Defaults([|Init.Glorot|], Act.Relu)] [Dense(100)] [Dense(100)] [Dense(10)]")]
    [InlineData("[Dense(100, [|Init.Glorot|], Bias = false)] [BatchNorm] [Activation(Act.Gelu)] [Dense(10)]")]
    public Task GG2002_knows_the_whole_family(string layers) => Verify.Advises("GG2002", $"[Input(100)] {layers} [SoftmaxCrossEntropy] partial class Net;");

    [Theory]
    [InlineData("[Dense(100, Init.He, Act.Relu)] [Dense(10, Init.Glorot)]")]
    [InlineData("[Dense(100, Init.LeCun, Act.Relu, Gain = 1.4142)] [Dense(10)]")]
    [InlineData("[Dense(50, Init.Glorot, Act.Relu, Gain = 1.414)] [Dense(10)]")]
    [InlineData("[Dense(100, Init.XavierUniform, Act.Relu, Gain = 1.38)] [Dense(10)]")]
    [InlineData("[Dense(3, Init.Glorot, Act.Relu)] [Dense(10)]")]
    [InlineData("[Dense(50, Init.LeCun, Act.Elu, FanMode = FanMode.Out)] [Dense(10)]")]
    [InlineData("[Dense(100, Init.LeCun, Act.LeakyRelu, Alpha = 0.9)] [Dense(10)]")]
    [InlineData("[Dense(100, Init.Normal, Act.Relu, InitScale = 0.1)] [Dense(10)]")]
    [InlineData("[Dense(100, Init.Orthogonal, Act.Relu, Gain = 1.414)] [Dense(10)]")]
    [InlineData("[Defaults(Init.Glorot)] [Dense(100, Init.He, Act.Relu)] [Dense(10)]")]
    public Task GG2002_accepts_what_amounts_to_he(string layers) => Verify.Accepts($"[Input(100)] {layers} [SoftmaxCrossEntropy] partial class Net;");

    [Fact]
    public Task GG2003_marks_the_initialiser_in_front_of_selu() => Verify.Advises(
        "GG2003",
        "[Input(100)] [Dense(100, [|Init.HeUniform|], Act.Selu)] [Dense(10)] [SoftmaxCrossEntropy] partial class Net;",
        "'Dense1'", "Init.HeUniform", "2 times", "use Init.LeCunUniform");

    [Theory]
    [InlineData("[Dense(300, [|Init.Glorot|], Act.Selu)] [Dense(10)]")]
    [InlineData("[Dense(300, [|Init.Normal|], Act.Selu, InitScale = 0.05)] [Dense(10)]")]
    [InlineData("[Preset(Preset.SelfNormalizing)] [Dense(300, [|Init.He|])] [Dense(10)]")]
    [InlineData("[Defaults([|Init.He|])] [Dense(300, Act.Selu)] [Dense(100, Act.Relu)] [Dense(10)]")]
    public Task GG2003_finds_the_initialiser_wherever_it_is_said(string layers) => Verify.Advises(
        "GG2003", $"[Input(100)] {layers} [SoftmaxCrossEntropy] partial class Net;");

    [Theory]
    [InlineData("[Dense(300, Init.LeCun, Act.Selu)] [Dense(10)]")]
    [InlineData("[Dense(300, Init.LeCunUniform, Act.Selu)] [Dense(10)]")]
    [InlineData("[Dense(80, Init.Orthogonal, Act.Selu)] [Dense(10)]")]
    [InlineData("[Dense(300, Init.Xavier, Act.Selu)] [Dense(10)]")]
    [InlineData("[Dense(100, Init.Glorot, Act.Selu)] [Dense(10)]")]
    [InlineData("[Dense(300, Init.Normal, Act.Selu, InitScale = 0.1)] [Dense(10)]")]
    [InlineData("[Preset(Preset.SelfNormalizing)] [Dense(300)] [Dense(10)]")]
    public Task GG2003_accepts_weights_of_lecuns_variance(string layers) => Verify.Accepts($"[Input(100)] {layers} [SoftmaxCrossEntropy] partial class Net;");

    [Fact]
    public Task GG2004_marks_the_initialiser_of_a_hidden_layer() => Verify.Advises(
        "GG2004",
        "[Input(100)] [Dense(1200, [|Init.Zeros|], Act.Relu)] [Dense(10)] [SoftmaxCrossEntropy] partial class Net;",
        "All 1,200 units of 'Dense1'", "Init.Zeros", "Init.Auto");

    [Theory]
    [InlineData("[Dense(100, [|Init.Constant|], Act.Tanh, InitScale = 0.5)] [Dense(10)]", "by Init.Constant")]
    [InlineData("[Dense(100, Init.Normal, Act.Relu, [|InitScale = 0|])] [Dense(10)]", "by Init.Normal with InitScale 0")]
    [InlineData("[Defaults([|Init.Zeros|], Act.Relu)] [Dense(100)] [Dense(50)] [Dense(10)]", "'Dense1'")]
    [InlineData("[Defaults(Init.Uniform, [|InitScale = 0|])] [Dense(100, Act.Relu)] [Dense(10)]", "Init.Uniform with InitScale 0")]
    [InlineData("[Dense(100, Act.Relu)] [Dense(50, [|Init.Constant|], Act.Selu)] [Dense(10)]", "'Dense2'")]
    public Task GG2004_marks_what_makes_weights_equal(string layers, string message) => Verify.Advises(
        "GG2004", $"[Input(100)] {layers} [SoftmaxCrossEntropy] partial class Net;", message);

    [Theory]
    [InlineData("[Dense(100, Act.Relu)] [Dense(10, Init.Zeros)]")]
    [InlineData("[Dense(100, Act.Relu)] [Dense(10, Init.Normal, InitScale = 0)]")]
    [InlineData("[Dense(1, Init.Constant, Act.Relu, InitScale = 0.1)] [Dense(10)]")]
    [InlineData("[Dense(100, Init.Normal, Act.Relu, InitScale = 0.1)] [Dense(10)]")]
    public Task GG2004_accepts_random_weights_single_units_and_outputs_at_zero(string layers) => Verify.Accepts(
        $"[Input(100)] {layers} [SoftmaxCrossEntropy] partial class Net;");
}
