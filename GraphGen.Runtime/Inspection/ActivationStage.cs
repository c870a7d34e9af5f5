using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Execution;

/// <summary>
/// An activation on its way forward and backward, by the formulas of <see cref="Act"/>, element by element, or row by row for softmax. RReLU takes the mean of its slopes instead of drawing them.
/// </summary>
/// <param name="activation">The function.</param>
internal sealed class ActivationStage(LayerActivation activation)
{
    /// <summary>How near the ends of a bounded function's range its output counts as saturated, in shares of the range.</summary>
    private const float SaturationMargin = 0.01f;

    private RowMatrix? _outputs;
    private RowMatrix? _slopes;
    private RowMatrix? _sumGradients;

    /// <summary>Whether there is no activation, so that outputs are sums.</summary>
    public bool IsLinear => activation.Function == Act.Linear;

    /// <summary>What <see cref="Forward"/> was last given.</summary>
    public RowMatrix? Sums { get; private set; }

    /// <summary>What <see cref="Forward"/> last made of it.</summary>
    public RowMatrix? Outputs { get; private set; }

    private bool IsSoftmax => activation.Function == Act.Softmax;

    /// <summary><c>y = f(z)</c>; the derivatives of each y by its own z are computed along with it.</summary>
    /// <param name="sums">The inputs z, of shape [rows, units].</param>
    public RowMatrix Forward(RowMatrix sums)
    {
        Sums = Outputs = sums;
        if (IsLinear)
        {
            return sums;
        }

        Outputs = RowMatrix.Zeros(ref _outputs, sums.Rows, sums.Columns);
        RowMatrix slopes = RowMatrix.Zeros(ref _slopes, sums.Rows, sums.Columns);
        if (IsSoftmax)
        {
            ForwardSoftmax(sums, Outputs, slopes);
            return Outputs;
        }

        float[] alphas = SlopesBelowZero(sums.Columns);
        for (int row = 0; row < sums.Rows; row++)
        {
            ForwardRow(sums.Row(row), alphas, Outputs.Row(row), slopes.Row(row));
        }

        return Outputs;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ForwardRow(ReadOnlySpan<float> sums, ReadOnlySpan<float> alphas, Span<float> outputs, Span<float> slopes)
    {
        int unit = 0;
        for (; unit <= sums.Length - Vector128<float>.Count; unit += Vector128<float>.Count)
        {
            Vector128<float> z = Vector128.Create(sums[unit..]), alpha = Vector128.Create(alphas[unit..]);
            Vector128<float> y = ActivationFormulas.Value(activation.Function, z, alpha);
            y.CopyTo(outputs[unit..]);
            ActivationFormulas.Slope(activation.Function, z, y, alpha).CopyTo(slopes[unit..]);
        }

        for (; unit < sums.Length; unit++)
        {
            Vector128<float> z = Vector128.CreateScalar(sums[unit]), alpha = Vector128.CreateScalar(alphas[unit]);
            Vector128<float> y = ActivationFormulas.Value(activation.Function, z, alpha);
            outputs[unit] = y.ToScalar();
            slopes[unit] = ActivationFormulas.Slope(activation.Function, z, y, alpha).ToScalar();
        }
    }

    private static void ForwardSoftmax(RowMatrix sums, RowMatrix outputs, RowMatrix slopes)
    {
        for (int row = 0; row < sums.Rows; row++)
        {
            ActivationFormulas.Softmax(sums.Row(row), outputs.Row(row));
        }

        // dy_k / dz_k = y_k (1 - y_k).
        TensorPrimitives.Subtract(1, outputs.Values, slopes.Values);
        TensorPrimitives.Multiply<float>(slopes.Values, outputs.Values, slopes.Values);
    }

    /// <summary>
    /// <c>dz = dy f'(z)</c>, for softmax <c>dz = y (dy - sum of dy y over the row)</c>, and for PReLU
    /// <c>dalpha = sum over rows of dy min(z, 0)</c>.
    /// </summary>
    /// <param name="gradients">The gradient by the outputs, of shape [rows, units].</param>
    /// <param name="alphaGradient">Zeros to which PReLU adds the gradient by its slopes; empty for other functions.</param>
    public RowMatrix Backward(RowMatrix gradients, float[] alphaGradient)
    {
        if (IsLinear)
        {
            return gradients;
        }

        for (int index = 0; index < gradients.Values.Length && alphaGradient.Length > 0; index++)
        {
            alphaGradient[index % alphaGradient.Length] += gradients.Values[index] * MathF.Min(Sums!.Values[index], 0);
        }

        RowMatrix result = RowMatrix.Zeros(ref _sumGradients, gradients.Rows, gradients.Columns);
        if (IsSoftmax)
        {
            for (int row = 0; row < gradients.Rows; row++)
            {
                ActivationFormulas.SoftmaxGradient(gradients.Row(row), Outputs!.Row(row), result.Row(row));
            }

            return result;
        }

        TensorPrimitives.Multiply<float>(gradients.Values, _slopes!.Values, result.Values);
        return result;
    }

    /// <summary>The share of units whose slope is 0 in every row, so that nothing reaches their weights; NaN without an activation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float DeadUnits()
    {
        if (IsLinear)
        {
            return float.NaN;
        }

        RowMatrix slopes = _slopes!;
        bool[] isAlive = new bool[slopes.Columns];
        for (int row = 0; row < slopes.Rows; row++)
        {
            ReadOnlySpan<float> slope = slopes.Row(row);
            for (int unit = 0; unit < slope.Length; unit++)
            {
                isAlive[unit] |= slope[unit] != 0;
            }
        }

        return (float)isAlive.Count(alive => !alive) / isAlive.Length;
    }

    /// <summary>The share of outputs within 1 % of the ends of the function's range; NaN for an unbounded function.</summary>
    public float SaturatedShare()
    {
        if (activation.Function is not (Act.Sigmoid or Act.Tanh))
        {
            return float.NaN;
        }

        float lowest = activation.Function == Act.Tanh ? -1 : 0, width = 1 - lowest;
        int saturated = Outputs!.Values.Count(y => (y - lowest) / width is < SaturationMargin or > 1 - SaturationMargin);
        return (float)saturated / Outputs.Values.Length;
    }

    /// <summary>The slope below zero of each unit, or whatever else <see cref="LayerActivation.Slope"/> means.</summary>
    private float[] SlopesBelowZero(int units)
    {
        float[] slopes = new float[units];
        if (activation.Alpha is { } alpha)
        {
            alpha.CopyTo(slopes);
        }
        else
        {
            slopes.AsSpan().Fill((float)(activation.Function == Act.RRelu ? (activation.Slope + activation.UpperSlope) / 2 : activation.Slope));
        }

        return slopes;
    }
}
