using Xunit;

namespace GraphGen.Tests.Analyzers;

public class SoftmaxLossRuleTests
{
    [Theory]
    [InlineData("[Dense(3, Act.Softmax)] [[|MeanSquaredError|]]", "[MeanSquaredError]", "'Dense2'")]
    [InlineData("[Dense(3, Act.Softmax)] [[|MeanAbsoluteError|]]", "[MeanAbsoluteError]")]
    [InlineData("[Dense(3)] [Activation(Act.Softmax)] [[|Huber(0.5)|]]", "[Huber]", "'Activation1'")]
    public Task GG4002_marks_a_regression_loss_on_a_softmax(string attributes, params string[] messageParts) =>
        Verify.Advises("GG4002", Net(attributes), messageParts);

    [Theory]
    [InlineData("[Dense(3)] [MeanSquaredError]")]
    [InlineData("[Dense(3)] [SoftmaxCrossEntropy]")]
    public Task GG4002_accepts_losses_that_fit(string attributes) => Verify.Accepts(Net(attributes));

    private static string Net(string attributes) => $"[Input(4)] [Dense(8, Act.Elu)] {attributes} partial class Net;";
}
