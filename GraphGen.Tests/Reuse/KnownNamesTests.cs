using Shouldly;
using Xunit;

namespace GraphGen.Tests.Reuse;

public sealed class KnownNamesTests
{
    private static readonly string[] Known = ["dense1.weight", "dense1.bias", "output.weight"];

    [Theory]
    [InlineData("dense1.wieght", "dense1.weight")]
    [InlineData("Dense1.Bias", "dense1.bias")]
    [InlineData("dense1weight", "dense1.weight")]
    [InlineData("outputs.weights", "output.weight")]
    [InlineData("conv", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_guessed_where_one_is_near(string name, string? expected) => KnownNames.Nearest(name, Known).ShouldBe(expected);

    [Fact]
    public void Of_names_equally_near_the_first_is_guessed() => KnownNames.Nearest("hidden3", ["hidden1", "hidden2"]).ShouldBe("hidden1");

    [Fact]
    public void All_names_are_told()
    {
        KnownNames.Missing("layer", "hiden", ["hidden", "output"]).ShouldBe("There is no layer 'hiden': did you mean 'hidden'? There are: hidden, output.");
        KnownNames.Missing("layer", "x", ["hidden", "output"]).ShouldBe("There is no layer 'x'. There are: hidden, output.");
        KnownNames.Missing("layer", "x", []).ShouldBe("There is no layer 'x'. There are none.");
    }
}
