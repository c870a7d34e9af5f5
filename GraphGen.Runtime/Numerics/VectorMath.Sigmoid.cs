using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <content>The logistic function.</content>
public static partial class VectorMath
{
    /// <summary><c>1 / (1 + exp(-x))</c>: zero below -103.9721, 1 above 17.</summary>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> x) => Sigmoid<Lanes128, Vector128<float>>(x);

    /// <inheritdoc cref="Sigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Sigmoid<Lanes256, Vector256<float>>(x);

    /// <inheritdoc cref="Sigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Sigmoid<Lanes512, Vector512<float>>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sigmoid<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // Beyond these bounds lie 1 and 0 anyhow.
        TVector minusX = TLanes.Min(TLanes.Create(104f), TLanes.Max(TLanes.Create(-104f), TLanes.Subtract(TLanes.Create(0f), x)));

        // Both sides of the fraction are scaled by one = 2^(half - n), so that exp(-x) becomes power * exp(r) with power = 2^half:
        // neither side leaves the range of floats.
        TVector rounded = TLanes.MultiplyAdd(minusX, TLanes.Create(Log2E), TLanes.Create(Rounder));
        TVector roundedHalf = TLanes.MultiplyAdd(minusX, TLanes.Create(Log2E / 2f), TLanes.Create(Rounder + ExponentBias));
        TVector n = TLanes.Subtract(rounded, TLanes.Create(Rounder));
        TVector power = TLanes.ShiftLeft(roundedHalf, ExponentShift);
        TVector one = TLanes.ShiftLeft(TLanes.SubtractBits(roundedHalf, rounded), ExponentShift);

        TVector reduced = ReducedExpM1<TLanes, TVector>(SubtractMultipleOfLn2<TLanes, TVector>(minusX, n));

        // This order of the sum keeps the error below 2 units: power + one, taken first, would lose all of one where n is 24.
        TVector denominator = TLanes.Add(TLanes.MultiplyAdd(power, reduced, one), power);
        return TLanes.Divide(one, denominator);
    }
}
