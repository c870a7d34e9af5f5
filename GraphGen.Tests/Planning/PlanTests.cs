using GraphGen.Generator.Planning;
using GraphGen.Model;
using GraphGen.Tests.Randomized;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Planning;

public sealed class PlanTests
{
    private const int Networks = 200;

    public static IEnumerable<NetworkSpec> RandomNetworks(ulong seed) => DeclarationGenerator.Sample(DeclarationGenerator.Network, Networks, seed);

    [Fact]
    public void Every_valid_network_has_a_plan()
    {
        foreach (NetworkSpec network in RandomNetworks(20271))
        {
            Should.NotThrow(() => new NetworkPlan(network), network.ToString());
        }
    }

    [Fact]
    public void Every_value_that_a_kernel_reads_or_writes_has_a_place()
    {
        foreach (NetworkSpec network in RandomNetworks(20272))
        {
            var plan = new NetworkPlan(network);
            foreach (GraphPlan graph in plan.Constraints.Values.Append(plan.Training).Append(plan.Inference))
            {
                foreach (ColumnKernel kernel in graph.Segments.Select(segment => segment.Columns).OfType<ColumnKernel>())
                {
                    foreach (var value in kernel.Matrices.Concat(kernel.LoadedVectors).Concat(kernel.StoredVectors))
                    {
                        Should.NotThrow(() => graph[value], $"{network}\n{graph.Graph}");
                    }
                }
            }
        }
    }
}
