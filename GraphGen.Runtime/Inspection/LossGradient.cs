using System.Numerics.Tensors;

namespace GraphGen.Execution;

/// <summary>
/// The mean loss of a batch and its gradient by the last layer's outputs, by the formulas in the losses' attributes, without penalties.
/// </summary>
/// <param name="info">The network, which names the loss.</param>
/// <param name="data">The data, checked against the network before.</param>
internal sealed class LossGradient(NetworkInfo info, Dataset data)
{
    private readonly float[] _weights = WeightsOf(info, data);

    /// <summary>Computes both.</summary>
    /// <param name="outputs">The last layer's outputs for all rows of the data, of shape [rows, outputs]: logits where the loss takes logits.</param>
    public (double Loss, RowMatrix Gradients) Of(RowMatrix outputs)
    {
        var gradients = new RowMatrix(outputs.Rows, outputs.Columns);
        double loss = 0;
        for (int row = 0; row < outputs.Rows; row++)
        {
            Span<float> gradient = gradients.Row(row);
            loss += _weights[row] * (info.Loss == LossFunction.SoftmaxCrossEntropy
                ? Softmax(outputs.Row(row), data.Labels[row], gradient)
                : Elementwise(outputs.Row(row), row, gradient));
            TensorPrimitives.Multiply(gradient, _weights[row] / outputs.Rows, gradient);
        }

        return (loss / outputs.Rows, gradients);
    }

    private static float[] WeightsOf(NetworkInfo info, Dataset data)
    {
        float[] weights = new float[data.Count];
        if (info.HasSampleWeights)
        {
            data.CopyWeights(0, weights);
        }
        else
        {
            weights.AsSpan().Fill(1);
        }

        return weights;
    }

    /// <summary>The loss of one row, <c>log sum exp(z) - sum of t z</c>, and its gradient <c>softmax(z) - t</c>.</summary>
    private double Softmax(ReadOnlySpan<float> z, int label, Span<float> gradient)
    {
        float spread = (float)(info.LabelSmoothing / z.Length);
        float largest = TensorPrimitives.Max(z);
        TensorPrimitives.Subtract(z, largest, gradient);
        TensorPrimitives.Exp<float>(gradient, gradient);
        float sum = TensorPrimitives.Sum<float>(gradient);
        TensorPrimitives.Divide(gradient, sum, gradient);
        double loss = Math.Log(sum) + largest;
        for (int output = 0; output < z.Length; output++)
        {
            float target = spread + (output == label ? 1 - (float)info.LabelSmoothing : 0);
            loss -= (double)target * z[output];
            gradient[output] -= target;
        }

        return loss;
    }

    /// <summary>The loss of one row, averaged over its outputs unless it comes from elsewhere, and its gradient.</summary>
    private double Elementwise(ReadOnlySpan<float> z, int row, Span<float> gradient)
    {
        int terms = info.Loss == LossFunction.ExternalLoss ? 1 : z.Length;
        double loss = 0;
        for (int output = 0; output < z.Length; output++)
        {
            float target = data.HasLabels ? data.Labels[row] : data.Targets[(row * z.Length) + output];
            (double term, float slope) = Element(z[output], target);
            loss += term;
            gradient[output] = slope / terms;
        }

        return loss / terms;
    }

    private (double Loss, float Slope) Element(float z, float target)
    {
        float error = z - target;
        switch (info.Loss)
        {
            case LossFunction.BinaryCrossEntropy or LossFunction.ReconstructionCrossEntropy:
                double exponential = Math.Exp(-Math.Abs((double)z));
                double probability = (z >= 0 ? 1 : exponential) / (1 + exponential);
                return (Math.Max(z, 0) - ((double)z * target) + Math.Log(1 + exponential), (float)(probability - target));
            case LossFunction.MeanSquaredError or LossFunction.Reconstruction:
                return ((double)error * error, 2 * error);
            case LossFunction.MeanAbsoluteError:
                return (Math.Abs((double)error), error > 0 ? 1 : error < 0 ? -1 : error);
            case LossFunction.Huber:
                float clipped = MathF.Max(-(float)info.HuberDelta, MathF.Min((float)info.HuberDelta, error));
                return (clipped * (error - (clipped / 2.0)), clipped);
            case LossFunction.ExternalLoss:
                return ((double)z * target, target);
            default:
                throw new InvalidOperationException($"An inspection does not know the loss {info.Loss}.");
        }
    }
}
