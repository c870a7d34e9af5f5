using GraphGen.Generator.Emission;
using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Planning;

/// <summary>Gradients that are sums and differences of products, as graphs say them that nobody declares.</summary>
public sealed class GradientSumTests
{
    private static readonly ParameterSpec Weight = new("Rbm", "rbm.weight", ParameterRole.Weight, Shape.Matrix(20, 33), Trainable: true);

    [Fact]
    public void Each_product_works_on_what_the_one_before_has_left_and_the_last_completes_the_gradient()
    {
        GraphPlan plan = Plan((builder, data, model, third) =>
            builder.Apply(new Add(), "gradient", builder.Apply(new Subtract(), "difference", data, model), third));

        Segment[] products = plan.Segments.Where(segment => segment.Kind == SegmentKind.WeightGradient).ToArray();

        products.Select(segment => segment.Direction).ShouldBe(["WeightGradient", "WeightGradient2", "WeightGradient3"]);
        products.ShouldAllBe(segment => plan.WeightOf(segment) == Weight && plan[segment.Outcome] == new InGradients(0));
        products.Select(plan.CompletesGradient).ShouldBe([false, false, true]);
        products.Select(segment => segment.Earlier).ShouldBe([null, products[0].Outcome, products[1].Outcome]);
    }

    [Fact]
    public void Products_that_are_summed_in_another_order_than_they_are_computed_in_are_refused() =>
        Should.Throw<InvalidOperationException>(() => Plan((builder, data, model, third) =>
            builder.Apply(new Subtract(), "gradient", builder.Apply(new Add(), "sum", data, third), model))).Message.ShouldContain("rbm.weight");

    [Theory]
    [InlineData(false, "Add", "earlier + weightGradient")]
    [InlineData(true, "Subtract", "earlier - weightGradient")]
    public void The_kernel_of_a_later_product_adds_or_subtracts(bool subtracts, string name, string expression)
    {
        GraphPlan plan = Plan((builder, data, model, _) => builder.Apply(subtracts ? new Subtract() : new Add(), "gradient", data, model));
        Segment last = plan.Segments.Single(plan.CompletesGradient);
        var library = new KernelLibrary(new ProductShapes(plan.Graph.Values.Where(value => value.Operation is MatMul)));

        string kernel = new WeightGradientKernels(library, update: null!).RequireGradient(last);

        kernel.ShouldBe(name + "WeightGradient");
        var text = new SourceWriter();
        library.Kernels.Single().WriteHelpers!(text, Target.Avx512, kernel);
        text.ToString().ShouldContain($"var gradient = {expression};");
    }

    /// <summary>The products of three pairs of batch matrices over the rows: those of the data, of a model, and of something else.</summary>
    private static GraphPlan Plan(Func<GraphBuilder, Value, Value, Value, Value> gradient)
    {
        var builder = new GraphBuilder { Layer = Weight.Layer };
        Value visible = builder.Leaf(new Input(), Shape.BatchOf(20), Stages.Input, "rows");
        Value weight = builder.Parameter(Weight);
        Value hidden = Product("hidden", visible, weight), reconstruction = Product("reconstruction", hidden, weight, isTransposed: true);
        Value hiddenAgain = Product("hiddenAgain", reconstruction, weight);
        Value data = OverRows("data", visible, hidden), model = OverRows("model", reconstruction, hiddenAgain), third = OverRows("third", visible, hiddenAgain);
        builder.Output(OutputRole.Gradient, gradient(builder, data, model, third), Weight);
        var derived = new DerivedLayout(33);
        derived.Transpose(Weight);
        return new GraphPlan(builder.Build(), new ParameterLayout([Weight]), derived);

        Value Product(string name, Value left, Value right, bool isTransposed = false) => builder.Apply(new MatMul(TransposeRight: isTransposed), name, left, right);
        Value OverRows(string name, Value left, Value right) => builder.Apply(new MatMul(TransposeLeft: true), name, left, right);
    }
}
