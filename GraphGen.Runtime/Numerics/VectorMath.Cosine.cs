using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <content>The cosine of parts of a turn, for random numbers.</content>
public static partial class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> CosineOfTurns(Vector128<float> turns) => CosineOfTurns<Lanes128, Vector128<float>>(turns);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> CosineOfTurns(Vector256<float> turns) => CosineOfTurns<Lanes256, Vector256<float>>(turns);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> CosineOfTurns(Vector512<float> turns) => CosineOfTurns<Lanes512, Vector512<float>>(turns);

    /// <summary><c>cos(2 pi (t - 1/2))</c> for t from 0 to 1: half the angle lies within a quarter turn, where the series is short. Off by at most 1e-6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector CosineOfTurns<TLanes, TVector>(TVector turns)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector half = TLanes.Multiply(TLanes.Subtract(turns, TLanes.Create(0.5f)), TLanes.Create(float.Pi));
        TVector squared = TLanes.Multiply(half, half);
        TVector sum = TLanes.MultiplyAdd(squared, TLanes.Create(-1f / 3628800), TLanes.Create(1f / 40320));
        sum = TLanes.MultiplyAdd(sum, squared, TLanes.Create(-1f / 720));
        sum = TLanes.MultiplyAdd(sum, squared, TLanes.Create(1f / 24));
        sum = TLanes.MultiplyAdd(sum, squared, TLanes.Create(-0.5f));
        TVector cosine = TLanes.MultiplyAdd(sum, squared, TLanes.Create(1f));
        return TLanes.MultiplyAdd(TLanes.Add(cosine, cosine), cosine, TLanes.Create(-1f));
    }
}
