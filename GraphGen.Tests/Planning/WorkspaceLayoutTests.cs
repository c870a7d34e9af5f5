using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Planning;

using static GraphGen.Tests.Interpretation.Declare;
using Act = GraphGen.Model.Act;

public sealed class WorkspaceLayoutTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_matrix_is_overwritten_before_its_last_use(bool backwards)
    {
        foreach (NetworkSpec network in PlanTests.RandomNetworks(20281))
        {
            var plan = new NetworkPlan(network);
            foreach (GraphPlan graph in new[] { plan.Training, plan.Inference })
            {
                Should.NotThrow(() => new WorkspaceSimulation(graph, backwards).Run(), $"{network}\n{graph.Graph}");
            }
        }
    }

    [Fact]
    public void Vectors_of_the_workspace_do_not_overlap()
    {
        foreach (NetworkSpec network in PlanTests.RandomNetworks(20282))
        {
            GraphPlan plan = new NetworkPlan(network).Training;
            int end = 0;
            foreach ((int offset, int columns) in StoredVectors(plan).OrderBy(vector => vector.Offset))
            {
                offset.ShouldBeGreaterThanOrEqualTo(end, network.ToString());
                end = offset + ColumnBlock.Padded(columns);
            }

            end.ShouldBeLessThanOrEqualTo(plan.WorkspaceVectorFloats);
        }
    }

    [Fact]
    public void A_prediction_through_many_layers_needs_two_activations_at_a_time()
    {
        LayerSpec[] layers = Enumerable.Range(0, 10).Select(_ => (LayerSpec)Dense(48, Act.Elu)).ToArray();
        new NetworkPlan(Network(48, LossKind.MeanSquaredError, layers)).Inference.WorkspaceBlocks.ShouldBeLessThanOrEqualTo(3 * 3);
    }

    private static IEnumerable<(int Offset, int Columns)> StoredVectors(GraphPlan plan) =>
        from segment in plan.Segments
        from vector in segment.Columns?.StoredVectors ?? []
        where plan[vector] is WorkspaceVector
        select (((WorkspaceVector)plan[vector]).Offset, vector.Shape.Columns);
}
