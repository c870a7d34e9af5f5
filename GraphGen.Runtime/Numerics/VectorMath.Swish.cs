using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <content>The derivative of Swish.</content>
public static partial class VectorMath
{
    /// <summary>The derivative of <c>x sigmoid(x)</c>: <c>s (1 + x (1 - s))</c> with <c>s = sigmoid(x)</c> (Ramachandran, Zoph and Le, 2017).</summary>
    /// <param name="x">The inputs of Swish.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SwishSlope(Vector128<float> x)
    {
        var s = Sigmoid(x);
        return s * (Vector128<float>.One + x * (Vector128<float>.One - s));
    }

    /// <inheritdoc cref="SwishSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SwishSlope(Vector256<float> x)
    {
        var s = Sigmoid(x);
        return s * (Vector256<float>.One + x * (Vector256<float>.One - s));
    }

    /// <inheritdoc cref="SwishSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SwishSlope(Vector512<float> x)
    {
        var s = Sigmoid(x);
        return s * (Vector512<float>.One + x * (Vector512<float>.One - s));
    }
}
