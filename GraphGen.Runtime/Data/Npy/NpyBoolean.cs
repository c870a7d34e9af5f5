using System.Runtime.InteropServices;

namespace GraphGen;

/// <summary>Truth values in a NumPy file: a byte each, 0 for false.</summary>
internal sealed class NpyBoolean() : NpyElement<bool>("b1")
{
    /// <inheritdoc/>
    public override Array Read(Stream stream, int count, bool isNative)
    {
        // A byte other than 0 and 1 would make a bool that is neither true nor false.
        var values = (bool[])base.Read(stream, count, isNative);
        foreach (ref byte value in MemoryMarshal.AsBytes(values.AsSpan()))
        {
            value = Math.Min(value, (byte)1);
        }

        return values;
    }

    /// <inheritdoc/>
    public override float[] ToFloats(Array values) => Array.ConvertAll((bool[])values, value => value ? 1f : 0f);

    /// <inheritdoc/>
    public override int[] ToInts(Array values) => Array.ConvertAll((bool[])values, value => value ? 1 : 0);
}
