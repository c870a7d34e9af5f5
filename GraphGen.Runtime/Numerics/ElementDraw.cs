using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <summary>
/// A random number for each element of a layer's output, such as the slopes of randomized leaky ReLU (Xu et al., "Empirical evaluation of
/// rectified activations in convolutional network", 2015). Nothing is stored: the number is a hash of the element's index under
/// a <see cref="DropoutKey"/>, so that the backward pass and every thread find it again. All widths agree bit for bit.
/// </summary>
/// <remarks>
/// The hash is that of <see cref="DropoutMask"/>, which drops the elements whose numbers lie below the rate: a layer that needs both a mask
/// and numbers independent of it needs two keys. The key's rate has no influence here.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ElementDraw
{
    private const float Unit = 1f / (1 << 24);

    /// <summary>Uniform numbers from 0 inclusive to 1 exclusive, multiples of 2^-24.</summary>
    /// <param name="element">The elements' indices in the layer's output, the same in the forward and the backward pass.</param>
    /// <param name="key">The key of seed, step and layer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Uniform(uint element, in DropoutKey key) => ElementHash.Bits24(element, key) * Unit;

    /// <inheritdoc cref="Uniform(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Uniform(Vector128<uint> element, in DropoutKey key) =>
        Vector128.ConvertToSingle(ElementHash.Bits24(element, key)) * Vector128.Create(Unit);

    /// <inheritdoc cref="Uniform(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Uniform(Vector256<uint> element, in DropoutKey key) =>
        Vector256.ConvertToSingle(ElementHash.Bits24(element, key)) * Vector256.Create(Unit);

    /// <inheritdoc cref="Uniform(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Uniform(Vector512<uint> element, in DropoutKey key) =>
        Vector512.ConvertToSingle(ElementHash.Bits24(element, key)) * Vector512.Create(Unit);

    /// <summary>
    /// Numbers of mean 0 and standard deviation 1, by <c>sqrt(-2 ln u) cos(2 pi v)</c> (Box and Muller, "A note on the generation of random normal
    /// deviates", 1958) with u and v from two hashes of the element. They reach to 5.9 standard deviations.
    /// </summary>
    /// <param name="element">The elements' indices in the layer's output, below 2^31.</param>
    /// <param name="key">The key of seed, step and layer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Normal(uint element, in DropoutKey key) => Normal(Vector128.Create(element), key).ToScalar();

    /// <inheritdoc cref="Normal(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Normal(Vector128<uint> element, in DropoutKey key)
    {
        // From 2^-25 to 1: never 0, where the logarithm has no value.
        Vector128<float> u = (Vector128.ConvertToSingle(ElementHash.Bits24(element, key)) + Vector128.Create(0.5f)) * Vector128.Create(Unit);
        return Vector128.Sqrt(VectorMath.Log(u) * Vector128.Create(-2f)) * VectorMath.CosineOfTurns(Uniform(~element, key));
    }

    /// <inheritdoc cref="Normal(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Normal(Vector256<uint> element, in DropoutKey key)
    {
        Vector256<float> u = (Vector256.ConvertToSingle(ElementHash.Bits24(element, key)) + Vector256.Create(0.5f)) * Vector256.Create(Unit);
        return Vector256.Sqrt(VectorMath.Log(u) * Vector256.Create(-2f)) * VectorMath.CosineOfTurns(Uniform(~element, key));
    }

    /// <inheritdoc cref="Normal(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Normal(Vector512<uint> element, in DropoutKey key)
    {
        Vector512<float> u = (Vector512.ConvertToSingle(ElementHash.Bits24(element, key)) + Vector512.Create(0.5f)) * Vector512.Create(Unit);
        return Vector512.Sqrt(VectorMath.Log(u) * Vector512.Create(-2f)) * VectorMath.CosineOfTurns(Uniform(~element, key));
    }
}
