using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace GraphGen.Execution;

/// <summary>
/// Batch normalisation by the batch's own statistics: <c>xhat = (x - mean) / sqrt(variance + epsilon)</c>, <c>y = gamma xhat + beta</c>;
/// backward <c>dgamma = sum of dy xhat</c>, <c>dbeta = sum of dy</c>,
/// <c>dx = gamma / sqrt(variance + epsilon) (dy - dbeta / rows - xhat dgamma / rows)</c> (Ioffe and Szegedy, 2015, section 3). While the layer rests, by its
/// moving statistics, which do not depend on the batch: <c>dx = gamma / sqrt(variance + epsilon) dy</c>. These stay what they are.
/// </summary>
internal sealed class BatchNormPass(BatchNormLayer layer) : LayerPass(layer)
{
    private RowMatrix? _normalized;
    private RowMatrix? _squares;
    private RowMatrix? _outputs;
    private RowMatrix? _inputGradients;
    private float[] _gamma = [];
    private float[] _inverseDeviation = [];

    /// <inheritdoc/>
    public override RowMatrix Forward(RowMatrix inputs)
    {
        float[] mean = layer.Trainable ? MeanOf(inputs) : ValuesOf(layer.MovingMean);
        RowMatrix normalized = RowMatrix.Zeros(ref _normalized, inputs.Rows, inputs.Columns);
        RowMatrix squares = RowMatrix.Zeros(ref _squares, inputs.Rows, inputs.Columns);
        for (int row = 0; row < inputs.Rows; row++)
        {
            TensorPrimitives.Subtract(inputs.Row(row), mean, normalized.Row(row));
            TensorPrimitives.Multiply(normalized.Row(row), normalized.Row(row), squares.Row(row));
        }

        _inverseDeviation = layer.Trainable ? MeanOf(squares) : [.. ValuesOf(layer.MovingVariance)];
        TensorPrimitives.Add(_inverseDeviation, (float)layer.Epsilon, _inverseDeviation);
        TensorPrimitives.ReciprocalSqrt<float>(_inverseDeviation, _inverseDeviation);
        _gamma = ValuesOf(layer.Gamma);
        float[] beta = ValuesOf(layer.Beta);
        RowMatrix outputs = RowMatrix.Zeros(ref _outputs, inputs.Rows, inputs.Columns);
        for (int row = 0; row < inputs.Rows; row++)
        {
            TensorPrimitives.Multiply(normalized.Row(row), _inverseDeviation, normalized.Row(row));
            TensorPrimitives.MultiplyAdd(normalized.Row(row), _gamma, beta, outputs.Row(row));
        }

        return outputs;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override RowMatrix Backward(RowMatrix gradients, bool wantsInputGradients)
    {
        RowMatrix normalized = _normalized!;
        float[] gammaGradient = NewGradient(layer.Gamma), betaGradient = NewGradient(layer.Beta);
        for (int row = 0; row < gradients.Rows; row++)
        {
            TensorPrimitives.MultiplyAdd<float>(gradients.Row(row), normalized.Row(row), gammaGradient, gammaGradient);
            TensorPrimitives.Add<float>(betaGradient, gradients.Row(row), betaGradient);
        }

        RowMatrix inputGradients = RowMatrix.Zeros(ref _inputGradients, gradients.Rows, gradients.Columns);
        for (int row = 0; row < gradients.Rows; row++)
        {
            Span<float> gradient = gradients.Row(row), xhat = normalized.Row(row), result = inputGradients.Row(row);
            for (int column = 0; column < result.Length; column++)
            {
                float explained = layer.Trainable ? (betaGradient[column] + (xhat[column] * gammaGradient[column])) / gradients.Rows : 0;
                result[column] = _gamma[column] * _inverseDeviation[column] * (gradient[column] - explained);
            }
        }

        return inputGradients;
    }

    private static float[] MeanOf(RowMatrix matrix)
    {
        float[] mean = new float[matrix.Columns];
        for (int row = 0; row < matrix.Rows; row++)
        {
            TensorPrimitives.Add<float>(mean, matrix.Row(row), mean);
        }

        TensorPrimitives.Divide(mean, matrix.Rows, mean);
        return mean;
    }
}
