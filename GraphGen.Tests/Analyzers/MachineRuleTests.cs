using Xunit;

namespace GraphGen.Tests.Analyzers;

public class MachineRuleTests
{
    [Theory]
    [InlineData("[Rbm(4, 3)] [[|Dense(3)|]]", "[Dense]", "'Net'")]
    [InlineData("[[|Input(4)|]] [Rbm(4, 3)]", "[Input]")]
    [InlineData("[Rbm(4, 3)] [[|MeanSquaredError|]]", "[MeanSquaredError]")]
    [InlineData("[Rbm(4, 3)] [[|Preset(Preset.Modern)|]]", "[Preset]")]
    [InlineData("[Rbm(4, 3)] [[|FreezeUpTo(\"hidden\")|]]", "[FreezeUpTo]")]
    [InlineData("[Rbm(4, 3)] [[|SampleWeights|]]", "[SampleWeights]")]
    public Task GG1014_marks_what_describes_a_network(string attributes, params string[] messageParts) =>
        Verify.Reports("GG1014", attributes + " partial class Net;", messageParts);

    [Theory]
    [InlineData("[Rbm(4, 3)]")]
    [InlineData("[Rbm(visible: 65536, hidden: 1, Visible = VisibleUnits.Gaussian, Steps = 64, PersistentChains = 4096, InitScale = 0)]")]
    [InlineData("[Rbm(4, 3)] [Momentum(0.5, WeightDecay = 0.01)] [ClipGradientNorm(1)] [AccumulateGradients(2)] [AverageWeights(0.9)]")]
    public Task GG1014_accepts_a_machine_with_whatever_optimizer(string attributes) => Verify.Permits(attributes + " partial class Net;");

    [Theory]
    [InlineData("[Rbm([|0|], 3)]", "'visible' of [Rbm]", "0")]
    [InlineData("[Rbm(4, [|70000|])]", "'hidden' of [Rbm]")]
    [InlineData("[Rbm(4, 3, [|Steps = 0|])]", "'Steps' of [Rbm]", "from 1 to 64")]
    [InlineData("[Rbm(4, 3, [|PersistentChains = -1|])]", "from 0 to 4,096")]
    [InlineData("[Rbm(4, 3, [|InitScale = -0.1|])]", "'InitScale' of [Rbm]")]
    [InlineData("[Rbm(4, 3, [|InitScale = double.NaN|])]", "'InitScale' of [Rbm]")]
    [InlineData("[Rbm(4, 3, [|Visible = (VisibleUnits)7|])]", "a member of VisibleUnits")]
    [InlineData("[[|Rbm(65536, 65536)|]]", "the number of parameters of 'Net'")]
    public Task GG1005_marks_arguments_of_machines_once(string attributes, params string[] messageParts) =>
        Verify.Reports("GG1005", attributes + " partial class Net;", messageParts);

    [Fact]
    public Task GG1008_marks_the_machine_whose_layers_have_a_taken_name() =>
        Verify.Reports("GG1008", "[[|Rbm(4, 3)|]] partial class Net { public int Hidden => 3; }", "'Hidden'");
}
