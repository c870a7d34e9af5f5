using GraphGen.Model;
using Xunit;

namespace GraphGen.Tests.Analyzers;

public class FrozenRuleTests
{
    [Theory]
    [InlineData("[Dense(8, Act.Elu)] [Dense(8, Act.Elu, [|Frozen = true|])] [Dense(2)]", "'Dense2' is frozen", "'Dense1'")]
    [InlineData("[Dense(8, Act.Elu)] [Dense(8, Act.Elu)] [Dense(2, [|Frozen = true|])]", "'Dense3' is frozen", "'Dense1'")]
    [InlineData("[Dense(8, Act.Elu, Frozen = true)] [Dense(8, Act.Elu, Name = \"head\")] [Dense(2, [|Frozen = true|])]", "'Head'")]
    public Task GG4003_marks_a_frozen_layer_behind_a_trained_one(string layers, params string[] messageParts) =>
        Verify.Advises("GG4003", Net(layers), messageParts);

    [Theory]
    [InlineData("[Dense(8, Act.Elu, Frozen = true)] [Dense(8, Act.Elu, Frozen = true)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Elu, Frozen = false)] [Dense(2)]")]
    [InlineData("[BatchNorm] [Dense(8, Act.Elu, Frozen = true)] [Dense(2)]")]
    public Task GG4003_accepts_frozen_layers_in_front(string layers) => Verify.Accepts(Net(layers));

    [Theory]
    [InlineData("[Dense(8, Act.Elu, Frozen = true)] [Dense(2, [|Frozen = true|])]", "'Net'", "'Dense2'")]
    [InlineData("[Dense(8, Act.PRelu, Frozen = true)] [Dropout(0.1)] [Dense(2, [|Frozen = true|], Name = \"head\")]", "'Head'")]
    public Task GG4004_marks_a_network_in_which_nothing_is_trained(string layers, params string[] messageParts) =>
        Verify.Advises("GG4004", Net(layers), messageParts);

    [Theory]
    [InlineData("[Dense(8, Act.Elu, Frozen = true)] [BatchNorm] [Dense(2, Frozen = true)]")]
    [InlineData("[Dense(8, Frozen = true)] [Activation(Act.PRelu)] [Dense(2, Frozen = true)]")]
    public Task GG4004_accepts_other_trained_parameters(string layers) => Verify.Accepts(Net(layers));

    [Fact]
    public void GG4004_is_mended_by_training_the_output() => Repairs.ShouldBe(
        "GG4004",
        Net("[Dense(8, Act.Elu, Frozen = true)] [Dense(2, Frozen = true)]"),
        "Train 'Dense2'",
        new Edit.RemoveArgument(2, "Frozen"));

    [Theory]
    [InlineData("[Dense(8)] [BatchNorm(Frozen = true)] [Activation(Act.Relu)] [Dense(2)]")]
    [InlineData("[Dense(8, Act.Elu)] [BatchNorm] [Dense(2)] [FreezeUpTo(\"batchnorm1\")] [AccumulateGradients(2)]")]
    public Task Frozen_batch_normalisation_takes_no_statistics_of_a_batch(string layers) => Verify.Accepts(Net(layers));

    private static string Net(string layers) => $"[Input(4)] {layers} [MeanSquaredError] partial class Net;";
}
