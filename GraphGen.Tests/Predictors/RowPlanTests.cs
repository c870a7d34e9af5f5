using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;
using GraphGen.Model;
using GraphGen.Tests.Randomized;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Predictors;

using static GraphGen.Tests.Interpretation.Declare;
using Act = GraphGen.Model.Act;

/// <summary>Which networks predict a single row as one straight line of code.</summary>
public class RowPlanTests
{
    [Fact]
    public void A_small_network_is_straight_and_its_single_output_a_dot_product()
    {
        RowPlan row = Row(Network(4, LossKind.BinaryCrossEntropy, Dense(32, Act.Tanh), Dense(32, Act.Tanh), Dense(1))).ShouldNotBeNull();

        row.Layers.Select(layer => (layer.Inputs, layer.Units, layer.IsDot)).ShouldBe([(4, 32, false), (32, 32, false), (32, 1, true)]);
        row.Softmax.ShouldBeNull();
    }

    [Fact]
    public void Folding_makes_a_network_straight() =>
        Row(Network(4, LossKind.SoftmaxCrossEntropy, Dense(9, Act.Elu), BatchNorm(), Dense(3))).ShouldNotBeNull().Softmax.ShouldNotBeNull();

    [Fact]
    public void The_first_layer_reads_the_callers_row_number_by_number() =>
        Row(Network(16, LossKind.MeanSquaredError, Dense(1))).ShouldNotBeNull().Layers.Single().IsDot.ShouldBeFalse();

    [Fact]
    public void A_dot_product_needs_transposed_weights()
    {
        // A penalty keeps the weights in the declared orientation, and below it nothing asks for their transpose.
        NetworkSpec network = Network(4, LossKind.MeanSquaredError, Dense(9, Act.Elu, frozen: true), Dense(1) with { L2 = 0.1 });

        Row(network).ShouldNotBeNull().Layers.ShouldAllBe(layer => !layer.IsDot);
    }

    [Fact]
    public void Wide_layers_and_many_steps_are_left_to_the_tiles()
    {
        Row(Network(4, LossKind.MeanSquaredError, Dense(33, Act.Tanh), Dense(1))).ShouldBeNull();
        Row(Network(784, LossKind.MeanSquaredError, Dense(16, Act.Tanh), Dense(1))).ShouldBeNull();
        Row(Network(32, LossKind.MeanSquaredError, Dense(32, Act.Tanh), Dense(32, Act.Tanh), Dense(3))).ShouldBeNull();
    }

    [Fact]
    public void What_is_left_of_batch_normalisation_is_left_to_the_tiles()
    {
        Row(Network(4, LossKind.MeanSquaredError, Dense(3, Act.Tanh), BatchNorm())).ShouldBeNull();
        Row(Network(4, LossKind.MeanSquaredError, Activation(Act.Tanh), Dense(3))).ShouldBeNull();
    }

    [Fact]
    public void Every_straight_line_reads_what_the_layer_before_it_made()
    {
        var straight = DeclarationGenerator.Sample(DeclarationGenerator.Network, 200, 20281).Select(Row).OfType<RowPlan>().ToList();
        straight.Count.ShouldBeGreaterThan(50);
        foreach (RowPlan row in straight)
        {
            row.Layers[0].Segment.Anchor.Inputs[0].Operation.ShouldBeOfType<Input>();
            row.Layers.Skip(1).Select(layer => layer.Segment.Anchor.Inputs[0]).ShouldBe(row.Layers.SkipLast(1).Select(layer => layer.Output));
        }
    }

    private static RowPlan? Row(NetworkSpec network) => new NetworkPlan(network).Predictor.Row;
}
