namespace GraphGen.Generator.Graph;

/// <summary>The shape of an operation's result, from those of its inputs.</summary>
internal static class ShapeInference
{
    public static Shape Infer(Operation operation, IReadOnlyList<Value> inputs) => operation switch
    {
        MatMul product => Product(product, inputs[0].Shape, inputs[1].Shape),
        Elementwise => Widest(inputs),
        SumRows => Shape.Vector(inputs[0].Shape.Columns),
        SumColumns or Loss => Shape.Scalar,
        RowWise or LossGradient => inputs[0].Shape,
        _ => throw new InvalidOperationException($"{operation} has no inferred shape."),
    };

    /// <summary>The shape that the others are broadcast to.</summary>
    private static Shape Widest(IReadOnlyList<Value> inputs)
    {
        var widest = inputs[0].Shape;
        for (int index = 1; index < inputs.Count; index++)
        {
            widest = inputs[index].Shape.Rank > widest.Rank ? inputs[index].Shape : widest;
        }

        return widest;
    }

    private static Shape Product(MatMul product, Shape left, Shape right)
    {
        int rows = product.TransposeLeft ? left.Columns : left.Rows;
        int columns = product.TransposeRight ? right.Rows : right.Columns;
        return Shape.Matrix(rows, columns);
    }
}
