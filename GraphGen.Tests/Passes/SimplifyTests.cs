using GraphGen.Generator.Graph;
using GraphGen.Generator.Passes;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Passes;

using static GraphGen.Tests.Interpretation.Declare;

public sealed class SimplifyTests
{
    private readonly GraphBuilder _builder = new();

    private Value X => _builder.Leaf(new Input(), Shape.BatchOf(3), "Input", "rows");

    [Fact]
    public void Numbers_are_computed()
    {
        Value sum = _builder.Apply(new Add(), "sum", _builder.Constant(2), _builder.Constant(3));
        Simplified(_builder.Apply(new Multiply(), "product", sum, _builder.Constant(4))).Operation.ShouldBe(new Constant(20));
    }

    [Fact]
    public void A_product_with_one_is_the_other_factor() =>
        Simplified(_builder.Apply(new Multiply(), "product", X, _builder.Constant(1))).Operation.ShouldBe(new Input());

    [Fact]
    public void A_value_added_to_itself_is_its_double()
    {
        Value result = Simplified(_builder.Apply(new Add(), "sum", X, X));
        result.Operation.ShouldBe(new Multiply());
        Factor(result).ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Constant_factors_become_one_wherever_they_stand(bool constantFirst)
    {
        Value three = _builder.Constant(3), x = X;
        Value inner = constantFirst ? _builder.Apply(new Multiply(), "inner", three, x) : _builder.Apply(new Multiply(), "inner", x, three);
        Value result = Simplified(_builder.Apply(new Multiply(), "outer", inner, _builder.Constant(4)));
        Factor(result).ShouldBe(12);
        result.Inputs.ShouldContain(input => input.Operation is Input);
    }

    [Fact]
    public void Factors_that_cancel_disappear()
    {
        Value half = _builder.Apply(new Multiply(), "half", X, _builder.Constant(0.5));
        Simplified(_builder.Apply(new Multiply(), "whole", _builder.Constant(2), half)).Operation.ShouldBe(new Input());
    }

    [Fact]
    public void Equal_operations_on_equal_inputs_become_one()
    {
        Value first = _builder.Apply(new SquareRoot(), "first", X), second = _builder.Apply(new SquareRoot(), "second", X);
        Value result = Simplified(_builder.Apply(new Subtract(), "difference", first, second));
        result.Inputs[0].ShouldBe(result.Inputs[1]);
    }

    [Fact]
    public void The_gradient_of_a_penalty_is_one_multiply_add_on_the_weights()
    {
        NetworkSpec network = Network(3, LossKind.MeanSquaredError, Dense(4, l2: 0.25));
        DataflowGraph graph = Pipeline.Run(Pipeline.Training, Graphs.Training(network));
        Value gradient = graph.Outputs.Single(output => output.Role == OutputRole.Gradient && output.Parameter!.Role == ParameterRole.Weight).Value;
        gradient.Operation.ShouldBe(new MultiplyAdd());
        gradient.Inputs.Select(input => input.Operation).OfType<Constant>().Single().Number.ShouldBe(0.25);
        gradient.Inputs.ShouldContain(input => input.Operation is ParameterLeaf);
        gradient.Inputs[2].Operation.ShouldBe(new MatMul(TransposeLeft: true));
    }

    private static double? Factor(Value product) => product.Inputs.Select(input => input.Operation).OfType<Constant>().Single().Number;

    private Value Simplified(Value value)
    {
        _builder.Output(OutputRole.Logits, value);
        return Graphs.Run(_builder.Build(), new Simplify()).Find(OutputRole.Logits)!;
    }
}
