using GraphGen.Generator.Graph;
using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Interpretation;

using Act = GraphGen.Model.Act;

/// <summary>The oracle's operations against numbers worked out by hand.</summary>
public sealed class InterpreterTests
{
    private static readonly ParameterSpec Weight = new("Dense1", "dense1.weight", ParameterRole.Weight, Shape.Matrix(2, 2), Trainable: true);

    private readonly GraphBuilder _builder = new();

    private Value X => _builder.Leaf(new Input(), Shape.BatchOf(2), "Input", "rows");

    private Value Y => _builder.Leaf(new Expected(), Shape.BatchOf(2), "Loss", "expected");

    private Value W => _builder.Parameter(Weight);

    private Value V => _builder.Leaf(new UpdateOperand(UpdateRole.Slot1), Shape.Vector(2), "", "vector");

    [Fact]
    public void Products_transpose_where_asked()
    {
        Evaluate(_builder.Apply(new MatMul(), "product", X, W)).ShouldBe([19, 22, 43, 50]);
        Evaluate(_builder.Apply(new MatMul(TransposeLeft: true), "product", X, X)).ShouldBe([10, 14, 14, 20]);
        Evaluate(_builder.Apply(new MatMul(TransposeRight: true), "product", X, W)).ShouldBe([17, 23, 39, 53]);
    }

    [Fact]
    public void Vectors_and_numbers_are_broadcast_over_the_rows()
    {
        Evaluate(_builder.Apply(new Add(), "sum", X, V)).ShouldBe([11, 22, 13, 24]);
        Evaluate(_builder.Apply(new Multiply(), "product", _builder.Constant(2), X)).ShouldBe([2, 4, 6, 8]);
    }

    [Fact]
    public void Fused_operations_keep_their_signs()
    {
        Evaluate(_builder.Apply(new MultiplyAdd(), "fused", X, V, Y)).ShouldBe([11, 40, 30, 81]);
        Evaluate(_builder.Apply(new MultiplySubtract(), "fused", X, V, Y)).ShouldBe([9, 40, 30, 79]);
        Evaluate(_builder.Apply(new NegatedMultiplyAdd(), "fused", X, V, Y)).ShouldBe([-9, -40, -30, -79]);
        Evaluate(_builder.Apply(new Normalize(), "fused", X, V, V)).ShouldBe([-90, -360, -70, -320]);
    }

    [Fact]
    public void Sums_run_over_rows_or_over_columns()
    {
        Value sums = _builder.Apply(new SumRows(), "sums", X);
        Evaluate(sums).ShouldBe([4, 6]);
        Evaluate(_builder.Apply(new SumColumns(), "sum", sums)).ShouldBe([10]);
    }

    [Fact]
    public void Softmax_makes_each_row_add_up_to_one() =>
        Evaluate(_builder.Apply(new Softmax(), "probabilities", X)).ShouldBe([1 / (1 + Math.E), Math.E / (1 + Math.E), 1 / (1 + Math.E), Math.E / (1 + Math.E)], 1e-15);

    [Fact]
    public void The_gradient_of_softmax_couples_each_row() =>
        Evaluate(_builder.Apply(new SoftmaxGradient(), "gradient", Y, X)).ShouldBe([0, -2, -12, -12]);

    [Theory]
    [InlineData(LossKind.SoftmaxCrossEntropy, 0.8132616875182228)] // mean of log(1 + e) and log(1 + 1/e)
    [InlineData(LossKind.MeanSquaredError, 5.5)]
    public void Losses_are_means(LossKind kind, double expected) =>
        Evaluate(_builder.Apply(new Loss(kind, HasWeights: false), "loss", X, Y))[0].ShouldBe(expected, 1e-14);

    [Fact]
    public void Binary_cross_entropy_is_minus_the_logarithm_of_the_probability_of_what_came()
    {
        double[] z = [1, 2, 3, 4], t = [1, 0, 0, 1];
        double expected = z.Zip(t, (logit, target) => -Math.Log(target == 1 ? 1 / (1 + Math.Exp(-logit)) : 1 - (1 / (1 + Math.Exp(-logit))))).Average();
        Evaluate(_builder.Apply(new Loss(LossKind.BinaryCrossEntropy, HasWeights: false), "loss", X, Y))[0].ShouldBe(expected, 1e-14);
    }

    [Theory]
    [InlineData(Act.Linear, -2, -2)]
    [InlineData(Act.Sigmoid, -2, 0.11920292202211755)]
    [InlineData(Act.Tanh, 0.5, 0.46211715726000975)]
    [InlineData(Act.Relu, -2, 0)]
    [InlineData(Act.Relu, 2, 2)]
    [InlineData(Act.LeakyRelu, -2, -0.02)]
    [InlineData(Act.Elu, -2, -0.8646647167633873)]
    [InlineData(Act.Elu, 2, 2)]
    [InlineData(Act.Selu, -2, -1.520166468595695)]
    [InlineData(Act.Selu, 2, 2.101401974710961)]
    [InlineData(Act.Swish, -2, -0.2384058440442351)]
    public void Activations_have_the_values_of_their_definitions(Act function, double z, double expected) =>
        ActivationFunctions.Value(function, z).Value.ShouldBe(expected, 1e-14);

    [Fact]
    public void A_missing_leaf_is_named() => Should.Throw<InvalidOperationException>(() =>
        new Interpreter(Graph(X), new Feed { Rows = 2 })[X]).Message.ShouldContain(nameof(Input));

    [Fact]
    public void A_feed_of_the_wrong_length_is_rejected() => Should.Throw<InvalidOperationException>(() =>
        new Interpreter(Graph(X), new Feed { Rows = 3, Inputs = [1, 2, 3, 4] })[X]).Message.ShouldContain("4 elements");

    [Fact]
    public void Noise_stays_within_what_single_precision_rounds()
    {
        Value sum = _builder.Apply(new Subtract(), "difference", X, X);
        var noisy = new Interpreter(Graph(sum), Feed, new NoisyArithmetic(1));
        noisy[sum].ShouldAllBe(element => element != 0 && Math.Abs(element) <= 8 * Math.Pow(2, -23));
    }

    private static Feed Feed => new()
    {
        Rows = 2,
        Inputs = [1, 2, 3, 4],
        Expected = [1, 0, 0, 1],
        Parameters = new Dictionary<string, double[]> { [Weight.Name] = [5, 6, 7, 8] },
        Operands = new Dictionary<UpdateRole, double[]> { [UpdateRole.Slot1] = [10, 20] },
    };

    private DataflowGraph Graph(Value output)
    {
        _builder.Output(OutputRole.Logits, output);
        return _builder.Build();
    }

    private double[] Evaluate(Value value) => new Interpreter(Graph(value), Feed)[value];
}
