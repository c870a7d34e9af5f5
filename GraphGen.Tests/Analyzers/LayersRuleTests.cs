using Xunit;

namespace GraphGen.Tests.Analyzers;

public class LayersRuleTests
{
    [Theory]
    [InlineData("")]
    [InlineData("[BatchNorm] [Dropout(0.1)] [AlphaDropout(0.1)] [Activation(Act.Relu)] [Preset(Preset.Classic)]")]
    public Task GG1003_marks_a_network_without_weights(string layers) => Verify.Reports(
        "GG1003", $"[Input(4)] {layers} [MeanSquaredError] public partial class [|Net|];", "[Dense(units)]");

    [Fact]
    public Task GG1003_is_content_with_one_dense_layer() => Verify.Permits("[Input(4), Dense(1), MeanSquaredError] partial class Net;");

    [Theory]
    [InlineData("BatchNorm")]
    [InlineData("AlphaDropout(0.1)")]
    public Task GG1004_marks_the_first_layer_on_a_second_declaration(string layer) => Verify.Reports(
        "GG1004",
        $$"""
        [Input(4)] [Dense(3, Act.Relu)] public partial class Net;
        [[|{{layer}}|]] [Dense(2)] [SoftmaxCrossEntropy] partial class Net;
        """,
        $"[{layer.Split('(')[0]}]");

    [Fact]
    public Task GG1004_lets_everything_but_layers_stand_elsewhere() => Verify.Permits(
        """
        [SoftmaxCrossEntropy] public partial class Net;
        [Dense(3, Act.Relu)] [Dense(2)] partial class Net;
        [Input(4)] [Adam] partial class Net;
        [Defaults(L2 = 0.1)] [ClipGradientNorm(1)] partial class Net;
        [Preset(Preset.Classic)] [AverageWeights] partial class Net;
        """);
}
