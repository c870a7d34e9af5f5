using GraphGen.Generator.Graph;
using GraphGen.Generator.Passes;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Passes;

using static GraphGen.Tests.Interpretation.Declare;
using Act = GraphGen.Model.Act;

public sealed class HoistColumnFactorsTests
{
    private static readonly NetworkSpec Normalized = Network(3, LossKind.SoftmaxCrossEntropy, Dense(5, bias: false), BatchNorm(), Activation(Act.Elu), Dense(4, bias: false));

    [Fact]
    public void The_only_sums_in_batch_norms_backward_pass_are_the_gradients_of_gamma_and_beta()
    {
        DataflowGraph graph = Graphs.Run(Graphs.Training(Normalized), new HoistColumnFactors(), new Simplify(), new EliminateDeadValues());
        Value lossGradient = graph.Values.Single(value => value.Operation is LossGradient);
        graph.Values.Where(value => value.Operation is SumRows && value.Id > lossGradient.Id).ShouldBe(
            graph.Outputs.Where(output => output.Parameter?.Role is ParameterRole.Gamma or ParameterRole.Beta && output.Role == OutputRole.Gradient).Select(output => output.Value),
            ignoreOrder: true);
    }

    [Fact]
    public void Without_it_two_more_sums_are_needed()
    {
        DataflowGraph graph = Graphs.Run(Graphs.Training(Normalized), new Simplify(), new EliminateDeadValues());
        Value lossGradient = graph.Values.Single(value => value.Operation is LossGradient);
        graph.Values.Count(value => value.Operation is SumRows && value.Id > lossGradient.Id).ShouldBe(4);
    }

    [Fact]
    public void Factors_that_differ_from_row_to_row_stay_in_the_sum()
    {
        DataflowGraph before = Sum((builder, x) => builder.Apply(new Multiply(), "square", x, x));
        Graphs.Run(before, new HoistColumnFactors()).ToString().ShouldBe(before.ToString());
    }

    [Fact]
    public void Factors_leave_nested_products()
    {
        DataflowGraph graph = Graphs.Run(Sum(Nested), new HoistColumnFactors(), new EliminateDeadValues());
        graph.Values.Single(value => value.Operation is SumRows).Inputs[0].Inputs.ShouldAllBe(input => input.Operation is Input);
        graph.Count<Multiply>().ShouldBe(3);

        static Value Nested(GraphBuilder builder, Value x)
        {
            Value vector = builder.Leaf(new UpdateOperand(UpdateRole.Slot1), Shape.Vector(3), "", "vector");
            Value inner = builder.Apply(new Multiply(), "inner", vector, x);
            return builder.Apply(new Multiply(), "outer", builder.Apply(new Multiply(), "middle", inner, x), builder.Constant(2));
        }
    }

    private static DataflowGraph Sum(Func<GraphBuilder, Value, Value> summand)
    {
        var builder = new GraphBuilder();
        Value x = builder.Leaf(new Input(), Shape.BatchOf(3), "Input", "rows");
        builder.Output(OutputRole.Logits, builder.Apply(new SumRows(), "sum", summand(builder, x)));
        return builder.Build();
    }
}
