using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GraphGen;

/// <summary>
/// Saves and loads parameters in the safetensors format (Hugging Face, https://huggingface.co/docs/safetensors), which many tools
/// read: one <c>F32</c> tensor per parameter, under its name and logical shape. A weight matrix is <c>[inputs, units]</c>, the
/// transpose of what PyTorch keeps.
/// </summary>
public static class Checkpoint
{
    private const int ChunkLength = 1 << 24;

    /// <summary>
    /// Writes all parameters. The file appears at once: a process killed while saving leaves what was there before.
    /// </summary>
    /// <param name="path">The file, by custom named <c>*.safetensors</c>. Overwritten if it exists.</param>
    /// <param name="parameters">What to save.</param>
    /// <param name="metadata">Free text to keep with it, such as the epoch; <see cref="ReadMetadata"/> returns it.</param>
    /// <exception cref="ArgumentException">A value of <paramref name="metadata"/> is null.</exception>
    /// <exception cref="IOException">The file cannot be written; the folder may be missing, or the disk full.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file must not be written.</exception>
    public static void Save(string path, ParameterCollection parameters, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(parameters);
        byte[] header = SafetensorsHeader.Write(parameters, metadata);
        AtomicFile.Write(path, file =>
        {
            Span<byte> length = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
            file.Write(length);
            file.Write(header);
            foreach (Parameter parameter in parameters)
            {
                float[] values = new float[parameter.Length];
                parameter.CopyTo(values);
                WriteLittleEndian(file, values);
            }
        });
    }

    /// <summary>
    /// Overwrites all parameters with those of a file that <see cref="Save"/> or another tool wrote. Everything is read and
    /// checked first: when this throws, no parameter has changed.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">What to overwrite: the file must have exactly these names and shapes.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no safetensors file, truncated or corrupt; the message says where.</exception>
    /// <exception cref="CheckpointMismatchException">
    /// The file is sound, but its names, shapes or types differ; the message lists all differences.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static void Load(string path, ParameterCollection parameters)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(parameters);
        using FileStream file = File.OpenRead(path);
        SafetensorsHeader header = SafetensorsHeader.Read(file, path);
        List<string> differences = Differences(header, parameters);
        if (differences.Count > 0)
        {
            throw new CheckpointMismatchException(path, differences);
        }

        float[][] values = new float[parameters.Count][];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = new float[parameters[i].Length];
            file.Position = header.DataStart + header.Tensors[parameters[i].Name].Begin;
            ReadLittleEndian(file, values[i]);
        }

        for (int i = 0; i < values.Length; i++)
        {
            parameters[i].Write(values[i]);
        }

        parameters.Replaced();
    }

    /// <summary>Reads the text that was saved with a checkpoint, without its parameters.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The metadata; empty when there are none.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no safetensors file, truncated or corrupt; the message says where.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = File.OpenRead(path);
        return SafetensorsHeader.Read(file, path).Metadata;
    }

    private static List<string> Differences(SafetensorsHeader header, ParameterCollection parameters)
    {
        var differences = new List<string>();
        foreach (Parameter parameter in parameters)
        {
            if (!header.Tensors.TryGetValue(parameter.Name, out SafetensorsTensor? tensor))
            {
                differences.Add($"{parameter.Name} {ShapeText.Of(parameter.Shape)} is missing from the file.");
            }
            else if (tensor.Type != SafetensorsTensor.Float32)
            {
                differences.Add($"{parameter.Name} has the type {tensor.Type} in the file, but {SafetensorsTensor.Float32} is needed.");
            }
            else if (!tensor.HasShape(parameter.Shape))
            {
                differences.Add(
                    $"{parameter.Name} has the shape {ShapeText.Of<long>(tensor.Shape)} in the file, "
                    + $"but {ShapeText.Of(parameter.Shape)} is needed.");
            }
        }

        foreach ((string name, SafetensorsTensor tensor) in header.Tensors)
        {
            if (!parameters.TryGet(name, out _))
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
