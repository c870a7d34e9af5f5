using System.Numerics.Tensors;

namespace GraphGen.Execution;

/// <summary>
/// <c>z = x W + b</c>, <c>y = activation(z)</c>; backward <c>dW = x^T dz</c>, <c>db = sum over rows of dz</c>, <c>dx = dz W^T</c>.
/// </summary>
internal sealed class DensePass(DenseLayer layer) : LayerPass(layer)
{
    /// <summary>Rows that one row of the weights serves before the next is fetched: few enough for the first-level cache.</summary>
    private const int Chunk = 8;

    /// <summary>Inputs whose weight gradients are summed over all rows before those of the next: as few, for the same reason.</summary>
    private const int InputChunk = 16;

    private readonly ActivationStage _stage = new(layer.Activation);
    private readonly int _units = layer.Weight.Shape[1];
    private RowMatrix? _inputs;
    private RowMatrix? _sums;
    private RowMatrix? _inputGradients;
    private float[] _weight = [];

    /// <inheritdoc/>
    public override ActivationStage Activation => _stage;

    /// <inheritdoc/>
    public override RowMatrix Forward(RowMatrix inputs)
    {
        _inputs = inputs;
        _weight = ValuesOf(layer.Weight);
        RowMatrix sums = RowMatrix.Zeros(ref _sums, inputs.Rows, _units);
        if (layer.Bias is { } bias)
        {
            float[] values = ValuesOf(bias);
            for (int row = 0; row < sums.Rows; row++)
            {
                values.CopyTo(sums.Row(row));
            }
        }

        AddProduct(inputs, sums);
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

        AddWeightGradient(inputs, sumGradients, NewGradient(layer.Weight));
        if (!wantsInputGradients)
        {
            return null;
        }

        return InputGradients(inputs, sumGradients);
    }

    /// <summary><c>sums += inputs W</c>, for a few rows at a time, so that the weights of an input are fetched once for all of them.</summary>
    private void AddProduct(RowMatrix inputs, RowMatrix sums)
    {
        for (int start = 0; start < inputs.Rows; start += Chunk)
        {
            int end = Math.Min(start + Chunk, inputs.Rows);
            int input = 0;
            for (; input <= inputs.Columns - ScaledRows.Count; input += ScaledRows.Count)
            {
                ReadOnlySpan<float> weights = _weight.AsSpan(input * _units, ScaledRows.Count * _units);
                for (int row = start; row < end; row++)
                {
                    ReadOnlySpan<float> x = inputs.Row(row).Slice(input, ScaledRows.Count);
                    ScaledRows.AddFour(sums.Row(row), weights, x[0], x[1], x[2], x[3]);
                }
            }

            for (; input < inputs.Columns; input++)
            {
                for (int row = start; row < end; row++)
                {
                    TensorPrimitives.MultiplyAddEstimate(WeightsOf(_weight, input), inputs.Row(row)[input], sums.Row(row), sums.Row(row));
                }
            }
        }
    }

    /// <summary><c>gradient += inputs^T sumGradients</c>.</summary>
    private void AddWeightGradient(RowMatrix inputs, RowMatrix sumGradients, float[] gradient)
    {
        for (int start = 0; start < inputs.Columns; start += InputChunk)
        {
            AddWeightGradient(inputs, sumGradients, gradient, start, Math.Min(start + InputChunk, inputs.Columns));
        }
    }

    private void AddWeightGradient(RowMatrix inputs, RowMatrix sumGradients, float[] gradient, int start, int end)
    {
        int row = 0;
        for (; row <= inputs.Rows - ScaledRows.Count; row += ScaledRows.Count)
        {
            ReadOnlySpan<float> x0 = inputs.Row(row), x1 = inputs.Row(row + 1), x2 = inputs.Row(row + 2), x3 = inputs.Row(row + 3);
            ReadOnlySpan<float> dz = sumGradients.Values.AsSpan(row * _units, ScaledRows.Count * _units);
            for (int input = start; input < end; input++)
            {
                ScaledRows.AddFour(WeightsOf(gradient, input), dz, x0[input], x1[input], x2[input], x3[input]);
            }
        }

        for (; row < inputs.Rows; row++)
        {
            for (int input = start; input < end; input++)
            {
                Span<float> sum = WeightsOf(gradient, input);
                TensorPrimitives.MultiplyAddEstimate(sumGradients.Row(row), inputs.Row(row)[input], sum, sum);
            }
        }
    }

    /// <summary><c>sumGradients W^T</c>.</summary>
    private RowMatrix InputGradients(RowMatrix inputs, RowMatrix sumGradients)
    {
        RowMatrix inputGradients = RowMatrix.Zeros(ref _inputGradients, inputs.Rows, inputs.Columns);
        for (int start = 0; start < inputs.Rows; start += Chunk)
        {
            int end = Math.Min(start + Chunk, inputs.Rows);
            for (int input = 0; input < inputs.Columns; input++)
            {
                for (int row = start; row < end; row++)
                {
                    inputGradients.Row(row)[input] = TensorPrimitives.Dot(sumGradients.Row(row), WeightsOf(_weight, input));
                }
            }
        }

        return inputGradients;
    }

    /// <summary>What belongs to one input in a matrix of the weights' shape.</summary>
    private Span<float> WeightsOf(float[] matrix, int input) => matrix.AsSpan(input * _units, _units);
}
