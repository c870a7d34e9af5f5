using GraphGen.Generator.Graph;
using GraphGen.Generator.Passes;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Passes;

public sealed class FuseMultiplyAddTests
{
    private readonly GraphBuilder _builder = new();

    private Value X => _builder.Leaf(new Input(), Shape.BatchOf(3), "Input", "rows");

    private Value Y => _builder.Leaf(new Expected(), Shape.BatchOf(3), "Loss", "expected");

    private Value Product => _builder.Apply(new Multiply(), "product", X, Y);

    [Fact]
    public void A_product_plus_a_value_is_one_operation() =>
        Fused(_builder.Apply(new Add(), "sum", Product, X)).ShouldBe(new MultiplyAdd());

    [Fact]
    public void A_value_plus_a_product_is_one_operation() =>
        Fused(_builder.Apply(new Add(), "sum", X, Product)).ShouldBe(new MultiplyAdd());

    [Fact]
    public void A_product_minus_a_value_is_one_operation() =>
        Fused(_builder.Apply(new Subtract(), "difference", Product, X)).ShouldBe(new MultiplySubtract());

    [Fact]
    public void A_value_minus_a_product_is_one_operation() =>
        Fused(_builder.Apply(new Subtract(), "difference", X, Product)).ShouldBe(new NegatedMultiplyAdd());

    [Fact]
    public void A_product_that_others_read_stays_whole()
    {
        Value product = Product;
        _builder.Output(OutputRole.Prediction, _builder.Apply(new SquareRoot(), "other", product));
        Fused(_builder.Apply(new Add(), "sum", product, X)).ShouldBe(new Add());
    }

    [Fact]
    public void A_product_that_is_an_output_stays_whole()
    {
        Value product = Product;
        _builder.Output(OutputRole.Prediction, product);
        Fused(_builder.Apply(new Add(), "sum", product, X)).ShouldBe(new Add());
    }

    private Operation Fused(Value value)
    {
        _builder.Output(OutputRole.Logits, value);
        return Graphs.Run(_builder.Build(), new FuseMultiplyAdd()).Find(OutputRole.Logits)!.Operation;
    }
}
