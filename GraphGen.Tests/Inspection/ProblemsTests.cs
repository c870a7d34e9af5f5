using GraphGen.Execution;
using GraphGen.Tests.Training;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Inspection;

public class ProblemsTests
{
    [Fact]
    public void A_healthy_network_has_none()
    {
        NetworkStatistics statistics = Inspect(new NormalizedClasses());
        statistics.Problems().ShouldBeEmpty();
        statistics.ToString().ShouldEndWith("\nNo problems.\n");
    }

    [Fact]
    public void Vanishing_gradients_are_named_where_they_are_least()
    {
        string problem = Inspect(new Vanishing()).Problems().ShouldHaveSingleItem();
        problem.ShouldStartWith("Vanishing gradients: their deviation is ");
        problem.ShouldContain("at the outputs of 'dense1'");
    }

    [Fact]
    public void Exploding_gradients_are_named_where_they_are_greatest()
    {
        string problem = Inspect(new Exploding()).Problems().ShouldHaveSingleItem();
        problem.ShouldStartWith("Exploding gradients: their deviation is ");
        problem.ShouldContain("at the outputs of 'dense1'");
    }

    [Fact]
    public void Dead_and_saturated_layers_are_named_with_their_shares()
    {
        INetwork network = new ByHand();
        network.Parameters["dense1.weight"].CopyFrom([-1, 1, 1, 1, -1, 1, 1, 1]);
        network.Parameters["dense2.weight"].CopyFrom([0, 0, 9, 9, 0, 0, 0, 0]);
        network.Parameters["dense3.bias"].CopyFrom([0.5f]);
        IReadOnlyList<string> problems = Inspector.Inspect(network, new Dataset([1, 1, 2, 1, 1, 3], 2, [0f, 1f, 0f], 1)).Problems();
        problems.ShouldContain(problem => problem.StartsWith("Dead units: 25% of the units of 'dense1' pass no gradient in any of 3 rows."));
        problems.ShouldContain(problem => problem.StartsWith("Saturation: 100% of the outputs of 'dense2' lie within 1% of an end"));
    }

    [Fact]
    public void Values_that_are_not_finite_name_the_first_layer_that_has_them()
    {
        INetwork network = new NormalizedClasses();
        network.Parameters["dense2.bias"].CopyFrom([1, 2, float.NaN, 4, 5, float.NegativeInfinity]);
        string problem = Inspect(network).Problems()[0];
        problem.ShouldStartWith("Not finite: 33.3% of the parameters of 'dense2' are NaN or infinite");
    }

    [Fact]
    public void The_text_is_the_same_in_every_culture()
    {
        NetworkStatistics statistics = Inspect(new Vanishing());
        string expected = statistics.ToString();
        expected.ShouldStartWith("Vanishing: 37 rows, loss ");
        expected.ShouldNotContain("\r");
        expected.ShouldContain("\ndense2  Dense");
        using (new Culture())
        {
            statistics.ToString().ShouldBe(expected);
        }
    }

    private static NetworkStatistics Inspect(INetwork network) => Inspector.Inspect(
        network,
        network.Info.Loss == LossFunction.SoftmaxCrossEntropy ? Subjects.ByName[nameof(Classes)]().Data : Subjects.ByName[nameof(ReluCurve)]().Data);
}
