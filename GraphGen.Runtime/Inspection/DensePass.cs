using System.Numerics.Tensors;

namespace GraphGen.Execution;

/// <summary>
/// <c>z = x W + b</c>, <c>y = activation(z)</c>; backward <c>dW = x^T dz</c>, <c>db = sum over rows of dz</c>, <c>dx = dz W^T</c>.
/// A tied layer works with a copy of the other one's weights that lies as its own would, <c>[inputs, units]</c>.
/// </summary>
internal sealed class DensePass(DenseLayer layer) : LayerPass(layer)
{
    /// <summary>Rows that one row of the weights serves before the next is fetched: few enough for the first-level cache.</summary>
    private const int Chunk = 8;

    /// <summary>Inputs whose weight gradients are summed over all rows before those of the next: as few, for the same reason.</summary>
    private const int InputChunk = 16;

    private readonly ActivationStage _stage = new(layer.Activation);
    private readonly int _units = layer.Weight.Shape[layer.TiedTo is null ? 1 : 0];
    private readonly float[] _transposed = new float[layer.TiedTo is null ? 0 : layer.Weight.Length];
    private readonly float[] _tiedGradient = new float[layer.TiedTo is null ? 0 : layer.Weight.Length];
    private RowMatrix? _inputs;
    private RowMatrix? _sums;
    private RowMatrix? _inputGradients;
    private float[] _weight = [];

    /// <inheritdoc/>
    public override ActivationStage Activation => _stage;

    /// <summary>Of a tied layer, what it contributes to the gradient of the other one's weights, as the last way backward left it; else empty.</summary>
    public float[] TiedGradient => _tiedGradient;

    /// <inheritdoc/>
    public override RowMatrix Forward(RowMatrix inputs)
    {
        _inputs = inputs;
        _weight = layer.TiedTo is null ? ValuesOf(layer.Weight) : Transposed(ValuesOf(layer.Weight));
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

        if (layer.TiedTo is null)
        {
            AddWeightGradient(inputs, sumGradients, NewGradient(layer.Weight));
        }
        else
        {
            Array.Clear(_tiedGradient);
            AddWeightGradient(sumGradients, inputs, _tiedGradient);
        }

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

    /// <summary><c>gradient += left^T right</c>.</summary>
    private static void AddWeightGradient(RowMatrix left, RowMatrix right, float[] gradient)
    {
        for (int start = 0; start < left.Columns; start += InputChunk)
        {
            AddWeightGradient(left, right, gradient, start, Math.Min(start + InputChunk, left.Columns));
        }
    }

    private static void AddWeightGradient(RowMatrix left, RowMatrix right, float[] gradient, int start, int end)
    {
        int columns = right.Columns;
        int row = 0;
        for (; row <= left.Rows - ScaledRows.Count; row += ScaledRows.Count)
        {
            ReadOnlySpan<float> x0 = left.Row(row), x1 = left.Row(row + 1), x2 = left.Row(row + 2), x3 = left.Row(row + 3);
            ReadOnlySpan<float> rows = right.Values.AsSpan(row * columns, ScaledRows.Count * columns);
            for (int input = start; input < end; input++)
            {
                ScaledRows.AddFour(gradient.AsSpan(input * columns, columns), rows, x0[input], x1[input], x2[input], x3[input]);
            }
        }

        for (; row < left.Rows; row++)
        {
            for (int input = start; input < end; input++)
            {
                Span<float> sum = gradient.AsSpan(input * columns, columns);
                TensorPrimitives.MultiplyAddEstimate(right.Row(row), left.Row(row)[input], sum, sum);
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

    private float[] Transposed(float[] weight)
    {
        int inputs = weight.Length / _units;
        for (int unit = 0; unit < _units; unit++)
        {
            for (int input = 0; input < inputs; input++)
            {
                _transposed[(input * _units) + unit] = weight[(unit * inputs) + input];
            }
        }

        return _transposed;
    }

    /// <summary>What belongs to one input in a matrix of the weights' shape.</summary>
    private Span<float> WeightsOf(float[] matrix, int input) => matrix.AsSpan(input * _units, _units);
}
