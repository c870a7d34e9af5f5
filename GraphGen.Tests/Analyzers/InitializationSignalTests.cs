using Xunit;

namespace GraphGen.Tests.Analyzers;

/// <summary>GG2005 and GG2006: signals and gradients that do not come through.</summary>
public class InitializationSignalTests
{
    private const string Tail = "[Dense(10)] [SoftmaxCrossEntropy] partial class Net;";

    [Fact]
    public Task GG2005_names_the_variance_and_the_layer_where_a_rectified_signal_vanishes() => Verify.Advises(
        "GG2005",
        $"[Input(100)] [Defaults(Init.Normal, Act.Relu, [|InitScale = 0.01|])] {Repeat("[Dense(100)]", 5)} {Tail}",
        "falls from 1 at the input to 1.3e-07 behind 'Dense3'", "'Dense1'", "without InitScale");

    [Fact]
    public Task GG2005_names_the_variance_and_the_layer_where_sigmoids_saturate() => Verify.Advises(
        "GG2005",
        $"[Input(100)] [Dense(100, Act.Sigmoid)] [Dense(100, Init.Normal, Act.Sigmoid, [|InitScale = 1|])] {Tail}",
        "is 29 in front of the Act.Sigmoid of 'Dense2'");

    [Theory]
    [InlineData("[Dense(100, Init.Normal, Act.Relu, [|InitScale = 40|])] [Dense(100, Act.Relu)]", "grows from 1 at the input to 1.6e+05 behind 'Dense1'")]
    [InlineData("[Defaults([|Init.Normal|], Act.Relu)] [Dense(4)] [Dense(4)] [Dense(4)] [Dense(4)]", "without Init.Normal")]
    [InlineData("[Dense(100, Init.Glorot, Act.Tanh, [|Gain = 6|])]", "is 36 in front of the Act.Tanh of 'Dense1'")]
    [InlineData("[Dense(4, Init.He, Act.Relu, FanMode = FanMode.Out)] [Dense(1000, Act.Relu)] [Dense(1, Init.He, Act.Relu, [|FanMode = FanMode.Out|])]", "behind 'Dense3'")]
    [InlineData("[Dense(100, Act.Relu)] [Dense(100, Init.Normal, [|InitScale = 20|])] [Dropout(0.1)] [Activation(Act.Sigmoid)]", "'Dense2'")]
    [InlineData("[Dense(100, Act.Relu)] [Dense(100, Init.Uniform, Act.Relu, [|InitScale = 1e-5|])]", "behind 'Dense2'")]
    public Task GG2005_marks_what_decides_the_scale(string layers, string message) => Verify.Advises("GG2005", $"[Input(100)] {layers} {Tail}", message);

    [Theory]
    [InlineData("[Dense(100, Act.Relu)] [Dense(100, Act.Relu)]")]
    [InlineData("[Dense(100, Init.Xavier, Act.Sigmoid)] [Dense(100, Init.Xavier, Act.Sigmoid)] [Dense(100, Init.Xavier, Act.Sigmoid)]")]
    [InlineData("[Defaults(Init.Normal, InitScale = 0.01, Bias = false)] [Dense(100)] [BatchNorm] [Activation(Act.Relu)] [Dense(100)] [BatchNorm] [Activation(Act.Relu)]")]
    [InlineData("[Dense(100, Init.Normal, Act.Relu, InitScale = 0.1)] [Dense(100, Act.Relu)]")]
    [InlineData("[Dense(100, Init.GlorotUniform, Act.Tanh, Gain = 4)] [Dense(100, Init.GlorotUniform, Act.Tanh, Gain = 4)]")]
    public Task GG2005_accepts_signals_that_come_through(string layers) => Verify.Accepts($"[Input(100)] {layers} {Tail}");

    [Theory]
    [InlineData("Relu")]
    [InlineData("LeakyRelu")]
    [InlineData("PRelu")]
    [InlineData("RRelu")]
    [InlineData("Elu")]
    [InlineData("Selu")]
    [InlineData("Swish")]
    [InlineData("Gelu")]
    [InlineData("Mish")]
    [InlineData("Softplus")]
    [InlineData("HardSwish")]
    public Task GG2005_accepts_twenty_layers_with_automatic_initialisation(string activation) => Verify.Accepts(
        $"[Input(100)] [Defaults(Act.{activation})] {Repeat("[Dense(100)]", 20)} {Tail}");

    [Theory]
    [InlineData("Classic", 3)]
    [InlineData("Classic", 12)]
    [InlineData("Modern", 3)]
    [InlineData("Modern", 12)]
    [InlineData("SelfNormalizing", 3)]
    [InlineData("SelfNormalizing", 12)]
    public Task A_preset_gives_no_warning_of_any_kind(string preset, int hiddenLayers) => Verify.Accepts(
        $"[Input(784)] [Preset(Preset.{preset})] {Repeat("[Dense(100)]", hiddenLayers)} {Tail}");

    [Fact]
    public Task GG2005_leaves_weights_that_another_rule_objects_to_to_that_rule() => Verify.Advises(
        "GG2002", $"[Input(100)] [Dense(100, [|Init.Glorot|], Act.Relu, Gain = 200)] {Tail}");

    [Fact]
    public Task GG2006_marks_the_first_of_four_sigmoids() => Verify.Advises(
        "GG2006",
        $"[Input(100)] [Dense(100, [|Act.Sigmoid|])] {Repeat("[Dense(100, Act.Sigmoid)]", 3)} {Tail}",
        "Act.Sigmoid", "4 hidden layers", "[BatchNorm]");

    [Theory]
    [InlineData("[Defaults([|Act.Tanh|])] [Dense(100)] [Dense(90)] [Dense(80)] [Dense(70)] [Dense(60)]", "5 hidden layers")]
    [InlineData("[Dense(100, Act.Relu)] [Dense(100)] [Activation([|Act.Tanh|])] [Dense(9, Act.Sigmoid)] [Dense(9, Act.Tanh)] [Dense(9, Act.Tanh)]", "4 hidden layers")]
    [InlineData("[BatchNorm] [Defaults([|Act.Tanh|])] [Dense(100)] [Dense(90)] [Dense(80)] [Dense(70)]", "4 hidden layers")]
    public Task GG2006_counts_layers_that_saturate(string layers, string message) => Verify.Advises("GG2006", $"[Input(100)] {layers} {Tail}", message);

    [Theory]
    [InlineData("[Dense(100, Act.Tanh)] [Dense(90, Act.Tanh)] [Dense(80, Act.Tanh)]")]
    [InlineData("[Dense(100, Act.Tanh)] [Dense(90, Act.Tanh)] [BatchNorm] [Dense(80, Act.Tanh)] [Dense(70, Act.Tanh)]")]
    [InlineData("[Dense(100, Act.Tanh)] [Dense(90, Act.Relu)] [Dense(80, Act.Tanh)] [Dense(70, Act.Relu)] [Dense(60, Act.Tanh)]")]
    public Task GG2006_accepts_few_of_them_and_normalised_ones(string layers) => Verify.Accepts($"[Input(100)] {layers} {Tail}");

    private static string Repeat(string layer, int count) => string.Join(' ', Enumerable.Repeat(layer, count));
}
