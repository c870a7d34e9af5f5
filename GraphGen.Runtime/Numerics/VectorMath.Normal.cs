using System.Runtime.CompilerServices;

namespace GraphGen.Numerics;

/// <content>The tail of the normal distribution.</content>
public static partial class VectorMath
{
    // The density of the normal distribution is no float any more beyond 14.4, nor is it when multiplied with its argument.
    private const float NormalBound = 15f;

    /// <summary>
    /// <c>factor Phi(-t) / exp(-t^2 / 2)</c> for t from 1 to 15: Mills' ratio (Mills, 1926) over the square root of 2 pi, or half the
    /// scaled complementary error function <c>erfcx(t / sqrt(2))</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector MillsRatio<TLanes, TVector>(TVector t, TVector factor)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // It falls like 1 / t. Over u = 1 / (1 + 3/8 t) it is smooth in u, and the polynomial off by at most 0.05 * 2^-24 of itself.
        TVector one = TLanes.Create(1f);
        TVector denominator = TLanes.MultiplyAdd(t, TLanes.Create(0.375f), one);
        TVector u = TLanes.Divide(one, denominator);
        TVector sum = TLanes.MultiplyAdd(u, TLanes.Create(-4.55043875e-2f), TLanes.Create(1.83127686e-1f));
        sum = TLanes.MultiplyAdd(sum, u, TLanes.Create(-2.57110089e-1f));
        sum = TLanes.MultiplyAdd(sum, u, TLanes.Create(1.08642347e-1f));
        sum = TLanes.MultiplyAdd(sum, u, TLanes.Create(-1.21892029e-2f));
        sum = TLanes.MultiplyAdd(sum, u, TLanes.Create(9.65327173e-2f));
        sum = TLanes.MultiplyAdd(sum, u, TLanes.Create(1.27161041e-1f));
        sum = TLanes.MultiplyAdd(sum, u, TLanes.Create(1.49713963e-1f));
        sum = TLanes.MultiplyAdd(sum, u, TLanes.Create(1.49599612e-1f));
        return TLanes.Multiply(sum, TLanes.Multiply(factor, u));
    }

    /// <summary><c>factor exp(-t^2 / 2)</c> for t from 0 to 15, rounded to a subnormal only at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector MultiplyByGaussian<TLanes, TVector>(TVector factor, TVector t)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        const int UpperBits = unchecked((int)0xFFFFF000);

        // The square of 12 bits is exact: -t^2 / 2 = high + low loses nothing that would matter once it is an exponent.
        TVector head = TLanes.And(t, TLanes.CreateBits(UpperBits));
        TVector high = TLanes.Multiply(TLanes.Multiply(head, TLanes.Create(-0.5f)), head);
        TVector low = TLanes.Multiply(TLanes.Multiply(TLanes.Subtract(head, t), TLanes.Create(0.5f)), TLanes.Add(head, t));

        TVector exponent = TLanes.Add(high, low);
        TVector rounded = TLanes.MultiplyAdd(exponent, TLanes.Create(Log2E), TLanes.Create(Rounder + (2 * ExponentBias)));
        TVector roundedHalf = TLanes.MultiplyAdd(exponent, TLanes.Create(Log2E / 2f), TLanes.Create(Rounder + ExponentBias));
        TVector n = TLanes.Subtract(rounded, TLanes.Create(Rounder + (2 * ExponentBias)));
        TVector r = TLanes.Add(SubtractMultipleOfLn2<TLanes, TVector>(high, n), low);
        return MultiplyByPower<TLanes, TVector>(TLanes.Multiply(ReducedExp<TLanes, TVector>(r), factor), rounded, roundedHalf);
    }
}
