using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GraphGen.Numerics;

namespace GraphGen;

/// <summary>
/// Normal noise without state: two numbers of mean 0 and standard deviation 1 come from two draws of <see cref="ElementHash"/> by
/// <c>sqrt(-2 ln u) (cos a, sin a)</c> (Box and Muller, "A note on the generation of random normal deviates", 1958). They reach to 5.9 standard deviations.
/// </summary>
internal static class NormalNoise
{
    private const int BlockSize = 16;

    /// <summary>Adds noise to each value.</summary>
    /// <param name="values">The values, changed in place.</param>
    /// <param name="deviation">The standard deviation of the noise.</param>
    /// <param name="key">Equal keys give equal noise.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTo(Span<float> values, float deviation, in DropoutKey key)
    {
        Vector256<float> scale = Vector256.Create(deviation);
        int whole = values.Length - (values.Length % BlockSize);
        ref float value = ref MemoryMarshal.GetReference(values);
        for (int first = 0; first < whole; first += BlockSize)
        {
            AddToBlock(ref Unsafe.Add(ref value, first), (uint)first, scale, key);
        }

        if (whole < values.Length)
        {
            Span<float> block = stackalloc float[BlockSize];
            values[whole..].CopyTo(block);
            AddToBlock(ref MemoryMarshal.GetReference(block), (uint)whole, scale, key);
            block[..(values.Length - whole)].CopyTo(values[whole..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddToBlock(ref float values, uint first, Vector256<float> scale, in DropoutKey key)
    {
        const nuint Half = BlockSize / 2;
        Vector256<uint> element = Vector256.Create(first) + Vector256.Create(0u, 1, 2, 3, 4, 5, 6, 7);
        (Vector256<float> left, Vector256<float> right) = Pair(
            ElementHash.Bits24(element, key), ElementHash.Bits24(element + Vector256.Create((uint)Half), key));
        (Vector256.LoadUnsafe(ref values) + (left * scale)).StoreUnsafe(ref values);
        (Vector256.LoadUnsafe(ref values, Half) + (right * scale)).StoreUnsafe(ref values, Half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> First, Vector256<float> Second) Pair(Vector256<int> radiusBits, Vector256<int> angleBits)
    {
        // From 2^-25 to 1: never 0, where the logarithm has no value.
        Vector256<float> uniform = (Vector256.ConvertToSingle(radiusBits) + Vector256.Create(0.5f)) * (1f / (1 << 24));
        Vector256<float> radius = Vector256.Sqrt(VectorMath.Log(uniform) * -2f);

        // Two bits choose the quarter of the circle, by exchanging the axes and turning them round. The others choose an angle within it,
        // from -pi/4 to pi/4, where the sine's and the cosine's series are short.
        const int QuarterBits = 2;
        const float Middle = (1 << 21) - 0.5f;
        Vector256<float> step = Vector256.ConvertToSingle(Vector256.ShiftRightLogical(angleBits, QuarterBits));
        Vector256<float> angle = (step - Vector256.Create(Middle)) * (float)(Math.PI / (1 << 23));
        Vector256<float> squared = angle * angle;
        Vector256<float> sine = squared * (-1f / 5040);
        sine = (sine + Vector256.Create(1f / 120)) * squared;
        sine = (sine + Vector256.Create(-1f / 6)) * squared;
        sine = (sine * angle) + angle;
        Vector256<float> cosine = squared * (1f / 40320);
        cosine = (cosine + Vector256.Create(-1f / 720)) * squared;
        cosine = (cosine + Vector256.Create(1f / 24)) * squared;
        cosine = ((cosine + Vector256.Create(-0.5f)) * squared) + Vector256.Create(1f);

        Vector256<float> isExchanged = Vector256.Equals(angleBits & Vector256.Create(1), Vector256<int>.Zero).AsSingle();
        Vector256<int> sign = Vector256.ShiftLeft(angleBits & Vector256.Create(2), 30);
        Vector256<float> turned = (radius.AsInt32() ^ sign).AsSingle();
        return (
            turned * Vector256.ConditionalSelect(isExchanged, sine, cosine),
            turned * Vector256.ConditionalSelect(isExchanged, cosine, sine));
    }
}
