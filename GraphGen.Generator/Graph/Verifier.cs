namespace GraphGen.Generator.Graph;

/// <summary>
/// The written contract of a graph, checked on entry to and exit from every pass: a broken pass stops the build at once
/// instead of yielding wrong code.
/// </summary>
internal static class Verifier
{
    public static void Verify(DataflowGraph graph)
    {
        for (int position = 0; position < graph.Values.Count; position++)
        {
            var value = graph.Values[position];
            Require(value.Id == position, value, "its number is not its position");
            foreach (var input in value.Inputs)
            {
                Require(IsDefined(graph, input, position), value, "it reads a value that is not defined before it");
            }

            CheckSignature(value);
        }

        foreach (var output in graph.Outputs)
        {
            Require(IsDefined(graph, output.Value, graph.Values.Count), output.Value, $"it is the {output.Role} but not part of the graph");
            bool needsParameter = output.Role is OutputRole.Gradient or OutputRole.Update, mayHaveParameter = needsParameter || output.Role == OutputRole.NewAverage;
            Require(!needsParameter || output.Parameter is not null, output.Value, $"a {output.Role} needs a parameter");
            Require(mayHaveParameter || output.Parameter is null, output.Value, $"a {output.Role} has no parameter");
            Require(output.Parameter is null || output.Parameter.Shape == output.Value.Shape, output.Value, $"its shape is not that of {output.Parameter?.Name}");
        }
    }

    /// <summary>Whether a value stands in the graph in front of a position.</summary>
    private static bool IsDefined(DataflowGraph graph, Value value, int position) =>
        value.Id >= 0 && value.Id < position && graph.Values[value.Id] == value;

    private static void CheckSignature(Value value)
    {
        int arity = Arity(value);
        Require(value.Inputs.Count == arity, value, $"it needs {arity} inputs");
        switch (value.Operation)
        {
            case Leaf:
                return;
            case MatMul product:
                CheckProduct(value, product);
                break;
            case Elementwise:
                Require(value.Inputs.All(input => input.Shape.BroadcastsTo(value.Shape)), value, "its inputs do not broadcast to its shape");
                break;
            case SumRows:
                Require(value.Inputs[0].Shape.Rank == 2, value, "it sums the rows of something that has none");
                break;
            case SumColumns:
                Require(value.Inputs[0].Shape.IsVector, value, "it sums the columns of something that is no vector");
                break;
            case Loss or LossGradient or RowWise:
                Require(value.Inputs.All(input => input.Shape == value.Inputs[0].Shape && input.Shape.IsBatch), value, "it needs batch matrices of one width");
                break;
        }

        Require(value.Shape == ShapeInference.Infer(value.Operation, value.Inputs), value, "its shape is not the inferred one");
    }

    private static void CheckProduct(Value value, MatMul product)
    {
        Shape left = value.Inputs[0].Shape, right = value.Inputs[1].Shape;
        Require(left.Rank == 2 && right.Rank == 2, value, "it multiplies something that is no matrix");
        Require(!(product.TransposeLeft && product.TransposeRight), value, "no kernel transposes both sides");
        int inner = product.TransposeLeft ? left.Rows : left.Columns;
        Require(inner == (product.TransposeRight ? right.Columns : right.Rows), value, "its inner dimensions differ");
    }

    private static int Arity(Value value) => value.Operation switch
    {
        Leaf => 0,
        SquareRoot or Absolute or Sign or Activate or Drop or AlphaDrop or RandomRectify or AddNoise or DrawUnit or Divergence or SumRows or SumColumns or Softmax => 1,
        Select or MultiplyAdd or NegatedMultiplyAdd or MultiplySubtract or Normalize or RectifyGradient => 3,
        _ => 2,
    };

    private static void Require(bool condition, Value value, string complaint)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Broken graph at {value}: {complaint}.");
        }
    }
}
