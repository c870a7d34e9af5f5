using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GraphGen.Tests.Numerics;

/// <summary>One function of the vector maths in its three widths, and what it should be.</summary>
internal sealed record VectorFunction(
    Func<Vector128<float>, Vector128<float>> Narrow,
    Func<Vector256<float>, Vector256<float>> Middle,
    Func<Vector512<float>, Vector512<float>> Wide,
    Func<double, double> Exact)
{
    /// <summary>Applied by the 128-bit overload, and by the wider ones where the processor has such vectors: one array each.</summary>
    public IEnumerable<float[]> ApplyWhereAccelerated(float[] arguments)
    {
        yield return ApplyNarrow(arguments);
        if (Vector256.IsHardwareAccelerated)
        {
            yield return ApplyMiddle(arguments);
        }

        // On some processors Vector512.IsHardwareAccelerated is false although there are such vectors.
        if (Avx512F.IsSupported)
        {
            yield return ApplyWide(arguments);
        }
    }

    /// <summary>Applied by all three overloads, emulated where need be.</summary>
    public IEnumerable<float[]> ApplyAll(float[] arguments) => [ApplyNarrow(arguments), ApplyMiddle(arguments), ApplyWide(arguments)];

    private float[] ApplyNarrow(float[] arguments)
    {
        var results = new float[arguments.Length];
        for (int start = 0; start < results.Length; start += Vector128<float>.Count)
        {
            Narrow(Vector128.LoadUnsafe(ref arguments[start])).StoreUnsafe(ref results[start]);
        }

        return results;
    }

    private float[] ApplyMiddle(float[] arguments)
    {
        var results = new float[arguments.Length];
        for (int start = 0; start < results.Length; start += Vector256<float>.Count)
        {
            Middle(Vector256.LoadUnsafe(ref arguments[start])).StoreUnsafe(ref results[start]);
        }

        return results;
    }

    private float[] ApplyWide(float[] arguments)
    {
        var results = new float[arguments.Length];
        for (int start = 0; start < results.Length; start += Vector512<float>.Count)
        {
            Wide(Vector512.LoadUnsafe(ref arguments[start])).StoreUnsafe(ref results[start]);
        }

        return results;
    }
}
