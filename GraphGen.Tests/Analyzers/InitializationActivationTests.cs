using Xunit;

namespace GraphGen.Tests.Analyzers;

/// <summary>GG2011 and GG2012: one activation too many, and one too few.</summary>
public class InitializationActivationTests
{
    [Fact]
    public Task GG2011_marks_the_second_of_two_activations() => Verify.Advises(
        "GG2011",
        "[Input(4)] [Dense(8, Act.Relu)] [BatchNorm] [Activation([|Act.Tanh|])] [Dense(2)] [SoftmaxCrossEntropy] partial class Net;",
        "Act.Tanh", "Act.Relu of 'Dense1'");

    [Theory]
    [InlineData("[Dense(8)] [Activation(Act.Relu)] [Activation([|Act.Relu|])] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Elu)] [Activation([|Act.Relu|])] [Activation([|Act.Tanh|])] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Relu)] [Activation([|Act.Softmax|])] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Relu)] [Dense(2, Act.Relu)] [Activation([|Act.Tanh|])]")]
    public Task GG2011_marks_every_further_one(string layers) => Verify.Advises("GG2011", $"[Input(4)] {layers} [MeanSquaredError] partial class Net;");

    [Theory]
    [InlineData("[Dense(8, Act.Relu)] [Activation(Act.Linear)] [Dense(2)]")]
    [InlineData("[Dense(8, Bias = false)] [BatchNorm] [Activation(Act.Relu)] [Dense(2)]")]
    [InlineData("[Activation(Act.Tanh)] [Dense(8, Act.Relu)] [Dense(2)]")]
    [InlineData("[Preset(Preset.Classic)] [Dense(8)] [Activation(Act.Tanh)] [Dense(2)]")]
    public Task GG2011_accepts_one_activation_a_layer(string layers) => Verify.Accepts($"[Input(4)] {layers} [MeanSquaredError] partial class Net;");

    [Fact]
    public Task GG2012_marks_a_hidden_layer_without_an_activation() => Verify.Advises(
        "GG2012",
        "[Input(4)] [[|Dense(8)|]] [Dense(8, Act.Relu)] [Dense(2)] [SoftmaxCrossEntropy] partial class Net;",
        "'Dense1'", "'Dense2'", "one linear map", "Act.Relu");

    [Theory]
    [InlineData("[Dense(8, [|Act.Linear|])] [Dense(2)]")]
    [InlineData("[Defaults(Act.Relu)] [Dense(8)] [Dense(8, [|Act.Linear|])] [Dense(2)]")]
    [InlineData("[Preset(Preset.Modern)] [Dense(8, [|Act.Linear|])] [Dense(2)]")]
    [InlineData("[[|Dense(8, Bias = false)|]] [BatchNorm] [Dropout(0.1)] [Dense(2)]")]
    [InlineData("[[|Dense(4)|]] [Dense(8, Act.Relu)] [Dense(2)]")]
    [InlineData("[[|Dense(8, Name = \"code\")|]] [Activation(Act.Linear)] [Dense(2)]")]
    public Task GG2012_marks_what_leaves_the_layer_linear(string layers) => Verify.Advises(
        "GG2012", $"[Input(4)] {layers} [SoftmaxCrossEntropy] partial class Net;");

    [Theory]
    [InlineData("[Dense(2)] [Dense(4)]")]
    [InlineData("[Dense(3)] [Dense(8, Act.Relu)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Relu)] [Dense(2)]")]
    [InlineData("[Dense(8, Bias = false)] [BatchNorm] [Activation(Act.Relu)] [Dense(2)]")]
    [InlineData("[Dense(8)] [Activation(Act.Linear)] [Activation(Act.Relu)] [Dense(2)]")]
    [InlineData("[Defaults(Act.Relu)] [Dense(8)] [Dense(2)]")]
    [InlineData("[Dense(2)]")]
    public Task GG2012_accepts_activations_and_real_bottlenecks(string layers) => Verify.Accepts(
        $"[Input(4)] {layers} [MeanSquaredError] partial class Net;");
}
