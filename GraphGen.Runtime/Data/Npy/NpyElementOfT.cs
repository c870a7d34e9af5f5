using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GraphGen;

/// <summary>A type of numbers in a NumPy file: what does not depend on whether they are integers or not.</summary>
internal abstract class NpyElement<T>(string code) : NpyElement(code, Unsafe.SizeOf<T>(), typeof(T))
    where T : unmanaged
{
    // Streams take at most 2^31 bytes at once, which arrays may exceed.
    private const int ChunkLength = 1 << 20;

    /// <inheritdoc/>
    public override Array Read(Stream stream, int count, bool isNative)
    {
        T[] values = GC.AllocateUninitializedArray<T>(count);
        for (int first = 0; first < count; first += ChunkLength)
        {
            Span<T> chunk = values.AsSpan(first, Math.Min(ChunkLength, count - first));
            stream.ReadExactly(MemoryMarshal.AsBytes(chunk));
            if (!isNative)
            {
                ReverseBytes(chunk);
            }
        }

        return values;
    }

    /// <inheritdoc/>
    public override void Write(Stream stream, Array values) => Write(stream, (ReadOnlySpan<T>)(T[])values);

    /// <inheritdoc cref="Write(Stream, Array)"/>
    public void Write(Stream stream, ReadOnlySpan<T> values)
    {
        for (; !values.IsEmpty; values = values[Math.Min(ChunkLength, values.Length)..])
        {
            stream.Write(MemoryMarshal.AsBytes(values[..Math.Min(ChunkLength, values.Length)]));
        }
    }

    /// <inheritdoc/>
    public override Array ToRowMajor(Array values, int[] shape)
    {
        T[] source = (T[])values;
        T[] ordered = GC.AllocateUninitializedArray<T>(source.Length);
        int[] strides = new int[shape.Length];
        int[] index = new int[shape.Length];
        for (int dimension = 0, stride = 1; dimension < shape.Length; stride *= shape[dimension++])
        {
            strides[dimension] = stride;
        }

        // Like an odometer: the last index steps most often, and one that starts again takes its way back.
        int place = 0;
        for (int element = 0; element < ordered.Length; element++)
        {
            ordered[element] = source[place];
            for (int dimension = shape.Length - 1; dimension >= 0; dimension--)
            {
                place += strides[dimension];
                if (++index[dimension] < shape[dimension])
                {
                    break;
                }

                place -= strides[dimension] * shape[dimension];
                index[dimension] = 0;
            }
        }

        return ordered;
    }

    private static void ReverseBytes(Span<T> values)
    {
        switch (Unsafe.SizeOf<T>())
        {
            case sizeof(ushort):
                Span<ushort> pairs = MemoryMarshal.Cast<T, ushort>(values);
                BinaryPrimitives.ReverseEndianness(pairs, pairs);
                break;
            case sizeof(uint):
                Span<uint> fours = MemoryMarshal.Cast<T, uint>(values);
                BinaryPrimitives.ReverseEndianness(fours, fours);
                break;
            case sizeof(ulong):
                Span<ulong> eights = MemoryMarshal.Cast<T, ulong>(values);
                BinaryPrimitives.ReverseEndianness(eights, eights);
                break;
        }
    }
}
