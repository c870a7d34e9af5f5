using GraphGen.Generator.Graph;
using GraphGen.Model;
using GraphGen.Numerics;

namespace GraphGen.Tests.Interpretation;

/// <summary>
/// A graph evaluated slowly and plainly in double precision: the oracle for everything that is emitted. A value is computed
/// when it is first asked for, so that a feed needs to hold only what the asked values depend on.
/// </summary>
internal sealed class Interpreter(DataflowGraph graph, Feed feed, Arithmetic? arithmetic = null)
{
    private const int ColumnBlock = 16;

    private readonly Arithmetic _arithmetic = arithmetic ?? Arithmetic.Exact;
    private readonly Dictionary<Value, double[]> _results = [];

    /// <summary>The elements of a value, row-major and without padding.</summary>
    public double[] this[Value value]
    {
        get
        {
            if (!_results.TryGetValue(value, out double[]? result))
            {
                result = Compute(value);
                _results.Add(value, result);
            }

            return result;
        }
    }

    /// <summary>The output of that role, and of that parameter where the role has one for each.</summary>
    public double[] Output(OutputRole role, ParameterSpec? parameter = null) =>
        this[graph.Outputs.Single(output => output.Role == role && output.Parameter == parameter).Value];

    private double[] Compute(Value value) => value.Operation switch
    {
        Leaf leaf => Sized(value, Read(leaf)),
        MatMul product => Contract(value, product),
        Draw draw => Drawn(value, draw),
        Elementwise operation => Broadcast(value, operation),
        SumRows => RowSums(value.Inputs[0]),
        SumColumns => [Sum(this[value.Inputs[0]])],
        Softmax => PerRow(value.Inputs[0], (z, _) => ActivationFunctions.Softmax(z)),
        SoftmaxGradient => PerRow(value.Inputs[0], (dy, row) => ActivationFunctions.SoftmaxGradient(dy, RowOf(value.Inputs[1], row))),
        Loss loss => [MeanLoss(value, loss)],
        LossGradient gradient => MeanLossGradient(value, gradient),
        _ => throw new NotSupportedException($"The interpreter does not know {value}."),
    };

    private double[] Read(Leaf leaf) => leaf switch
    {
        Input => feed.Inputs ?? throw Missing(leaf),
        Expected => feed.Expected ?? throw Missing(leaf),
        ChainStates => feed.ChainStates ?? throw Missing(leaf),
        ParameterLeaf { Parameter: var parameter } => feed.Parameters.TryGetValue(parameter.Name, out double[]? elements) ? elements : throw Missing(leaf),
        AccumulatedGradient { Parameter: var parameter } => feed.Accumulated.TryGetValue(parameter.Name, out double[]? elements) ? elements : throw Missing(leaf),
        AverageLeaf { Parameter: var parameter } => feed.Averages.TryGetValue(parameter.Name, out double[]? elements) ? elements : throw Missing(leaf),
        Constant constant => [constant.Number],
        StepScalar { Kind: StepScalarKind.InverseRows } => [1.0 / feed.Rows],
        StepScalar scalar => feed.Scalars.TryGetValue(scalar.Kind, out double number) ? [number] : throw Missing(leaf),
        LayerTrained { Layer: var layer } => [feed.Resting.Contains(layer) ? 0 : 1],
        UpdateOperand operand => feed.Operands.TryGetValue(operand.Role, out double[]? elements) ? elements : throw Missing(leaf),
        _ => throw new NotSupportedException($"The interpreter does not know the leaf {leaf}."),
    };

    private static InvalidOperationException Missing(Leaf leaf) => new($"The feed has nothing for {leaf}: set it.");

    private double[] Sized(Value value, double[] elements)
    {
        int expected = Rows(value.Shape) * value.Shape.Columns;
        return elements.Length == expected
            ? elements
            : throw new InvalidOperationException($"The feed has {elements.Length} elements for {value}, which has {expected}.");
    }

    private int Rows(Shape shape) => shape.IsBatch ? feed.Rows : shape.Rows;

    private double[] Contract(Value value, MatMul product)
    {
        Value left = value.Inputs[0], right = value.Inputs[1];
        double[] leftElements = this[left], rightElements = this[right];
        int inner = product.TransposeLeft ? Rows(left.Shape) : left.Shape.Columns;
        (int leftRow, int leftInner) = product.TransposeLeft ? (1, left.Shape.Columns) : (left.Shape.Columns, 1);
        (int rightInner, int rightColumn) = product.TransposeRight ? (1, right.Shape.Columns) : (right.Shape.Columns, 1);
        return Fill(value.Shape, (row, column) =>
        {
            double sum = 0;
            double magnitude = 0;
            for (int k = 0; k < inner; k++)
            {
                double term = leftElements[(row * leftRow) + (k * leftInner)] * rightElements[(k * rightInner) + (column * rightColumn)];
                sum += term;
                magnitude += Math.Abs(term);
            }

            return (sum, magnitude);
        });
    }

    private double[] Broadcast(Value value, Elementwise operation)
    {
        // The distance from one row to the next and from one column to the next: 0 where a vector or a number is broadcast.
        (double[] Elements, int Row, int Column)[] inputs = value.Inputs
            .Select(input => (this[input], input.Shape.Rank == 2 ? input.Shape.Columns : 0, input.Shape.Rank == 0 ? 0 : 1))
            .ToArray();
        double[] operands = new double[inputs.Length];
        return Fill(value.Shape, (row, column) =>
        {
            for (int input = 0; input < operands.Length; input++)
            {
                operands[input] = inputs[input].Elements[(row * inputs[input].Row) + (column * inputs[input].Column)];
            }

            return ElementwiseFunctions.Apply(operation, operands);
        });
    }

    /// <summary>Operations that draw a number for each element, from the same hash as the emitted code.</summary>
    private double[] Drawn(Value value, Draw draw)
    {
        double rate = draw switch { Drop drop => drop.Rate, AlphaDrop drop => drop.Rate, _ => 0 };
        var key = new DropoutKey(feed.Seed, feed.Step, (uint)draw.Layer, rate);
        double[][] inputs = value.Inputs.Select(input => this[input]).ToArray();
        int columns = value.Shape.Columns;
        int paddedColumns = (columns + ColumnBlock - 1) / ColumnBlock * ColumnBlock;
        return Fill(value.Shape, (row, column) =>
        {
            uint element = (uint)((row * paddedColumns) + column);
            double x = inputs[0][(row * columns) + column];
            switch (draw)
            {
                case Drop:
                    double result = DropoutMask.Scale(element, key) != 0 ? x / (1 - rate) : 0;
                    return (result, Math.Abs(result));
                case AlphaDrop:
                    // The paper's own words: a x + b for kept elements, a alpha' + b for the others.
                    double lowest = -Activations.SeluScale * Activations.SeluAlpha, kept = 1 - rate;
                    double a = 1 / Math.Sqrt(kept + (lowest * lowest * kept * rate)), b = -a * rate * lowest;
                    double scaled = a * (DropoutMask.Scale(element, key) != 0 ? x : lowest);
                    return (scaled + b, Math.Abs(scaled) + Math.Abs(b));
                case RandomRectify rectify:
                    double value = x > 0 ? x : x * Slope(rectify.Function, element);
                    return (value, Math.Abs(value));
                case RandomRectifyGradient rectify:
                    double gradient = inputs[1][(row * columns) + column] > 0 ? x : x * Slope(rectify.Function, element);
                    return (gradient, Math.Abs(gradient));
                case AddNoise noise:
                    double added = noise.Deviation * ElementDraw.Normal(element, key);
                    return (x + added, Math.Abs(x) + Math.Abs(added));
                case DrawUnit:
                    double unit = ElementDraw.Uniform(element, key) < x ? 1 : 0;
                    return (unit, unit);
                default:
                    throw new NotSupportedException($"The interpreter does not know {draw}.");
            }
        });

        double Slope(ActivationFunction function, uint element) =>
            function.Alpha + ((function.UpperAlpha - function.Alpha) * ElementDraw.Uniform(element, key));
    }

    private double[] RowSums(Value matrix)
    {
        double[] elements = this[matrix];
        int columns = matrix.Shape.Columns;
        double[] sums = new double[columns];
        for (int column = 0; column < columns; column++)
        {
            sums[column] = Sum(Enumerable.Range(0, Rows(matrix.Shape)).Select(row => elements[(row * columns) + column]));
        }

        return sums;
    }

    private double Sum(IEnumerable<double> terms)
    {
        double sum = 0;
        double magnitude = 0;
        foreach (double term in terms)
        {
            sum += term;
            magnitude += Math.Abs(term);
        }

        return _arithmetic.Round(sum, magnitude);
    }

    private double MeanLoss(Value value, Loss loss)
    {
        double[] z = this[value.Inputs[0]], expected = this[value.Inputs[1]];
        int outputs = value.Inputs[0].Shape.Columns;
        double sum = 0;
        double magnitude = 0;
        for (int row = 0; row < feed.Rows; row++)
        {
            (double term, double size) = LossFunctions.Row(loss.Spec, z.AsSpan(row * outputs, outputs), expected.AsSpan(row * outputs, outputs));
            sum += RowWeight(loss, row) * term;
            magnitude += RowWeight(loss, row) * size;
        }

        int terms = LossFunctions.Terms(loss.Spec, feed.Rows, outputs);
        return _arithmetic.Round(sum / terms, magnitude / terms);
    }

    private double[] MeanLossGradient(Value value, LossGradient gradient)
    {
        double[] expected = this[value.Inputs[1]];
        int outputs = value.Shape.Columns;
        int terms = LossFunctions.Terms(gradient.Loss.Spec, feed.Rows, outputs);
        return PerRow(value.Inputs[0], (z, row) => LossFunctions.Gradient(gradient.Loss.Spec, z, expected.AsSpan(row * outputs, outputs))
            .Select(element => (Share(row) * element.Value, Share(row) * element.Magnitude)).ToArray());

        double Share(int row) => RowWeight(gradient.Loss, row) * gradient.Factor / terms;
    }

    private ReadOnlySpan<double> RowOf(Value matrix, int row) => this[matrix].AsSpan(row * matrix.Shape.Columns, matrix.Shape.Columns);

    private double RowWeight(Loss loss, int row) => loss.HasWeights ? (feed.Weights ?? throw new InvalidOperationException("The feed has no weights: set them."))[row] : 1;

    private double[] PerRow(Value matrix, Func<double[], int, (double Value, double Magnitude)[]> compute)
    {
        double[] elements = this[matrix];
        int columns = matrix.Shape.Columns;
        return Enumerable.Range(0, Rows(matrix.Shape))
            .SelectMany(row => compute(elements[(row * columns)..((row + 1) * columns)], row))
            .Select(element => _arithmetic.Round(element.Value, element.Magnitude))
            .ToArray();
    }

    private double[] Fill(Shape shape, Func<int, int, (double Value, double Magnitude)> compute)
    {
        double[] elements = new double[Rows(shape) * shape.Columns];
        for (int index = 0; index < elements.Length; index++)
        {
            (double value, double magnitude) = compute(index / shape.Columns, index % shape.Columns);
            elements[index] = _arithmetic.Round(value, magnitude);
        }

        return elements;
    }
}
