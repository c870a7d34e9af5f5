using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <content>The hyperbolic tangent.</content>
public static partial class VectorMath
{
    /// <summary><c>tanh(x)</c>, with the sign of <paramref name="x"/> also for zeros.</summary>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x) => Tanh<Lanes128, Vector128<float>>(x);

    /// <inheritdoc cref="Tanh(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) => Tanh<Lanes256, Vector256<float>>(x);

    /// <inheritdoc cref="Tanh(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => Tanh<Lanes512, Vector512<float>>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Tanh<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // Above 9.02 the result rounds to 1.
        TVector signBit = TLanes.Create(-0f);
        TVector magnitude = TLanes.Min(TLanes.Create(9.2f), TLanes.AndNot(x, signBit));

        // |x| = n ln 2 / 2 + r. The shift puts r between -0.0533 and 0.2933: few digits then cancel in the numerator where n is 1.
        TVector shifted = TLanes.Subtract(magnitude, TLanes.Create(0.12f));
        TVector rounded = TLanes.MultiplyAdd(shifted, TLanes.Create(2f * Log2E), TLanes.Create(Rounder + ExponentBias));
        TVector n = TLanes.Subtract(rounded, TLanes.Create(Rounder + ExponentBias));
        TVector r = TLanes.MultiplyAdd(n, TLanes.Create(-0.5f * Ln2High), magnitude);
        r = TLanes.MultiplyAdd(n, TLanes.Create(-0.5f * Ln2Low), r);

        // tanh(r) = r + r^3 tail, off by at most 0.18 * 2^-24 of itself.
        TVector square = TLanes.Multiply(r, r);
        TVector tail = TLanes.MultiplyAdd(square, TLanes.Create(-5.05100861e-2f), TLanes.Create(1.33163035e-1f));
        tail = TLanes.MultiplyAdd(tail, square, TLanes.Create(-3.33330929e-1f));
        TVector reduced = TLanes.MultiplyAdd(tail, TLanes.Multiply(square, r), r);

        // The addition theorem: with tanh(n ln 2 / 2) = difference / sum, tanh(|x|) is (sum tanh(r) + difference) / (difference
        // tanh(r) + sum).
        // The denominator is the numerator and 2 - 2 tanh(r), so that rounding the numerator hardly matters where the result is near 1,
        // and not at all where n is 0.
        TVector power = TLanes.ShiftLeft(rounded, ExponentShift);
        TVector difference = TLanes.Subtract(power, TLanes.Create(1f));
        TVector sum = TLanes.Add(power, TLanes.Create(1f));
        TVector numerator = TLanes.MultiplyAdd(sum, reduced, difference);
        TVector denominator = TLanes.Add(numerator, TLanes.MultiplyAdd(reduced, TLanes.Create(-2f), TLanes.Create(2f)));
        TVector quotient = TLanes.Divide(numerator, denominator);
        return TLanes.Or(quotient, TLanes.And(x, signBit));
    }
}
