using Xunit;

namespace GraphGen.Tests.Analyzers;

/// <summary>GG2007 to GG2010: activations on outputs and softmax elsewhere.</summary>
public class InitializationOutputTests
{
    [Theory]
    [InlineData("[Dense(10, [|Act.Softmax|])] [SoftmaxCrossEntropy]", "[SoftmaxCrossEntropy] takes logits")]
    [InlineData("[Dense(10, Init.Glorot, [|Act.Sigmoid|])] [SoftmaxCrossEntropy]", "'Dense1' go through Act.Sigmoid")]
    [InlineData("[Dense(1, [|Act.Sigmoid|])] [BinaryCrossEntropy]", "[BinaryCrossEntropy] takes logits")]
    [InlineData("[Dense(4, Act.Relu)] [Dense(3)] [Activation([|Act.Softmax|])] [SoftmaxCrossEntropy]", "'Dense2'")]
    [InlineData("[Dense(4, Init.He, [|Act.Sigmoid|])] [BinaryCrossEntropy]", "remove Act.Sigmoid")]
    public Task GG2007_marks_the_function_that_the_loss_applies(string layers, string message) => Verify.Advises(
        "GG2007", $"[Input(4)] {layers} partial class Net;", message);

    [Theory]
    [InlineData("[Dense(10)] [SoftmaxCrossEntropy]")]
    [InlineData("[Dense(10, Act.Linear)] [SoftmaxCrossEntropy]")]
    [InlineData("[Dense(1)] [BinaryCrossEntropy]")]
    [InlineData("[Defaults(Act.Sigmoid)] [Dense(10)] [Dense(10)] [SoftmaxCrossEntropy]")]
    [InlineData("[Preset(Preset.Modern)] [Dense(10)] [Dense(10)] [SoftmaxCrossEntropy]")]
    public Task GG2007_and_GG2009_accept_logits(string layers) => Verify.Accepts($"[Input(4)] {layers} partial class Net;");

    [Fact]
    public Task GG2008_marks_a_softmax_between_layers() => Verify.Advises(
        "GG2008",
        "[Input(4)] [Dense(40, [|Act.Softmax|])] [Dense(10)] [SoftmaxCrossEntropy] partial class Net;",
        "40 units", "'Dense1'", "1/40");

    [Theory]
    [InlineData("[Dense(40)] [Activation([|Act.Softmax|])] [Dense(30, Act.Relu)]")]
    [InlineData("[Defaults([|Act.Softmax|])] [Dense(40)] [Dense(30)]")]
    public Task GG2008_marks_it_wherever_it_is_said(string layers) => Verify.Advises(
        "GG2008", $"[Input(4)] {layers} [Dense(10)] [SoftmaxCrossEntropy] partial class Net;");

    [Theory]
    [InlineData("[Dense(10, [|Act.Relu|])] [SoftmaxCrossEntropy]", "Act.Relu")]
    [InlineData("[Dense(1, [|Act.Tanh|])] [BinaryCrossEntropy]", "[BinaryCrossEntropy]")]
    [InlineData("[Dense(10)] [Activation([|Act.Elu|])] [BinaryCrossEntropy]", "'Dense1'")]
    public Task GG2009_marks_any_other_function_on_logits(string layers, string message) => Verify.Advises(
        "GG2009", $"[Input(4)] {layers} partial class Net;", message);

    [Theory]
    [InlineData("Act.Sigmoid", "between 0 and 1", "declare [BinaryCrossEntropy]")]
    [InlineData("Act.Tanh", "between -1 and 1", "[MeanSquaredError]")]
    [InlineData("Act.Relu", "0 or more", "unless every target lies there")]
    [InlineData("Act.Softplus", "above 0", "")]
    [InlineData("Act.Elu", "above -1,", "")]
    [InlineData("Act.Selu", "above -1.758", "")]
    [InlineData("Act.Swish", "-0.2785 or more", "")]
    [InlineData("Act.Gelu", "-0.17 or more", "")]
    [InlineData("Act.Mish", "-0.3088 or more", "")]
    [InlineData("Act.HardSwish", "-0.375 or more", "")]
    public Task GG2010_names_the_range(string activation, string range, string advice) => Verify.Advises(
        "GG2010", $"[Input(4)] [Dense(2, [|{activation}|])] [MeanSquaredError] partial class Net;", $"'Dense1' are {range}", advice);

    [Theory]
    [InlineData("[Dense(2, [|Act.Elu|], Alpha = 0.5)] [Huber]", "above -0.5")]
    [InlineData("[Dense(2, [|Act.LeakyRelu|], Alpha = 0)] [MeanAbsoluteError]", "0 or more")]
    [InlineData("[Dense(2)] [Activation([|Act.Tanh|])] [Huber]", "[Huber]")]
    public Task GG2010_heeds_slopes_and_activations_that_stand_alone(string layers, string message) => Verify.Advises(
        "GG2010", $"[Input(4)] {layers} partial class Net;", message);

    [Theory]
    [InlineData("[Dense(2)] [MeanSquaredError]")]
    [InlineData("[Dense(2, Act.LeakyRelu)] [MeanSquaredError]")]
    [InlineData("[Dense(2, Act.PRelu)] [Huber]")]
    [InlineData("[Dense(2, Act.RRelu)] [MeanAbsoluteError]")]
    [InlineData("[Dense(3, Act.Relu)] [Dense(2)] [MeanSquaredError]")]
    public Task GG2010_accepts_outputs_that_may_be_any_number(string layers) => Verify.Accepts($"[Input(4)] {layers} partial class Net;");
}
