using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <content>The natural logarithm.</content>
public static partial class VectorMath
{
    /// <summary><c>ln(x)</c>: negative infinity for zeros of either sign, NaN below.</summary>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> x) => Log<Lanes128, Vector128<float>>(x);

    /// <inheritdoc cref="Log(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x) => Log<Lanes256, Vector256<float>>(x);

    /// <inheritdoc cref="Log(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x) => Log<Lanes512, Vector512<float>>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Log<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        const float SmallestNormal = 1.17549435e-38f;
        const float ScaleUp = 8388608f;
        const int TwoThirds = 0x3F2AAAAB;

        // Subnormals are scaled by 2^23 first.
        TVector subnormal = TLanes.LessThan(x, TLanes.Create(SmallestNormal));
        TVector normal = TLanes.Select(subnormal, TLanes.Multiply(x, TLanes.Create(ScaleUp)), x);
        TVector correction = TLanes.And(subnormal, TLanes.Create(-23f));

        // x = 2^n (1 + r) with 1 + r from 2/3 to 4/3, so that no digits cancel when n is not zero.
        TVector exponent = TLanes.ShiftRight(TLanes.SubtractBits(normal, TLanes.CreateBits(TwoThirds)), ExponentShift);
        TVector mantissa = TLanes.SubtractBits(normal, TLanes.ShiftLeft(exponent, ExponentShift));
        TVector n = TLanes.Add(TLanes.ToSingle(exponent), correction);
        TVector r = TLanes.Subtract(mantissa, TLanes.Create(1f));

        // ln(1 + r) = r - r^2 / 2 + r^3 tail, off by at most 0.69 * 2^-24 of itself.
        TVector tail = TLanes.MultiplyAdd(r, TLanes.Create(1.38240054e-1f), TLanes.Create(-1.51232466e-1f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(1.40420407e-1f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(-1.64722949e-1f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(2.00079352e-1f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(-2.50042379e-1f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(3.33332658e-1f));
        tail = TLanes.Multiply(TLanes.MultiplyAdd(tail, r, TLanes.Create(-0.5f)), TLanes.Multiply(r, r));

        // Small terms first.
        TVector small = TLanes.Add(TLanes.MultiplyAdd(n, TLanes.Create(Ln2Low), tail), r);
        TVector result = TLanes.MultiplyAdd(n, TLanes.Create(Ln2High), small);

        TVector zero = TLanes.Create(0f);
        TVector infinity = TLanes.Create(float.PositiveInfinity);
        TVector notPositive = TLanes.Select(TLanes.Equal(x, zero), TLanes.Create(float.NegativeInfinity), TLanes.Create(float.NaN));
        result = TLanes.Select(TLanes.LessThan(x, infinity), result, x);
        return TLanes.Select(TLanes.LessThanOrEqual(x, zero), notPositive, result);
    }
}
