using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GraphGen.Numerics;

namespace GraphGen.Execution;

/// <summary>The activations and their derivatives for four numbers at a time, softmax for one row, in single precision.</summary>
internal static class ActivationFormulas
{
    // SELU's constants (Klambauer et al., 2017): the fixed point at mean 0 and variance 1.
    private const float SeluScale = 1.05070099f;
    private const float SeluLimit = 1.05070099f * 1.67326324f;

    /// <summary><c>f(z)</c> for each lane.</summary>
    /// <param name="function">The function f, neither linear nor softmax.</param>
    /// <param name="z">Any floats.</param>
    /// <param name="alpha">The slopes below zero of the ReLU family, the scale of ELU; not used by others.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Value(Act function, Vector128<float> z, Vector128<float> alpha) => function switch
    {
        Act.Sigmoid => VectorMath.Sigmoid(z),
        Act.Tanh => VectorMath.Tanh(z),
        Act.Relu => Vector128.Max(Vector128<float>.Zero, z),
        Act.LeakyRelu or Act.PRelu or Act.RRelu => WherePositive(z, z, alpha * z),
        Act.Elu => WherePositive(z, z, alpha * VectorMath.ExpM1(z)),
        Act.Selu => WherePositive(z, z * SeluScale, VectorMath.ExpM1(z) * SeluLimit),
        Act.Swish => z * VectorMath.Sigmoid(z),
        Act.Gelu => VectorMath.Gelu(z),
        Act.Mish => VectorMath.Mish(z),
        Act.Softplus => VectorMath.Softplus(z),
        Act.HardSwish => z * HardSigmoid(z),
        _ => throw Unknown(function),
    };

    /// <summary>
    /// <c>f'(z)</c> for each lane, by the formulas that training uses: where they take y instead of z, the derivative is zero as
    /// soon as y has reached the end of its range by rounding.
    /// </summary>
    /// <param name="function">The function f, neither linear nor softmax.</param>
    /// <param name="z">Any floats.</param>
    /// <param name="y">Their <see cref="Value"/>.</param>
    /// <param name="alpha">As in <see cref="Value"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector128<float> Slope(Act function, Vector128<float> z, Vector128<float> y, Vector128<float> alpha) => function switch
    {
        Act.Sigmoid => y * (Vector128<float>.One - y),
        Act.Tanh => Vector128<float>.One - (y * y),
        Act.Relu => WherePositive(z, Vector128<float>.One, Vector128<float>.Zero),
        Act.LeakyRelu or Act.PRelu or Act.RRelu => WherePositive(z, Vector128<float>.One, alpha),
        Act.Elu => WherePositive(z, Vector128<float>.One, y + alpha),
        Act.Selu => WherePositive(z, Vector128.Create(SeluScale), y + Vector128.Create(SeluLimit)),
        Act.Swish => VectorMath.SwishSlope(z),
        Act.Gelu => VectorMath.GeluSlope(z),
        Act.Mish => VectorMath.MishSlope(z),
        Act.Softplus => -VectorMath.ExpM1(-y),
        Act.HardSwish => Vector128.ConditionalSelect(
            Vector128.LessThan(Vector128.Abs(z), Vector128.Create(3f)),
            Vector128.FusedMultiplyAdd(z, Vector128.Create(1f / 3), Vector128.Create(0.5f)),
            HardSigmoid(z)),
        _ => throw Unknown(function),
    };

    /// <summary><c>y_k = exp(z_k - max z) / sum_j exp(z_j - max z)</c> (Bridle, 1990).</summary>
    /// <param name="z">A row.</param>
    /// <param name="y">Room for as many numbers.</param>
    public static void Softmax(ReadOnlySpan<float> z, Span<float> y)
    {
        TensorPrimitives.Subtract(z, TensorPrimitives.Max(z), y);
        TensorPrimitives.Exp<float>(y, y);
        TensorPrimitives.Divide(y, TensorPrimitives.Sum<float>(y), y);
    }

    /// <summary><c>dz_k = y_k (dy_k - sum_j dy_j y_j)</c>.</summary>
    /// <param name="dy">The gradient of a row by the outputs.</param>
    /// <param name="y">The outputs: its <see cref="Softmax"/>.</param>
    /// <param name="dz">Room for as many numbers.</param>
    public static void SoftmaxGradient(ReadOnlySpan<float> dy, ReadOnlySpan<float> y, Span<float> dz)
    {
        TensorPrimitives.Subtract(dy, TensorPrimitives.Dot(dy, y), dz);
        TensorPrimitives.Multiply(dz, y, dz);
    }

    private static Vector128<float> WherePositive(Vector128<float> z, Vector128<float> then, Vector128<float> otherwise) =>
        Vector128.ConditionalSelect(Vector128.GreaterThan(z, Vector128<float>.Zero), then, otherwise);

    private static Vector128<float> HardSigmoid(Vector128<float> z) => Vector128.Min(
        Vector128<float>.One,
        Vector128.Max(Vector128<float>.Zero, Vector128.FusedMultiplyAdd(z, Vector128.Create(1f / 6), Vector128.Create(0.5f))));

    private static InvalidOperationException Unknown(Act function) => new($"An inspection does not know the activation {function}.");
}
