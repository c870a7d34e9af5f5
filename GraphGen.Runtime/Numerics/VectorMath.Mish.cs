using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <content>Mish.</content>
public static partial class VectorMath
{
    /// <summary>
    /// Mish, <c>x tanh(softplus(x))</c> (Misra, "Mish: a self regularized non-monotonic activation function", 2019). Zero below -108.7 and
    /// at negative infinity. At most 3 units in the last place from the exact value.
    /// </summary>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Mish(Vector128<float> x) => Mish<Lanes128, Vector128<float>>(x);

    /// <inheritdoc cref="Mish(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mish(Vector256<float> x) => Mish<Lanes256, Vector256<float>>(x);

    /// <inheritdoc cref="Mish(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mish(Vector512<float> x) => Mish<Lanes512, Vector512<float>>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Mish<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // tanh(ln(1 + e)) with e = exp(x) and d = e^2 + 2 e + 2 is 1 - 2 / d on the right and e (1 - (e^2 + e) / d) on the left: what is
        // subtracted is the lesser part.
        TVector isLeft = TLanes.LessThan(x, TLanes.Create(-0.25f));
        TVector clamped = ClampForMish<TLanes, TVector>(x);
        TVector mantissa = SplitExp<TLanes, TVector>(clamped, out TVector rounded, out TVector roundedHalf);
        TVector e = MultiplyByPower<TLanes, TVector>(mantissa, rounded, roundedHalf);
        TVector minusTwo = TLanes.Create(-2f);
        TVector minusD = TLanes.MultiplyAdd(e, TLanes.Subtract(minusTwo, e), minusTwo);
        TVector missing = TLanes.Divide(TLanes.Select(isLeft, TLanes.MultiplyAdd(e, e, e), TLanes.Create(2f)), minusD);

        // On the left the power of two of the factor e comes last, so that a subnormal is rounded once.
        TVector product = TLanes.Multiply(clamped, mantissa);
        TVector whole = TLanes.Select(isLeft, product, x);
        TVector part = TLanes.Select(isLeft, product, clamped);
        TVector result = TLanes.MultiplyAdd(part, missing, whole);
        return TLanes.Select(isLeft, MultiplyByPower<TLanes, TVector>(result, rounded, roundedHalf), result);
    }

    /// <summary>Below these bounds Mish and its derivative are zero, and above them x and 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ClampForMish<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct =>
        TLanes.Min(TLanes.Create(20f), TLanes.Max(TLanes.Create(-110f), x));
}
