using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GraphGen.Numerics;

namespace GraphGen.Execution;

/// <summary>The activations and their derivatives for one number, softmax for one row, in single precision.</summary>
internal static class ActivationFormulas
{
    // SELU's constants (Klambauer et al., 2017): the fixed point at mean 0 and variance 1.
    private const float SeluScale = 1.05070099f;
    private const float SeluLimit = 1.05070099f * 1.67326324f;

    /// <summary><c>f(z)</c>.</summary>
    /// <param name="function">The function f, neither linear nor softmax.</param>
    /// <param name="z">Any float.</param>
    /// <param name="alpha">The slope below zero of the ReLU family, the scale of ELU; not used by others.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Value(Act function, float z, float alpha) => function switch
    {
        Act.Sigmoid => VectorMath.Sigmoid(Vector(z)).ToScalar(),
        Act.Tanh => VectorMath.Tanh(Vector(z)).ToScalar(),
        Act.Relu => MathF.Max(0, z),
        Act.LeakyRelu or Act.PRelu or Act.RRelu => z > 0 ? z : alpha * z,
        Act.Elu => z > 0 ? z : alpha * ExpM1(z),
        Act.Selu => z > 0 ? SeluScale * z : SeluLimit * ExpM1(z),
        Act.Swish => z * VectorMath.Sigmoid(Vector(z)).ToScalar(),
        Act.Gelu => VectorMath.Gelu(Vector(z)).ToScalar(),
        Act.Mish => VectorMath.Mish(Vector(z)).ToScalar(),
        Act.Softplus => VectorMath.Softplus(Vector(z)).ToScalar(),
        Act.HardSwish => z * HardSigmoid(z),
        _ => throw Unknown(function),
    };

    /// <summary>
    /// <c>f'(z)</c>, by the formulas that training uses, in vectors of one element: where they take y instead of z, the derivative is zero as
    /// soon as y has reached the end of its range by rounding.
    /// </summary>
    /// <param name="function">The function f, neither linear nor softmax.</param>
    /// <param name="z">Any float.</param>
    /// <param name="y">Its <see cref="Value"/>.</param>
    /// <param name="alpha">As in <see cref="Value"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Slope(Act function, float z, float y, float alpha) => function switch
    {
        Act.Sigmoid => y * (1 - y),
        Act.Tanh => 1 - (y * y),
        Act.Relu => z > 0 ? 1 : 0,
        Act.LeakyRelu or Act.PRelu or Act.RRelu => z > 0 ? 1 : alpha,
        Act.Elu => z > 0 ? 1 : y + alpha,
        Act.Selu => z > 0 ? SeluScale : y + SeluLimit,
        Act.Swish => VectorMath.SwishSlope(Vector(z)).ToScalar(),
        Act.Gelu => VectorMath.GeluSlope(Vector(z)).ToScalar(),
        Act.Mish => VectorMath.MishSlope(Vector(z)).ToScalar(),
        Act.Softplus => -ExpM1(-y),
        Act.HardSwish => MathF.Abs(z) < 3 ? MathF.FusedMultiplyAdd(z, 1f / 3, 0.5f) : HardSigmoid(z),
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

    private static float HardSigmoid(float z) => MathF.Min(1, MathF.Max(0, MathF.FusedMultiplyAdd(z, 1f / 6, 0.5f)));

    private static float ExpM1(float z) => VectorMath.ExpM1(Vector(z)).ToScalar();

    private static Vector128<float> Vector(float z) => Vector128.CreateScalar(z);

    private static InvalidOperationException Unknown(Act function) => new($"An inspection does not know the activation {function}.");
}
