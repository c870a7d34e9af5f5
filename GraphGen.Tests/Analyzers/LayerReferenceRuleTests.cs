using GraphGen.Model;
using GraphGen.Tests.Declarations;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Analyzers;

public class LayerReferenceRuleTests
{
    [Theory]
    [InlineData("[FreezeUpTo([|\"hiden2\"|])]", "no layer 'hiden2'", "'hidden1', 'batchnorm1', 'hidden2', 'dense3'", "is 'hidden2' meant")]
    [InlineData("[FreezeUpTo([|\"HIDDEN1\"|])]", "is 'hidden1' meant")]
    [InlineData("[FreezeUpTo([|\"BatchNorm\"|])]", "is 'batchnorm1' meant")]
    [InlineData("[FreezeUpTo([|\"\"|])]", "no layer ''")]
    public Task GG1012_lists_the_layers_and_the_nearest(string freeze, params string[] messageParts) => Verify.Reports("GG1012", Net(freeze), messageParts);

    [Theory]
    [InlineData("[FreezeUpTo(\"hidden1\")]")]
    [InlineData("[FreezeUpTo(\"batchnorm1\")]")]
    [InlineData("[FreezeUpTo(\"Hidden1\")]")]
    [InlineData("[FreezeUpTo(\"BatchNorm1\")]")]
    [InlineData("[FreezeUpTo(layer: \"hidden2\")]")]
    public Task GG1012_accepts_what_layers_are_called(string freeze) => Verify.Accepts(Net(freeze));

    [Theory]
    [InlineData("hidden2")]
    [InlineData("Hidden2")]
    public void A_layer_is_found_by_its_key_and_by_its_member(string name) =>
        Validator.Check(Reading.Declare(Net($"[FreezeUpTo(\"{name}\")]"))).Network!.Layers.Select(layer => layer.Frozen).ShouldBe([true, true, true, false]);

    [Fact]
    public Task GG4004_is_told_where_everything_is_frozen() => Verify.Advises("GG4004", Net("[FreezeUpTo([|\"dense3\"|])]"), "'Net'", "'Dense3'");

    [Fact]
    public void GG1012_is_mended_by_the_nearest_name()
    {
        Problem problem = Validator.Check(Reading.Declare(Net("[FreezeUpTo(\"hidden\")]"))).Problems.ShouldHaveSingleItem();

        problem.Repair!.Title.ShouldBe("Name 'hidden1'");
        problem.Repair.Edits.ShouldBe([new Edit.SetArgument(5, "layer", "\"hidden1\"")]);
    }

    private static string Net(string freeze) =>
        $"[Input(4)] [Dense(8, Act.Elu, Name = \"hidden1\")] [BatchNorm] [Dense(8, Act.Elu, Name = \"hidden2\")] [Dense(2)] {freeze} [MeanSquaredError] partial class Net;";
}
