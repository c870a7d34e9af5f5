using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GraphGen.Numerics;

/// <summary>
/// 32 bits for an element of a layer's output under a <see cref="DropoutKey"/>: Wellons' mixer lowbias32 ("Prospecting for hash functions",
/// 2018), with one half of the key before it and the other in its middle. All widths agree bit for bit.
/// </summary>
internal static class ElementHash
{
    private const uint Multiplier0 = 0x7FEB352D;
    private const uint Multiplier1 = 0x846CA68B;

    /// <summary>The upper 24 bits of the elements' hashes, which fit a float and compare alike as signed and unsigned numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bits24(uint element, in DropoutKey key)
    {
        uint hash = element ^ key.Key0;
        hash ^= hash >> 16;
        hash *= Multiplier0;
        hash ^= hash >> 15;
        hash ^= key.Key1;
        hash *= Multiplier1;
        hash ^= hash >> 16;
        return (int)(hash >> 8);
    }

    /// <inheritdoc cref="Bits24(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Bits24(Vector128<uint> element, in DropoutKey key)
    {
        Vector128<uint> hash = element ^ Vector128.Create(key.Key0);
        hash ^= Vector128.ShiftRightLogical(hash, 16);
        hash *= Vector128.Create(Multiplier0);
        hash ^= Vector128.ShiftRightLogical(hash, 15);
        hash ^= Vector128.Create(key.Key1);
        hash *= Vector128.Create(Multiplier1);
        hash ^= Vector128.ShiftRightLogical(hash, 16);
        return Vector128.ShiftRightLogical(hash, 8).AsInt32();
    }

    /// <inheritdoc cref="Bits24(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Bits24(Vector256<uint> element, in DropoutKey key)
    {
        Vector256<uint> hash = element ^ Vector256.Create(key.Key0);
        hash ^= Vector256.ShiftRightLogical(hash, 16);
        hash *= Vector256.Create(Multiplier0);
        hash ^= Vector256.ShiftRightLogical(hash, 15);
        hash ^= Vector256.Create(key.Key1);
        hash *= Vector256.Create(Multiplier1);
        hash ^= Vector256.ShiftRightLogical(hash, 16);
        return Vector256.ShiftRightLogical(hash, 8).AsInt32();
    }

    /// <inheritdoc cref="Bits24(uint, in DropoutKey)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Bits24(Vector512<uint> element, in DropoutKey key)
    {
        Vector512<uint> hash = element ^ Vector512.Create(key.Key0);
        hash ^= Vector512.ShiftRightLogical(hash, 16);
        hash *= Vector512.Create(Multiplier0);
        hash ^= Vector512.ShiftRightLogical(hash, 15);
        hash ^= Vector512.Create(key.Key1);
        hash *= Vector512.Create(Multiplier1);
        hash ^= Vector512.ShiftRightLogical(hash, 16);
        return Vector512.ShiftRightLogical(hash, 8).AsInt32();
    }
}
