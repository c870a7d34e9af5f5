using Xunit;

namespace GraphGen.Tests.Analyzers;

/// <summary>Declarations that look like mistakes and are none: no rule speaks.</summary>
public class SilenceTests
{
    [Theory]
    [InlineData("[Dense(8, Frozen = true)] [Dense(2)] [SoftmaxCrossEntropy]")]
    [InlineData("[Dense(8, Init.Zeros, Act.Relu, Frozen = true)] [Dense(2)] [SoftmaxCrossEntropy]")]
    public Task Frozen_layers_have_their_weights_from_a_file(string attributes) => Accepts(attributes);

    [Theory]
    [InlineData("[Dense(16, Act.Relu)] [Dense(1, Init.He, Act.Linear)] [Activation(Act.Linear)] [MeanSquaredError]")]
    [InlineData("[Dense(100, Act.Relu)] [Dense(3, Init.He, Act.Tanh)] [Dense(2)] [SoftmaxCrossEntropy]")]
    public Task Weights_of_about_the_automatic_variance_are_fine(string attributes) => Accepts(attributes);

    [Theory]
    [InlineData("[Dense(8, Act.Relu)] [Dense(2)] [Dropout(0)] [SoftmaxCrossEntropy]")]
    [InlineData("[Dense(8, Act.Selu)] [Dropout(0)] [Dense(2)] [SoftmaxCrossEntropy]")]
    [InlineData("[Dense(8, Act.Relu)] [AlphaDropout(0)] [Dense(2)] [SoftmaxCrossEntropy]")]
    [InlineData("[Dense(8, Act.Relu)] [Dropout(0)] [BatchNorm] [Dense(2)] [SoftmaxCrossEntropy]")]
    public Task Dropout_of_nothing_does_no_harm(string attributes) => Accepts(attributes);

    private static Task Accepts(string attributes) => Verify.Accepts($"[Input(100)] {attributes} partial class Net;");
}
