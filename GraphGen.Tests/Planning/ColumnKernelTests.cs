using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Planning;

using static GraphGen.Tests.Interpretation.Declare;
using Act = GraphGen.Model.Act;

public sealed class ColumnKernelTests
{
    [Fact]
    public void Each_value_is_computed_after_its_inputs_and_whatever_escapes_is_stored()
    {
        foreach (NetworkSpec network in PlanTests.RandomNetworks(20301))
        {
            var plan = new NetworkPlan(network);
            foreach (GraphPlan graph in plan.Constraints.Values.Append(plan.Training).Append(plan.Inference))
            {
                foreach (Segment segment in graph.Segments.Where(segment => segment.Columns is not null))
                {
                    Should.NotThrow(() => Follow(graph, segment), $"{network}\n{graph.Graph}");
                }
            }
        }
    }

    [Fact]
    public void Batch_norm_runs_forward_in_three_loops_over_the_rows()
    {
        GraphPlan plan = new NetworkPlan(Network(5, LossKind.SoftmaxCrossEntropy, Dense(20, bias: false), BatchNorm(), Activation(Act.Elu), Dense(3))).Training;
        ColumnKernel kernel = plan.Segments.First(segment => segment.Kind == SegmentKind.Product).Columns!;
        kernel.Loops.Select(loop => loop.Sums.Count).ShouldBe([1, 1, 0]);
        kernel.Loops.Select(loop => loop.Stores.Count > 0).ShouldBe([false, false, true]);
    }

    [Fact]
    public void Batch_norm_runs_backward_in_two_loops_over_the_rows()
    {
        GraphPlan plan = new NetworkPlan(Network(5, LossKind.SoftmaxCrossEntropy, Dense(20), Dense(20, bias: false), BatchNorm(), Activation(Act.Elu), Dense(3))).Training;
        ColumnKernel kernel = plan.Segments.First(segment => segment.Direction == "InputGradient").Columns!;
        kernel.Loops.Select(loop => loop.Sums.Count).ShouldBe([2, 0]);
    }

    [Fact]
    public void An_activation_in_front_of_batch_norm_is_computed_once()
    {
        GraphPlan plan = new NetworkPlan(Network(5, LossKind.SoftmaxCrossEntropy, Dense(20, Act.Tanh), BatchNorm(), Dense(3))).Training;
        ColumnKernel kernel = plan.Segments.First(segment => segment.Kind == SegmentKind.Product).Columns!;
        kernel.Loops.Sum(loop => loop.Values.Count(value => value.Operation is Activate)).ShouldBe(1);
    }

    /// <summary>Runs through the loops of a segment and keeps what is known at each place.</summary>
    private static void Follow(GraphPlan plan, Segment segment)
    {
        ColumnKernel kernel = segment.Columns!;
        var body = new HashSet<Value>(kernel.Body);
        var inMemory = new HashSet<Value>(kernel.Body.SelectMany(value => value.Inputs).Where(input => !body.Contains(input)));
        foreach (ColumnLoop loop in kernel.Loops)
        {
            foreach (Value vector in kernel.Vectors(loop.Level))
            {
                Require(vector.Inputs.All(inMemory.Contains), vector, "an input of the vector is not known before its loop");
                inMemory.Add(vector);
            }

            var inRegisters = new HashSet<Value>();
            foreach (Value load in loop.Loads)
            {
                Require(inMemory.Contains(load), load, "it is loaded before it is stored");
                inRegisters.Add(load);
            }

            foreach (Value value in loop.Values)
            {
                Require(value.Inputs.All(input => input.Shape.Rank == 2 ? inRegisters.Contains(input) : inMemory.Contains(input)), value, "an input is not known");
                inRegisters.Add(value);
            }

            foreach (Value read in loop.Stores.Concat(loop.Sums.Select(sum => sum.Inputs[0])))
            {
                Require(inRegisters.Contains(read), read, "it is stored or summed in a loop that does not compute it");
            }

            inMemory.UnionWith(loop.Stores);
            inMemory.UnionWith(loop.Sums);
        }

        foreach (Value value in kernel.Body.Where(value => Escapes(plan, segment, value)))
        {
            Require(inMemory.Contains(value), value, "something outside reads it, but it is not stored");
            Require(value.Shape.Rank == 2 || kernel.StoredVectors.Contains(value), value, "something outside reads it, but it is not among the stored vectors");
        }
    }

    private static bool Escapes(GraphPlan plan, Segment segment, Value value) =>
        plan.Graph.Outputs.Any(output => output.Value == value) || plan.Graph.Uses()[value].Any(user => !segment.Body.Contains(user));

    private static void Require(bool condition, Value value, string complaint)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"{value}: {complaint}.");
        }
    }
}
