using System.Numerics.Tensors;

namespace GraphGen.Execution;

/// <summary>
/// <c>z = x W + b</c>, <c>y = activation(z)</c>; backward <c>dW = x^T dz</c>, <c>db = sum over rows of dz</c>, <c>dx = dz W^T</c>.
/// </summary>
internal sealed class DensePass(DenseLayer layer) : LayerPass(layer)
{
    /// <summary>Rows that one row of the weights serves before the next is fetched: few enough for the first-level cache.</summary>
    private const int Chunk = 8;

    private readonly ActivationStage _stage = new(layer.Activation);
    private readonly int _units = layer.Weight.Shape[1];
    private RowMatrix? _inputs;
    private float[] _weight = [];

    /// <inheritdoc/>
    public override ActivationStage Activation => _stage;

    /// <inheritdoc/>
    public override RowMatrix Forward(RowMatrix inputs)
    {
        _inputs = inputs;
        _weight = ValuesOf(layer.Weight);
        var sums = new RowMatrix(inputs.Rows, _units);
        if (layer.Bias is { } bias)
        {
            float[] values = ValuesOf(bias);
            for (int row = 0; row < sums.Rows; row++)
            {
                values.CopyTo(sums.Row(row));
            }
        }

        ForEachPair((row, input) =>
        {
            Span<float> sum = sums.Row(row);
            TensorPrimitives.MultiplyAddEstimate(WeightsOf(_weight, input), inputs.Row(row)[input], sum, sum);
        });
        return _stage.Forward(sums);
    }

    /// <inheritdoc/>
    public override RowMatrix? Backward(RowMatrix gradients, bool wantsInputGradients)
    {
        RowMatrix inputs = _inputs!;
        RowMatrix sumGradients = _stage.Backward(gradients, layer.Activation.Alpha is { } alpha ? NewGradient(alpha) : []);
        if (layer.Bias is { } bias)
        {
            float[] biasGradient = NewGradient(bias);
            for (int row = 0; row < inputs.Rows; row++)
            {
                TensorPrimitives.Add<float>(biasGradient, sumGradients.Row(row), biasGradient);
            }
        }

        float[] weightGradient = NewGradient(layer.Weight);
        ForEachPair((row, input) =>
        {
            Span<float> gradient = WeightsOf(weightGradient, input);
            TensorPrimitives.MultiplyAddEstimate(sumGradients.Row(row), inputs.Row(row)[input], gradient, gradient);
        });
        if (!wantsInputGradients)
        {
            return null;
        }

        var inputGradients = new RowMatrix(inputs.Rows, inputs.Columns);
        ForEachPair((row, input) =>
            inputGradients.Row(row)[input] = TensorPrimitives.Dot(sumGradients.Row(row), WeightsOf(_weight, input)));
        return inputGradients;
    }

    /// <summary>What belongs to one input in a matrix of the weights' shape.</summary>
    private Span<float> WeightsOf(float[] matrix, int input) => matrix.AsSpan(input * _units, _units);

    /// <summary>Visits every row of the batch with every input, a chunk of rows at a time.</summary>
    private void ForEachPair(Action<int, int> visit)
    {
        RowMatrix inputs = _inputs!;
        for (int start = 0; start < inputs.Rows; start += Chunk)
        {
            int end = Math.Min(start + Chunk, inputs.Rows);
            for (int input = 0; input < inputs.Columns; input++)
            {
                for (int row = start; row < end; row++)
                {
                    visit(row, input);
                }
            }
        }
    }
}
