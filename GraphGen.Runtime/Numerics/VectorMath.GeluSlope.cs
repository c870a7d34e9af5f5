using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <content>The derivative of the Gaussian error linear unit.</content>
public static partial class VectorMath
{
    /// <summary>
    /// The derivative of GELU: <c>Phi(x) + x phi(x)</c> with <c>Phi</c> the standard normal distribution function and <c>phi</c> its
    /// density (Hendrycks and Gimpel, 2016). It is zero at -0.7518, at least -0.129 and at most 1.129.
    /// At most 2 units in the last place from the exact value where x is above -0.4; below, where its two terms cancel, 8 units of the
    /// larger of the slope and <c>Phi(x)</c>.
    /// </summary>
    /// <param name="x">The inputs of GELU, any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GeluSlope(Vector128<float> x) => GeluSlope<Lanes128, Vector128<float>>(x);

    /// <inheritdoc cref="GeluSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluSlope(Vector256<float> x) => GeluSlope<Lanes256, Vector256<float>>(x);

    /// <inheritdoc cref="GeluSlope(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GeluSlope(Vector512<float> x) => GeluSlope<Lanes512, Vector512<float>>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector GeluSlope<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        const float MinusDensityAtZero = -0.398942280f;

        // For |x| below 1: 1/2 and an odd polynomial, off by at most 0.11 * 2^-25.
        TVector square = TLanes.Multiply(x, x);
        TVector sum = TLanes.MultiplyAdd(square, TLanes.Create(-8.48879281e-5f), TLanes.Create(1.1175595e-3f));
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Create(-9.47522186e-3f));
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Create(5.98340444e-2f));
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Create(-2.65960544e-1f));
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Create(7.97884524e-1f));
        TVector inner = TLanes.MultiplyAdd(sum, x, TLanes.Create(0.5f));

        // Beyond: exp(-x^2 / 2) times (ratio - |x| / sqrt(2 pi)) on the left, and 1 less that of -x on the right.
        TVector one = TLanes.Create(1f);
        TVector magnitude = TLanes.Min(TLanes.Create(NormalBound), TLanes.AndNot(x, TLanes.Create(-0f)));
        TVector factor = TLanes.MultiplyAdd(magnitude, TLanes.Create(MinusDensityAtZero), MillsRatio<TLanes, TVector>(magnitude, one));
        TVector left = MultiplyByGaussian<TLanes, TVector>(factor, magnitude);
        TVector outer = TLanes.Select(TLanes.LessThan(x, TLanes.Create(0f)), left, TLanes.Subtract(one, left));
        return TLanes.Select(TLanes.LessThan(magnitude, one), inner, outer);
    }
}
