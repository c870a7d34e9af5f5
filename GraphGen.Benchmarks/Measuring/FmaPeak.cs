using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Benchmarks.Measuring;

/// <summary>
/// The most multiply-adds that one core does in a second: chains in registers, with no load and no store. Twelve independent
/// chains keep two pipes busy at a latency of up to six cycles and still fit sixteen registers together with the operands.
/// </summary>
internal static class FmaPeak
{
    private const int Chains = 12;
    private const int TurnsPerRepetition = 1000;

    /// <summary>The peak of a vector width as something to measure.</summary>
    public static Workload For(InstructionSet set) => new(
        $"FMA peak, {set.Name}",
        2.0 * Chains * TurnsPerRepetition * set.Lanes,
        set.Lanes switch
        {
            16 => Run<Vector512<float>, Fma512>,
            8 => Run<Vector256<float>, Fma256>,
            _ => Run<Vector128<float>, Fma128>,
        });

    // Each chain tends to 2, so that no value overflows or becomes subnormal, and the sum that is returned depends on all of them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run<TVector, TFma>(int repetitions)
        where TVector : struct
        where TFma : struct, IFmaOperations<TVector>
    {
        TVector half = TFma.Create(0.5f), one = TFma.Create(1);
        TVector a = one, b = one, c = one, d = one, e = one, f = one, g = one, h = one, i = one, j = one, k = one, l = one;
        for (long turn = (long)repetitions * TurnsPerRepetition; turn > 0; turn--)
        {
            a = TFma.MultiplyAdd(a, half, one);
            b = TFma.MultiplyAdd(b, half, one);
            c = TFma.MultiplyAdd(c, half, one);
            d = TFma.MultiplyAdd(d, half, one);
            e = TFma.MultiplyAdd(e, half, one);
            f = TFma.MultiplyAdd(f, half, one);
            g = TFma.MultiplyAdd(g, half, one);
            h = TFma.MultiplyAdd(h, half, one);
            i = TFma.MultiplyAdd(i, half, one);
            j = TFma.MultiplyAdd(j, half, one);
            k = TFma.MultiplyAdd(k, half, one);
            l = TFma.MultiplyAdd(l, half, one);
        }

        return TFma.Sum(a) + TFma.Sum(b) + TFma.Sum(c) + TFma.Sum(d) + TFma.Sum(e) + TFma.Sum(f)
            + TFma.Sum(g) + TFma.Sum(h) + TFma.Sum(i) + TFma.Sum(j) + TFma.Sum(k) + TFma.Sum(l);
    }
}
