using Xunit;

namespace GraphGen.Tests.Analyzers;

public class SparsityRuleTests
{
    [Theory]
    [InlineData("[Dense(3, Act.Relu)] [[|Sparsity(0.05, 0.1)|]] [Dense(2)]", "'Dense1' has Act.Relu")]
    [InlineData("[Dense(3, Act.Sigmoid)] [BatchNorm] [[|Sparsity(0.05, 0.1)|]] [Dense(2)]", "'BatchNorm1' has no activation")]
    [InlineData("[Dense(3, Act.Sigmoid)] [GaussianNoise(0.1)] [[|Sparsity(0.05, 0.1)|]] [Dense(2)]", "'GaussianNoise1'")]
    public Task GG3013_marks_sparsity_behind_anything_but_sigmoid_units(string layers, string messagePart) => Verify.Advises("GG3013", Net(layers), messagePart);

    [Theory]
    [InlineData("[Dense(3, Act.Sigmoid)] [Sparsity(0.05, 0.1)] [Dense(2)]")]
    [InlineData("[Dense(3, Bias = false)] [BatchNorm] [Activation(Act.Sigmoid)] [ActivityRegularization(0.1)] [Sparsity(0.05, 0.1)] [Dense(2)]")]
    [InlineData("[Dense(3, Act.Relu)] [Sparsity(0.05, 0)] [Dense(2)]")]
    [InlineData("[Sparsity(0.05, 0.1)] [Dense(2)]")]
    public Task GG3013_accepts_probabilities(string layers) => Verify.Accepts(Net(layers));

    private static string Net(string layers) => $"[Input(4)] {layers} [MeanSquaredError] partial class Net;";
}
