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
    private const uint Multiplier0 = 0x7FEB352D;
    private const uint Multiplier1 = 0x846CA68B;

    /// <summary>What the elements are multiplied with: 0 where dropped, else <c>1 / (1 - rate)</c>.</summary>
    /// <param name="element">The elements' indices in the layer's output, the same in the forward and the backward pass.</param>
    /// <param name="key">The key of seed, step, layer and rate.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Scale(uint element, in DropoutKey key)
    {
        uint hash = element ^ key.Key0;
        hash ^= hash >> 16;
        hash *= Multiplier0;
        hash ^= hash >> 15;
        hash ^= key.Key1;
        hash *= Multiplier1;
        hash ^= hash >> 16;
        return hash >> 8 < key.Threshold ? 0f : key.KeptScale;
    }

    /// <inheritdoc cref="Scale(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Scale(Vector128<uint> element, in DropoutKey key)
    {
        Vector128<uint> hash = element ^ Vector128.Create(key.Key0);
        hash ^= Vector128.ShiftRightLogical(hash, 16);
        hash *= Vector128.Create(Multiplier0);
        hash ^= Vector128.ShiftRightLogical(hash, 15);
        hash ^= Vector128.Create(key.Key1);
        hash *= Vector128.Create(Multiplier1);
        hash ^= Vector128.ShiftRightLogical(hash, 16);

        // Numbers of 24 bits may be compared as signed ones, which every processor can.
        Vector128<int> drawn = Vector128.ShiftRightLogical(hash, 8).AsInt32();
        Vector128<int> dropped = Vector128.LessThan(drawn, Vector128.Create((int)key.Threshold));
        return Vector128.AndNot(Vector128.Create(key.KeptScale), dropped.AsSingle());
    }

    /// <inheritdoc cref="Scale(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Scale(Vector256<uint> element, in DropoutKey key)
    {
        Vector256<uint> hash = element ^ Vector256.Create(key.Key0);
        hash ^= Vector256.ShiftRightLogical(hash, 16);
        hash *= Vector256.Create(Multiplier0);
        hash ^= Vector256.ShiftRightLogical(hash, 15);
        hash ^= Vector256.Create(key.Key1);
        hash *= Vector256.Create(Multiplier1);
        hash ^= Vector256.ShiftRightLogical(hash, 16);

        // Numbers of 24 bits may be compared as signed ones, which every processor can.
        Vector256<int> drawn = Vector256.ShiftRightLogical(hash, 8).AsInt32();
        Vector256<int> dropped = Vector256.LessThan(drawn, Vector256.Create((int)key.Threshold));
        return Vector256.AndNot(Vector256.Create(key.KeptScale), dropped.AsSingle());
    }

    /// <inheritdoc cref="Scale(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Scale(Vector512<uint> element, in DropoutKey key)
    {
        Vector512<uint> hash = element ^ Vector512.Create(key.Key0);
        hash ^= Vector512.ShiftRightLogical(hash, 16);
        hash *= Vector512.Create(Multiplier0);
        hash ^= Vector512.ShiftRightLogical(hash, 15);
        hash ^= Vector512.Create(key.Key1);
        hash *= Vector512.Create(Multiplier1);
        hash ^= Vector512.ShiftRightLogical(hash, 16);

        // Numbers of 24 bits may be compared as signed ones, which every processor can.
        Vector512<int> drawn = Vector512.ShiftRightLogical(hash, 8).AsInt32();
        Vector512<int> dropped = Vector512.LessThan(drawn, Vector512.Create((int)key.Threshold));
        return Vector512.AndNot(Vector512.Create(key.KeptScale), dropped.AsSingle());
    }
}
