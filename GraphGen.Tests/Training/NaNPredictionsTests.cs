using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

/// <summary>A network that has lost its numbers is not taken for a good one.</summary>
public sealed class NaNPredictionsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(19)]
    public void They_are_right_in_no_top_k(int k)
    {
        var network = new Sorter(seed: 1);
        network.Parameters["dense2.bias"].CopyFrom([.. Enumerable.Repeat(float.NaN, 19)]);
        var data = new Dataset(RandomData.Floats(70, seed: 1), 7, RandomData.Labels(10, 19, seed: 2));

        network.Evaluate(data).TopK(k).ShouldBe(0);
    }
}
