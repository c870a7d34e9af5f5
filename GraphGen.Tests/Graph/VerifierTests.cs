using GraphGen.Generator.Graph;
using GraphGen.Generator.Passes;
using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Graph;

public sealed class VerifierTests
{
    private static readonly ParameterSpec Weight = new("Dense1", "dense1.weight", ParameterRole.Weight, Shape.Matrix(3, 4), Trainable: true);
    private static readonly Value Rows = new(0, new Input(), [], Shape.BatchOf(3), "Input", "rows");
    private static readonly Value Weights = new(1, new ParameterLeaf(Weight), [], Weight.Shape, "Dense1", "weight");
    private static readonly Value Vector = new(2, new UpdateOperand(UpdateRole.Gradient), [], Shape.Vector(4), "Dense1", "vector");

    [Fact]
    public void A_sound_graph_passes() =>
        Should.NotThrow(() => Verifier.Verify(Graph(Value(3, new MatMul(), Shape.BatchOf(4), Rows, Weights), [], Weights)));

    [Fact]
    public void A_number_that_is_not_the_position_is_rejected() =>
        ShouldReject(Graph(Value(7, new MatMul(), Shape.BatchOf(4), Rows, Weights), []), "Dense1.broken", "position");

    [Fact]
    public void A_value_read_before_it_is_defined_is_rejected()
    {
        Value later = Value(4, new SquareRoot(), Shape.BatchOf(3), Rows);
        ShouldReject(Graph(Value(3, new SquareRoot(), Shape.BatchOf(3), later), []), "Dense1.broken", "not defined before it");
    }

    [Fact]
    public void Too_few_inputs_are_rejected() =>
        ShouldReject(Graph(Value(3, new Add(), Shape.BatchOf(3), Rows), []), "Dense1.broken", "needs 2 inputs");

    [Fact]
    public void Inputs_of_a_leaf_are_rejected() =>
        ShouldReject(Graph(Value(3, new Constant(1), Shape.Scalar, Rows), []), "Dense1.broken", "needs 0 inputs");

    [Fact]
    public void A_product_with_a_vector_is_rejected() =>
        ShouldReject(Graph(Value(3, new MatMul(), Shape.BatchOf(4), Rows, Vector), []), "Dense1.broken", "no matrix");

    [Fact]
    public void A_product_of_matrices_that_do_not_fit_is_rejected() =>
        ShouldReject(Graph(Value(3, new MatMul(TransposeRight: true), Shape.BatchOf(3), Rows, Weights), []), "Dense1.broken", "inner dimensions differ");

    [Fact]
    public void A_product_that_transposes_both_sides_is_rejected() =>
        ShouldReject(Graph(Value(3, new MatMul(true, true), Shape.Matrix(3, 3), Rows, Weights), []), "Dense1.broken", "transposes both");

    [Fact]
    public void Elements_that_do_not_broadcast_are_rejected() =>
        ShouldReject(Graph(Value(3, new Add(), Shape.BatchOf(3), Rows, Vector), []), "Dense1.broken", "do not broadcast");

    [Fact]
    public void A_sum_over_the_rows_of_a_vector_is_rejected() =>
        ShouldReject(Graph(Value(3, new SumRows(), Shape.Vector(4), Vector), []), "Dense1.broken", "has none");

    [Fact]
    public void A_sum_over_the_columns_of_a_matrix_is_rejected() =>
        ShouldReject(Graph(Value(3, new SumColumns(), Shape.Scalar, Rows), []), "Dense1.broken", "no vector");

    [Fact]
    public void A_loss_of_different_widths_is_rejected() =>
        ShouldReject(Graph(Value(3, new Loss(LossKind.MeanSquaredError, HasWeights: false), Shape.Scalar, Rows, Weights), []), "Dense1.broken", "one width");

    [Fact]
    public void A_shape_that_is_not_the_inferred_one_is_rejected() =>
        ShouldReject(Graph(Value(3, new MatMul(), Shape.BatchOf(5), Rows, Weights), []), "Dense1.broken", "not the inferred one");

    [Fact]
    public void An_output_outside_the_graph_is_rejected()
    {
        Value stranger = Value(9, new SquareRoot(), Shape.BatchOf(3), Rows);
        ShouldReject(Graph(Value(3, new SquareRoot(), Shape.BatchOf(3), Rows), [new Output(OutputRole.Logits, stranger)]), "Dense1.broken", "not part of the graph");
    }

    [Fact]
    public void A_gradient_without_its_parameter_is_rejected() =>
        ShouldReject(Graph(Value(3, new SquareRoot(), Weight.Shape, Weights), [new Output(OutputRole.Gradient, Weights)]), "Dense1.weight", "needs a parameter");

    [Fact]
    public void A_loss_with_a_parameter_is_rejected() =>
        ShouldReject(Graph(Value(3, new SquareRoot(), Weight.Shape, Weights), [new Output(OutputRole.Loss, Weights, Weight)]), "Dense1.weight", "has no parameter");

    [Fact]
    public void A_gradient_of_another_shape_than_its_parameter_is_rejected() =>
        ShouldReject(Graph(Value(3, new SquareRoot(), Shape.BatchOf(3), Rows), [new Output(OutputRole.Gradient, Rows, Weight)]), "Input.rows", "shape is not that of dense1.weight");

    [Fact]
    public void A_pass_that_breaks_a_graph_stops_the_pipeline() => Should.Throw<InvalidOperationException>(() =>
        Pipeline.Run([new BreakingPass()], Graph(Value(3, new SquareRoot(), Shape.BatchOf(3), Rows), []))).Message.ShouldContain("Dense1.broken");

    private static Value Value(int id, Operation operation, Shape shape, params Value[] inputs) => new(id, operation, inputs, shape, "Dense1", "broken");

    private static DataflowGraph Graph(Value last, Output[] outputs, params Value[] more) =>
        new([Rows, Weights, Vector, last], [.. outputs, .. more.Select(value => new Output(OutputRole.Gradient, value, Weight))]);

    private static void ShouldReject(DataflowGraph graph, params string[] fragments)
    {
        string message = Should.Throw<InvalidOperationException>(() => Verifier.Verify(graph)).Message;
        foreach (string fragment in fragments)
        {
            message.ShouldContain(fragment);
        }
    }

    private sealed class BreakingPass : IPass
    {
        public DataflowGraph Run(DataflowGraph graph) => Graph(Value(3, new Add(), Shape.BatchOf(3), Rows), []);
    }
}
