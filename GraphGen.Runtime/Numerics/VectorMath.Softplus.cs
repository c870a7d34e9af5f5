using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <content>The smooth ramp.</content>
public static partial class VectorMath
{
    /// <summary>
    /// <c>ln(1 + exp(x))</c> (Dugas et al., "Incorporating second-order functional knowledge for better option pricing", 2001), accurate
    /// in both tails: <c>exp(x)</c> where x is very negative, x itself above 17. Its derivative is <see cref="Sigmoid(Vector128{float})"/>.
    /// </summary>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Softplus(Vector128<float> x) => Softplus<Lanes128, Vector128<float>>(x);

    /// <inheritdoc cref="Softplus(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> x) => Softplus<Lanes256, Vector256<float>>(x);

    /// <inheritdoc cref="Softplus(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x) => Softplus<Lanes512, Vector512<float>>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Softplus<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // max(x, 0) + ln(1 + e) with e = exp(-|x|), at most 1.
        TVector zero = TLanes.Create(0f);
        TVector half = TLanes.Create(0.5f);
        TVector positive = TLanes.Select(TLanes.LessThan(x, zero), zero, x);
        TVector e = Exp<TLanes, TVector>(TLanes.Or(x, TLanes.Create(-0f)));

        // 1 + e = 1 + r up to 3/2, and 2 (1 + r) beyond, where r is exact.
        TVector doubled = TLanes.LessThan(half, e);
        TVector r = TLanes.Select(doubled, TLanes.MultiplyAdd(e, half, TLanes.Create(-0.5f)), e);

        // ln(1 + r) = r - r^2 / 2 + r^3 tail for r from -1/4 to 1/2, off by at most 0.04 * 2^-24 of itself.
        TVector tail = TLanes.MultiplyAdd(r, TLanes.Create(3.7289504e-2f), TLanes.Create(-9.07890722e-2f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(1.1694514e-1f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(-1.27314836e-1f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(1.42772466e-1f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(-1.66551605e-1f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(1.99995637e-1f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(-2.50001669e-1f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(3.33333403e-1f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(-0.5f));

        // Small terms first.
        TVector small = TLanes.MultiplyAdd(tail, TLanes.Multiply(r, r), TLanes.And(doubled, TLanes.Create(Ln2Low)));
        TVector logarithm = TLanes.Add(TLanes.Add(small, r), TLanes.And(doubled, TLanes.Create(Ln2High)));
        return TLanes.Add(logarithm, positive);
    }
}
