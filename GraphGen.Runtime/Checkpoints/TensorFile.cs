using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GraphGen;

/// <summary>Tensors in a safetensors file: the header, then the values of one after the other, little-endian.</summary>
internal static class TensorFile
{
    private const int ChunkLength = 1 << 24;

    /// <summary>Writes tensors in their order, all at once.</summary>
    public static void Write(string path, List<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        byte[] header = SafetensorsHeader.Write(tensors, metadata);
        AtomicFile.Write(path, file =>
        {
            Span<byte> length = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
            file.Write(length);
            file.Write(header);
            foreach (StoredTensor tensor in tensors)
            {
                float[] values = new float[tensor.Parameter.Length];
                tensor.CopyTo(values);
                WriteLittleEndian(file, values);
            }
        });
    }

    /// <summary>Reads the values of tensors, which must be those of the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="header">What its header says.</param>
    /// <param name="path">The file's name, for messages.</param>
    /// <param name="tensors">What is expected in it.</param>
    /// <param name="isIgnored">Says of a name whether it may be in the file without being expected.</param>
    /// <returns>The values of each tensor, row-major.</returns>
    /// <exception cref="CheckpointMismatchException">Names, shapes or types differ.</exception>
    public static float[][] Read(
        Stream file, SafetensorsHeader header, string path, List<StoredTensor> tensors, Func<string, bool> isIgnored)
    {
        List<string> differences = Differences(header, tensors, isIgnored);
        if (differences.Count > 0)
        {
            throw new CheckpointMismatchException(path, differences);
        }

        float[][] values = new float[tensors.Count][];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = new float[tensors[i].Parameter.Length];
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

    private static List<string> Differences(SafetensorsHeader header, List<StoredTensor> expected, Func<string, bool> isIgnored)
    {
        var differences = new List<string>();
        foreach ((string name, Parameter parameter, _) in expected)
        {
            if (!header.Tensors.TryGetValue(name, out SafetensorsTensor? tensor))
            {
                differences.Add($"{name} {ShapeText.Of(parameter.Shape)} is missing from the file.");
            }
            else if (tensor.Type != SafetensorsTensor.Float32)
            {
                differences.Add($"{name} has the type {tensor.Type} in the file, but {SafetensorsTensor.Float32} is needed.");
            }
            else if (!tensor.HasShape(parameter.Shape))
            {
                differences.Add(
                    $"{name} has the shape {ShapeText.Of<long>(tensor.Shape)} in the file, "
                    + $"but {ShapeText.Of(parameter.Shape)} is needed.");
            }
        }

        HashSet<string> names = expected.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        foreach ((string name, SafetensorsTensor tensor) in header.Tensors)
        {
            if (!names.Contains(name) && !isIgnored(name))
            {
                differences.Add($"{name} {ShapeText.Of<long>(tensor.Shape)} is in the file, but not in the network.");
            }
        }

        return differences;
    }

    private static void WriteLittleEndian(Stream file, Span<float> values)
    {
        ReverseOnBigEndian(values);
        for (; !values.IsEmpty; values = values[Math.Min(ChunkLength, values.Length)..])
        {
            file.Write(MemoryMarshal.AsBytes(values[..Math.Min(ChunkLength, values.Length)]));
        }
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
