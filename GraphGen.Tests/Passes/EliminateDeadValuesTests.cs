using GraphGen.Generator.Graph;
using GraphGen.Generator.Passes;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;
using GraphGen.Tests.Randomized;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Passes;

using static GraphGen.Tests.Interpretation.Declare;
using Act = GraphGen.Model.Act;

public sealed class EliminateDeadValuesTests
{
    [Fact]
    public void The_first_layers_input_has_no_gradient()
    {
        DataflowGraph graph = Trained(Network(3, LossKind.MeanSquaredError, Dense(5, Act.Tanh), Dense(4, Act.Tanh), Dense(2)));
        InputGradients(graph).ShouldBe(["Dense3", "Dense2"], ignoreOrder: true);
        WeightGradients(graph).ShouldBe(["Dense1", "Dense2", "Dense3"], ignoreOrder: true);
    }

    [Fact]
    public void Nothing_below_the_lowest_trained_layer_has_a_gradient()
    {
        DataflowGraph graph = Trained(Network(3, LossKind.MeanSquaredError, Dense(5, Act.Tanh, frozen: true), Dense(4, Act.Tanh, frozen: true), Dense(3, Act.Tanh), Dense(2)));
        InputGradients(graph).ShouldBe(["Dense4"]);
        WeightGradients(graph).ShouldBe(["Dense3", "Dense4"], ignoreOrder: true);
        graph.Values.ShouldNotContain(value => value.Operation is ActivateGradient && (value.Layer == "Dense1" || value.Layer == "Dense2"));
    }

    [Fact]
    public void A_frozen_layer_between_trained_ones_passes_the_gradient_on_and_has_none()
    {
        DataflowGraph graph = Trained(Network(3, LossKind.MeanSquaredError, Dense(5, Act.Tanh), Dense(4, Act.Tanh, frozen: true), Dense(2)));
        InputGradients(graph).ShouldBe(["Dense3", "Dense2"], ignoreOrder: true);
        WeightGradients(graph).ShouldBe(["Dense1", "Dense3"], ignoreOrder: true);
    }

    [Fact]
    public void A_network_without_trained_layers_keeps_its_loss_alone()
    {
        DataflowGraph graph = Trained(Network(3, LossKind.MeanSquaredError, Dense(5, Act.Tanh, frozen: true), Dense(2, frozen: true)));
        graph.Count<LossGradient>().ShouldBe(0);
        graph.Count<Loss>().ShouldBe(1);
    }

    [Fact]
    public void Whatever_remains_leads_to_an_output()
    {
        foreach (NetworkSpec network in DeclarationGenerator.Sample(DeclarationGenerator.Network, 100, 20267))
        {
            DataflowGraph graph = Trained(network);
            var used = new HashSet<Value>(graph.Values.SelectMany(value => value.Inputs).Concat(graph.Outputs.Select(output => output.Value)));
            graph.Values.ShouldAllBe(value => used.Contains(value), network.ToString());
        }
    }

    private static DataflowGraph Trained(NetworkSpec network) => Graphs.Run(Graphs.Training(network), new EliminateDeadValues());

    private static IEnumerable<string> InputGradients(DataflowGraph graph) => Products(graph, new MatMul(TransposeRight: true));

    private static IEnumerable<string> WeightGradients(DataflowGraph graph) => Products(graph, new MatMul(TransposeLeft: true));

    private static IEnumerable<string> Products(DataflowGraph graph, MatMul product) => graph.Values.Where(value => value.Operation.Equals(product)).Select(value => value.Layer);
}
