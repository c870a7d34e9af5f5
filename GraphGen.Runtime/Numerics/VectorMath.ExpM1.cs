using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <content>The exponential less one.</content>
public static partial class VectorMath
{
    /// <summary>
    /// <c>exp(x) - 1</c>, accurate near zero also, where the difference cancels: infinity above 88.7228, -1 below -17.4.
    /// </summary>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ExpM1(Vector128<float> x) => ExpM1<Lanes128, Vector128<float>>(x);

    /// <inheritdoc cref="ExpM1(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ExpM1(Vector256<float> x) => ExpM1<Lanes256, Vector256<float>>(x);

    /// <inheritdoc cref="ExpM1(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpM1(Vector512<float> x) => ExpM1<Lanes512, Vector512<float>>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpM1<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // Beyond these bounds lie infinity and -1 anyhow.
        x = TLanes.Min(TLanes.Create(89f), TLanes.Max(TLanes.Create(-80f), x));

        // exp(x) - 1 = 2 (2^(n - 1) (exp(r) - 1) + 2^(n - 1) - 1/2): with half the power, n may be 128.
        TVector rounded = TLanes.MultiplyAdd(x, TLanes.Create(Log2E), TLanes.Create(Rounder + ExponentBias - 1));
        TVector n = TLanes.Subtract(rounded, TLanes.Create(Rounder + ExponentBias - 1));
        TVector halfPower = TLanes.ShiftLeft(rounded, ExponentShift);

        TVector reduced = ReducedExpM1<TLanes, TVector>(SubtractMultipleOfLn2<TLanes, TVector>(x, n));
        TVector half = TLanes.MultiplyAdd(halfPower, reduced, TLanes.Subtract(halfPower, TLanes.Create(0.5f)));
        return TLanes.Add(half, half);
    }
}
