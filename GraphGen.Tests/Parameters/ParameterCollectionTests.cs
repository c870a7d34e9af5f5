using Shouldly;
using Xunit;

namespace GraphGen.Tests.Parameters;

public sealed class ParameterCollectionTests
{
    private readonly ParameterCollection _parameters =
        new FakeNetwork(("dense1.weight", [4, 3]), ("dense1.bias", [3]), ("dense2.weight", [3, 2])).Parameters;

    [Fact]
    public void Parameters_are_found_by_position_and_by_name()
    {
        _parameters.Count.ShouldBe(3);
        _parameters[1].Name.ShouldBe("dense1.bias");
        _parameters["dense2.weight"].ShouldBeSameAs(_parameters[2]);
        _parameters.TryGet("dense1.bias", out Parameter? bias).ShouldBeTrue();
        bias.ShouldBeSameAs(_parameters[1]);
        _parameters.TryGet("dense9.bias", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_wrong_name_is_answered_with_the_right_ones() =>
        Should.Throw<KeyNotFoundException>(() => _parameters["Dense1.bias"])
            .Message.ShouldBe("There is no parameter 'Dense1.bias': did you mean 'dense1.bias'? There are: dense1.weight, dense1.bias, dense2.weight.");

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_wrong_position_is_refused(int index) =>
        Should.Throw<ArgumentOutOfRangeException>(() => _parameters[index]).Message.ShouldContain("There are 3 parameters.");

    [Fact]
    public void Enumeration_keeps_the_order_of_the_layers()
    {
        string[] expected = ["dense1.weight", "dense1.bias", "dense2.weight"];
        var names = new List<string>();
        foreach (Parameter parameter in _parameters)
        {
            names.Add(parameter.Name);
        }

        names.ShouldBe(expected);
        _parameters.Select(parameter => parameter.Name).ShouldBe(expected);
    }

    [Fact]
    public void Enumeration_allocates_nothing()
    {
        Total(_parameters);

        long before = GC.GetAllocatedBytesForCurrentThread();
        int total = Total(_parameters);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        total.ShouldBe(12 + 3 + 6);

        static int Total(ParameterCollection parameters)
        {
            int total = 0;
            foreach (Parameter parameter in parameters)
            {
                total += parameter.Length;
            }

            return total;
        }
    }

    [Fact]
    public void Two_parameters_of_one_name_are_refused() =>
        Should.Throw<ArgumentException>(() => new FakeNetwork(("a", [1]), ("a", [2]))).Message.ShouldContain("'a'");

    [Fact]
    public void Parameters_of_different_networks_are_refused() =>
        Should.Throw<ArgumentException>(() => new ParameterCollection(_parameters[0], new FakeNetwork().Create("b", 1)))
            .Message.ShouldContain("'b'");
}
