using Xunit;

namespace GraphGen.Tests.Analyzers;

public class TiedLayerRuleTests
{
    [Theory]
    [InlineData("[Dense(3, Name = \"code\")] [Dense(4, [|TiedTo = \"cod\"|])]", "'dense2'", "no layer of that name", "'code' meant")]
    [InlineData("[Dense(3)] [Dense(3)] [Dense(4, [|TiedTo = \"dense3\"|])]", "a layer's own weights", "'dense1', 'dense2'")]
    [InlineData("[Dense(3)] [Dense(3, [|TiedTo = \"dense3\"|])] [Dense(3)] [Dense(4)]", "stands behind it", "'dense1'")]
    [InlineData("[Dense(3)] [BatchNorm] [Dense(4, [|TiedTo = \"batchnorm1\"|])]", "[BatchNorm] has no weight matrix")]
    [InlineData("[Dense(3)] [Dense(4, TiedTo = \"dense1\")] [Dense(3, [|TiedTo = \"dense2\"|])] [Dense(4)]", "tied itself")]
    [InlineData("[Dense(4, [|TiedTo = \"code\"|])]", "no dense layer stands in front")]
    [InlineData("[Dense(3)] [Dense(2)] [Dense(4, [|TiedTo = \"dense1\"|])]", "4 units of 3 inputs, but 2 come in")]
    [InlineData("[Dense(3)] [Dense([|5|], TiedTo = \"dense1\")]", "4 units of 3 inputs, not 5")]
    [InlineData("[Dense(3)] [Dense(4, [|Init.He|], TiedTo = \"dense1\")]", "which alone can say 'init'")]
    [InlineData("[Dense(3)] [Dense(4, TiedTo = \"dense1\", [|L2 = 0.1|])]", "'L2'")]
    [InlineData("[Dense(3)] [Dense(4, TiedTo = \"dense1\", [|Frozen = true|])]", "'Frozen'")]
    public Task GG1013_marks_a_tie_that_cannot_be(string layers, params string[] messageParts) => Verify.Reports("GG1013", Net(layers), messageParts);

    [Theory]
    [InlineData("[Dense(3)] [Dense(4, TiedTo = \"dense1\")]")]
    [InlineData("[Dense(3)] [Dense(4, TiedTo = nameof(Net.Dense1))]")]
    [InlineData("[Dense(3, Act.Relu, L2 = 0.1)] [BatchNorm] [Dense(4, Act.Sigmoid, TiedTo = \"dense1\", Bias = false, RateMultiplier = 0.5)] [Dense(3)] [Dense(4, TiedTo = \"dense1\")]")]
    [InlineData("[Dense(3)] [Dense(4, TiedTo = null)]")]
    public Task GG1013_accepts_ties_that_fit(string layers) => Verify.Permits(Net(layers));

    [Fact]
    public Task Defaults_do_not_reach_tied_weights() =>
        Verify.Permits("[Input(4)] [Defaults(Init.He, Act.Sigmoid, L2 = 0.1, MaxNorm = 2)] [Dense(3)] [Dense(4, TiedTo = \"dense1\")] [MeanSquaredError] partial class Net;");

    private static string Net(string layers) => $"[Input(4)] {layers} [MeanSquaredError] partial class Net;";
}
