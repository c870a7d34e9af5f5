using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <content>The derivative of Mish.</content>
public static partial class VectorMath
{
    /// <summary>
    /// The derivative of Mish: <c>t + x (1 - t^2) sigmoid(x)</c> with <c>t = tanh(softplus(x))</c> (Misra, 2019). It is zero at -1.1924, at
    /// least -0.1125 and at most 1.0885. At most 2 units in the last place from the exact value where x is positive; where it is negative,
    /// and its terms cancel, 9 units of the larger of the slope and <c>t</c>.
    /// </summary>
    /// <param name="x">The inputs of Mish, any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MishSlope(Vector128<float> x) => MishSlope<Lanes128, Vector128<float>>(x);

    /// <inheritdoc cref="MishSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MishSlope(Vector256<float> x) => MishSlope<Lanes256, Vector256<float>>(x);

    /// <inheritdoc cref="MishSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MishSlope(Vector512<float> x) => MishSlope<Lanes512, Vector512<float>>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector MishSlope<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // With e = exp(x) and d = e^2 + 2 e + 2 it is, on the left, (e / d) (e + 2 + 4 x (1 + e) / d), and on the right, where t is near 1,
        // 1 + (2 / d) (2 x (e^2 + e) / d - 1).
        TVector one = TLanes.Create(1f);
        TVector two = TLanes.Create(2f);
        TVector clamped = ClampForMish<TLanes, TVector>(x);
        TVector mantissa = SplitExp<TLanes, TVector>(clamped, out TVector rounded, out TVector roundedHalf);
        TVector e = MultiplyByPower<TLanes, TVector>(mantissa, rounded, roundedHalf);
        TVector inverse = TLanes.Divide(one, TLanes.MultiplyAdd(e, TLanes.Add(e, two), two));

        TVector doubled = TLanes.Add(clamped, clamped);
        TVector weighted = TLanes.Multiply(TLanes.MultiplyAdd(doubled, e, doubled), inverse);
        TVector right = TLanes.MultiplyAdd(weighted, e, TLanes.Create(-1f));
        right = TLanes.MultiplyAdd(right, TLanes.Add(inverse, inverse), one);
        TVector left = TLanes.MultiplyAdd(weighted, two, TLanes.Add(e, two));
        left = TLanes.Multiply(TLanes.Multiply(left, inverse), mantissa);
        left = MultiplyByPower<TLanes, TVector>(left, rounded, roundedHalf);
        return TLanes.Select(TLanes.LessThan(x, TLanes.Create(0f)), left, right);
    }
}
