using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <content>The exponential.</content>
public static partial class VectorMath
{
    /// <summary><c>exp(x)</c>: infinity above 88.7228, zero below -103.9721.</summary>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x) => Exp<Lanes128, Vector128<float>>(x);

    /// <inheritdoc cref="Exp(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) => Exp<Lanes256, Vector256<float>>(x);

    /// <inheritdoc cref="Exp(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => Exp<Lanes512, Vector512<float>>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Exp<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // Beyond these bounds lie infinity and zero anyhow.
        x = TLanes.Min(TLanes.Create(89f), TLanes.Max(TLanes.Create(-104f), x));
        TVector mantissa = SplitExp<TLanes, TVector>(x, out TVector rounded, out TVector roundedHalf);
        return MultiplyByPower<TLanes, TVector>(mantissa, rounded, roundedHalf);
    }
}
