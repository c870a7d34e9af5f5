namespace GraphGen.Generator.Graph;

/// <summary>The shape of an operation's result, from those of its inputs.</summary>
internal static class ShapeInference
{
    public static Shape Infer(Operation operation, IReadOnlyList<Value> inputs) => operation switch
    {
        MatMul product => Product(product, inputs[0].Shape, inputs[1].Shape),
        Elementwise => inputs.Select(input => input.Shape).OrderByDescending(shape => shape.Rank).First(),
        SumRows => Shape.Vector(inputs[0].Shape.Columns),
        SumColumns or Loss => Shape.Scalar,
        Softmax or LossGradient => inputs[0].Shape,
        _ => throw new InvalidOperationException($"{operation} has no inferred shape."),
    };

    private static Shape Product(MatMul product, Shape left, Shape right)
    {
        int rows = product.TransposeLeft ? left.Columns : left.Rows;
        int columns = product.TransposeRight ? right.Rows : right.Columns;
        return Shape.Matrix(rows, columns);
    }
}
