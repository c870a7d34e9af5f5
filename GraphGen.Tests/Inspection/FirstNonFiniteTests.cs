using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Inspection;

public class FirstNonFiniteTests
{
    private static readonly int[] Rows = [0, 3, 1];

    private readonly Subject _subject = Subjects.ByName[nameof(NormalizedClasses)]();

    [Fact]
    public void A_healthy_network_has_none() => Inspector.FirstNonFinite(_subject.Network, _subject.Data, Rows).ShouldBeNull();

    [Theory]
    [InlineData("dense1.weight", "dense1")]
    [InlineData("batchnorm1.beta", "batchnorm1")]
    [InlineData("batchnorm2.moving_variance", "batchnorm2")]
    [InlineData("dense3.bias", "dense3")]
    public void A_parameter_that_is_not_finite_names_its_layer(string parameter, string layer)
    {
        Fill(parameter, float.NaN);
        Inspector.FirstNonFinite(_subject.Network, _subject.Data, Rows).ShouldBe(layer);
    }

    [Fact]
    public void Outputs_that_overflow_name_the_layer_where_they_do()
    {
        Fill("batchnorm1.beta", 1e25f);
        Fill("dense2.weight", 1e25f);
        Inspector.FirstNonFinite(_subject.Network, _subject.Data, Rows).ShouldBe("dense2");
    }

    [Fact]
    public void The_first_of_several_layers_is_named()
    {
        Fill("dense3.bias", float.NaN);
        Fill("dense2.bias", float.PositiveInfinity);
        Inspector.FirstNonFinite(_subject.Network, _subject.Data, Rows).ShouldBe("dense2");
    }

    [Fact]
    public void Rows_that_are_none_or_do_not_exist_are_refused()
    {
        Should.Throw<ArgumentException>(() => Inspector.FirstNonFinite(_subject.Network, _subject.Data, [])).Message.ShouldContain("at least one of the 37");
        Should.Throw<ArgumentOutOfRangeException>(() => Inspector.FirstNonFinite(_subject.Network, _subject.Data, [37]));
    }

    private void Fill(string name, float value)
    {
        Parameter parameter = _subject.Network.Parameters[name];
        parameter.CopyFrom([.. Enumerable.Repeat(value, parameter.Length)]);
    }
}
