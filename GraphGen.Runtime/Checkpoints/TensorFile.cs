using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GraphGen;

/// <summary>Tensors in a safetensors file: the header, then the values of one after the other, little-endian.</summary>
internal static class TensorFile
{
    private const int ChunkLength = 1 << 24;

    /// <summary>Writes tensors in their order to a file, all at once.</summary>
    public static void Write(string path, List<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata) =>
        AtomicFile.Write(path, file => Write(file, tensors, metadata));

    /// <summary>Writes tensors in their order, from the beginning of a stream that can be written at any place.</summary>
    public static void Write(Stream file, List<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        float[] buffer = ArrayPool<float>.Shared.Rent(tensors.Select(tensor => tensor.Length).DefaultIfEmpty().Max());

        // The header tells the checksum of the data behind it: they are copied once, and it is written again when they are known.
        var checksum = new DataChecksum();
        WriteHeader(file, tensors, checksum.AddTo(metadata));
        foreach (StoredTensor tensor in tensors)
        {
            Span<byte> bytes = LittleEndian(tensor, buffer);
            checksum.Append(bytes);
            file.Write(bytes);
        }

        file.Position = 0;
        WriteHeader(file, tensors, checksum.AddTo(metadata));
        ArrayPool<float>.Shared.Return(buffer);
    }

    /// <summary>Reads the values of tensors, which must be in the file with the shapes that it says.</summary>
    /// <param name="file">The file.</param>
    /// <param name="header">What its header says.</param>
    /// <param name="tensors">What is wanted.</param>
    /// <returns>The values of each tensor, row-major.</returns>
    public static float[][] Read(Stream file, SafetensorsHeader header, List<StoredTensor> tensors)
    {
        float[][] values = new float[tensors.Count][];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = new float[tensors[i].Length];
            file.Position = header.DataStart + header.Tensors[tensors[i].Name].Begin;
            ReadLittleEndian(file, values[i]);
        }

        return values;
    }

    /// <summary>Overwrites tensors with the values that were read.</summary>
    public static void Overwrite(List<StoredTensor> tensors, ReadOnlySpan<float[]> values)
    {
        for (int i = 0; i < tensors.Count; i++)
        {
            tensors[i].Write(values[i]);
        }
    }

    /// <summary>Writes the header's length and the header, as many bytes whatever the checksum.</summary>
    private static void WriteHeader(Stream file, List<StoredTensor> tensors, Dictionary<string, string> metadata)
    {
        byte[] header = SafetensorsHeader.Write(tensors, metadata);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        file.Write(length);
        file.Write(header);
    }

    private static Span<byte> LittleEndian(StoredTensor tensor, float[] buffer)
    {
        Span<float> values = buffer.AsSpan(0, tensor.Length);
        tensor.CopyTo(values);
        ReverseOnBigEndian(values);
        return MemoryMarshal.AsBytes(values);
    }

    private static void ReadLittleEndian(Stream file, Span<float> values)
    {
        for (Span<float> rest = values; !rest.IsEmpty; rest = rest[Math.Min(ChunkLength, rest.Length)..])
        {
            file.ReadExactly(MemoryMarshal.AsBytes(rest[..Math.Min(ChunkLength, rest.Length)]));
        }

        ReverseOnBigEndian(values);
    }

    private static void ReverseOnBigEndian(Span<float> values)
    {
        if (!BitConverter.IsLittleEndian)
        {
            Span<int> bits = MemoryMarshal.Cast<float, int>(values);
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }
    }
}
