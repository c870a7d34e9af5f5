using System.Runtime.CompilerServices;

namespace GraphGen.Numerics;

/// <content>What several functions share.</content>
public static partial class VectorMath
{
    /// <summary>
    /// <c>x - n ln 2</c>, within 0.3466 of zero where <c>n = round(x / ln 2)</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SubtractMultipleOfLn2<TLanes, TVector>(TVector x, TVector n)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct =>
        TLanes.MultiplyAdd(n, TLanes.Create(-Ln2Low), TLanes.MultiplyAdd(n, TLanes.Create(-Ln2High), x));

    /// <summary>
    /// <c>(exp(r) - 1 - r) / r^2</c> for |r| up to 0.3466. With it, <c>exp(r) - 1</c> is off by at most 0.24 * 2^-24 of itself.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpTail<TLanes, TVector>(TVector r)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector tail = TLanes.MultiplyAdd(r, TLanes.Create(1.38356059e-3f), TLanes.Create(8.36712494e-3f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(4.16677557e-2f));
        tail = TLanes.MultiplyAdd(tail, r, TLanes.Create(1.66665390e-1f));
        return TLanes.MultiplyAdd(tail, r, TLanes.Create(4.99999970e-1f));
    }

    /// <summary><c>exp(r) - 1</c> for |r| up to 0.3466, as <c>r + r^2 tail</c>: exact to rounding however small r is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ReducedExpM1<TLanes, TVector>(TVector r)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct =>
        TLanes.MultiplyAdd(ExpTail<TLanes, TVector>(r), TLanes.Multiply(r, r), r);

    /// <summary><c>exp(r)</c> for |r| up to 0.3466.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ReducedExp<TLanes, TVector>(TVector r)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector slope = TLanes.MultiplyAdd(ExpTail<TLanes, TVector>(r), r, TLanes.Create(1f));
        return TLanes.MultiplyAdd(slope, r, TLanes.Create(1f));
    }

    /// <summary>
    /// Splits <c>exp(x)</c> for x from -110 to 89 into a number between 0.707 and 1.415, the result, and a power of two, which <see
    /// cref="MultiplyByPower"/> multiplies in. By itself the power may lie outside the range of floats.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SplitExp<TLanes, TVector>(TVector x, out TVector rounded, out TVector roundedHalf)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        rounded = TLanes.MultiplyAdd(x, TLanes.Create(Log2E), TLanes.Create(Rounder + (2 * ExponentBias)));
        roundedHalf = TLanes.MultiplyAdd(x, TLanes.Create(Log2E / 2f), TLanes.Create(Rounder + ExponentBias));
        TVector n = TLanes.Subtract(rounded, TLanes.Create(Rounder + (2 * ExponentBias)));
        return ReducedExp<TLanes, TVector>(SubtractMultipleOfLn2<TLanes, TVector>(x, n));
    }

    /// <summary>
    /// <c>value 2^n</c> as <c>value 2^half 2^(n - half)</c>, rounded once. The integers stand in the low bits:
    /// <c>n + 254</c> in <paramref name="rounded"/>, <c>half + 127</c> in <paramref name="roundedHalf"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector MultiplyByPower<TLanes, TVector>(TVector value, TVector rounded, TVector roundedHalf)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector power = TLanes.ShiftLeft(roundedHalf, ExponentShift);
        TVector otherPower = TLanes.ShiftLeft(TLanes.SubtractBits(rounded, roundedHalf), ExponentShift);
        return TLanes.Multiply(TLanes.Multiply(value, power), otherPower);
    }
}
