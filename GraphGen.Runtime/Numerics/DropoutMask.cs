using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <summary>
/// Dropout (Srivastava et al., 2014) without a stored mask: what becomes of an element is a hash of its index under a <see
/// cref="DropoutKey"/>,
/// so that the backward pass and every thread find it again. All widths agree bit for bit.
/// </summary>
/// <remarks>
/// The hash is Wellons' 32-bit mixer lowbias32 ("Prospecting for hash functions", 2018), with one half of the key before it
/// and the other in its middle.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DropoutMask
{
    /// <summary>What the elements are multiplied with: 0 where dropped, else <c>1 / (1 - rate)</c>.</summary>
    /// <param name="element">The elements' indices in the layer's output, the same in the forward and the backward pass.</param>
    /// <param name="key">The key of seed, step, layer and rate.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Scale(uint element, in DropoutKey key) =>
        ElementHash.Bits24(element, key) < (int)key.Threshold ? 0f : key.KeptScale;

    /// <inheritdoc cref="Scale(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Scale(Vector128<uint> element, in DropoutKey key)
    {
        Vector128<int> dropped = Vector128.LessThan(ElementHash.Bits24(element, key), Vector128.Create((int)key.Threshold));
        return Vector128.AndNot(Vector128.Create(key.KeptScale), dropped.AsSingle());
    }

    /// <inheritdoc cref="Scale(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Scale(Vector256<uint> element, in DropoutKey key)
    {
        Vector256<int> dropped = Vector256.LessThan(ElementHash.Bits24(element, key), Vector256.Create((int)key.Threshold));
        return Vector256.AndNot(Vector256.Create(key.KeptScale), dropped.AsSingle());
    }

    /// <inheritdoc cref="Scale(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Scale(Vector512<uint> element, in DropoutKey key)
    {
        Vector512<int> dropped = Vector512.LessThan(ElementHash.Bits24(element, key), Vector512.Create((int)key.Threshold));
        return Vector512.AndNot(Vector512.Create(key.KeptScale), dropped.AsSingle());
    }
}
