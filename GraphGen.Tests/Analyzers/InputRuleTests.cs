using Xunit;

namespace GraphGen.Tests.Analyzers;

public class InputRuleTests
{
    [Fact]
    public Task GG1002_marks_the_first_attribute_of_a_class_without_input() => Verify.Reports(
        "GG1002",
        "[[|Dense(3, Act.Relu)|]] [Dropout(0.2)] public partial class Net;",
        "[Dense]",
        "[Input(features)]");

    [Theory]
    [InlineData("SoftmaxCrossEntropy")]
    [InlineData("Adam")]
    [InlineData("AlphaDropout(0.1)")]
    [InlineData("Huber")]
    [InlineData("Nadam")]
    [InlineData("Defaults")]
    [InlineData("Preset(Preset.Modern)")]
    [InlineData("ClipGradientNorm(1)")]
    [InlineData("SampleWeights")]
    public Task GG1002_knows_every_attribute(string attribute) => Verify.Reports(
        "GG1002", $"[[|{attribute}|]] public class Net;", $"[{attribute.Split('(')[0]}]");

    [Fact]
    public Task GG1002_accepts_input_wherever_it_stands() => Verify.Permits(
        """
        [Dense(3)] [SoftmaxCrossEntropy] [Input(4)] public partial class Net;
        """);

    [Fact]
    public Task GG1002_ignores_attributes_of_the_same_name_from_elsewhere() => Verify.Permits(
        """
        [Input(4)] [Dense(3)] [SoftmaxCrossEntropy] public partial class Net;
        namespace Elsewhere
        {
            public sealed class DenseAttribute(int units) : Attribute { public int Units => units; }
            [Dense(0)] public class NoNetwork;
        }
        """);
}
