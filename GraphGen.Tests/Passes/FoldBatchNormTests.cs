using GraphGen.Generator.Graph;
using GraphGen.Generator.Passes;
using GraphGen.Generator.Planning;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;
using GraphGen.Tests.Randomized;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Passes;

using static GraphGen.Tests.Interpretation.Declare;
using Act = GraphGen.Model.Act;

public sealed class FoldBatchNormTests
{
    [Fact]
    public void A_prediction_normalises_nothing_and_has_one_multiply_add_on_the_batch_for_each_batch_norm()
    {
        foreach (NetworkSpec network in DeclarationGenerator.Sample(DeclarationGenerator.Network, 200, 20265))
        {
            DataflowGraph graph = Pipeline.Run(Pipeline.Inference, Graphs.Inference(network));
            graph.Count<Normalize>().ShouldBe(0, network.ToString());

            // Several batch norms with nothing between them fold into one.
            graph.Values.Count(value => value.Operation is MultiplyAdd && value.Shape.IsBatch)
                .ShouldBeLessThanOrEqualTo(network.Layers.OfType<BatchNormSpec>().Count(), network.ToString());
        }
    }

    [Fact]
    public void The_bias_in_front_of_batch_norm_disappears_in_the_shift()
    {
        DataflowGraph graph = Pipeline.Run(Pipeline.Inference, Graphs.Inference(Network(3, LossKind.MeanSquaredError, Dense(5), BatchNorm(), Activation(Act.Relu), Dense(2, bias: false))));
        graph.Values.Count(value => value.Operation is MultiplyAdd && value.Shape.IsBatch).ShouldBe(1);
        graph.Values.Count(value => value.Operation is Add && value.Shape.IsBatch).ShouldBe(0);
    }

    [Fact]
    public void Batch_norms_in_a_row_become_one()
    {
        DataflowGraph graph = Pipeline.Run(Pipeline.Inference, Graphs.Inference(Network(3, LossKind.MeanSquaredError, Dense(5, Act.Tanh), BatchNorm(), BatchNorm(), Dense(2))));
        graph.Values.Count(value => value.Operation is MultiplyAdd && value.Shape.IsBatch).ShouldBe(1);
    }

    /// <summary>What depends on parameters alone must be done when they change, not for every batch.</summary>
    [Fact]
    public void Scale_and_shift_are_derived_from_parameters_before_any_batch_comes()
    {
        foreach (NetworkSpec network in DeclarationGenerator.Sample(DeclarationGenerator.Network, 200, 20266))
        {
            GraphPlan plan = new NetworkPlan(network).Inference;
            plan.Segments.Where(segment => segment.Kind == SegmentKind.Parameters).ShouldAllBe(segment => plan.IsDerivation(segment), network.ToString());
            plan.Segments.Where(segment => segment.Kind != SegmentKind.Parameters).SelectMany(segment => segment.Body)
                .ShouldAllBe(value => value.Shape.IsBatch, network.ToString());
        }
    }
}
