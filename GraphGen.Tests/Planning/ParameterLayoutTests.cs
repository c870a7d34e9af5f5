using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;
using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Planning;

public sealed class ParameterLayoutTests
{
    [Fact]
    public void Parameters_do_not_overlap_and_start_at_vectors_of_16()
    {
        foreach (NetworkSpec network in PlanTests.RandomNetworks(20291))
        {
            ParameterLayout layout = new NetworkPlan(network).Parameters;
            int end = 0;
            foreach (ParameterSpec parameter in layout.Parameters.OrderBy(layout.Offset))
            {
                layout.Offset(parameter).ShouldBeGreaterThanOrEqualTo(end, network.ToString());
                (layout.Offset(parameter) % ColumnBlock.Width).ShouldBe(0);
                ParameterLayout.PaddedLength(parameter.Shape).ShouldBeGreaterThanOrEqualTo((int)parameter.Length);
                end = layout.Offset(parameter) + ParameterLayout.PaddedLength(parameter.Shape);
            }

            end.ShouldBe(layout.Floats);
        }
    }

    [Fact]
    public void What_is_trained_lies_in_front_of_what_is_not()
    {
        foreach (NetworkSpec network in PlanTests.RandomNetworks(20292))
        {
            ParameterLayout layout = new NetworkPlan(network).Parameters;
            foreach (ParameterSpec parameter in layout.Parameters)
            {
                (layout.Offset(parameter) < layout.TrainedFloats).ShouldBe(parameter.Trainable, $"{parameter} of {network}");
            }
        }
    }

    [Fact]
    public void Transposed_weights_and_folded_vectors_do_not_overlap()
    {
        foreach (NetworkSpec network in PlanTests.RandomNetworks(20293))
        {
            var plan = new NetworkPlan(network);
            var ranges = plan.Derived.Transposed.Select(pair => (Offset: pair.Value, Floats: ParameterLayout.PaddedLength(pair.Key.Shape)))
                .Concat(from segment in plan.Inference.Segments
                        from vector in segment.Columns?.StoredVectors ?? []
                        where plan.Inference[vector] is InDerived
                        select (Offset: ((InDerived)plan.Inference[vector]).Offset, Floats: ColumnBlock.Padded(vector.Shape.Columns)));

            // In front of them lie zeros, the bias of the widest product.
            int end = plan.Training.Graph.Values.Where(value => value.Operation is MatMul && value.Shape.IsBatch).Max(value => ColumnBlock.Padded(value.Shape.Columns));
            foreach ((int offset, int floats) in ranges.OrderBy(range => range.Offset))
            {
                offset.ShouldBeGreaterThanOrEqualTo(end, network.ToString());
                end = offset + floats;
            }

            end.ShouldBeLessThanOrEqualTo(plan.Derived.Floats);
        }
    }
}
