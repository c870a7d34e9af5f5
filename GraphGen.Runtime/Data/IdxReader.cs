using System.Buffers.Binary;

namespace GraphGen;

/// <summary>
/// Reads one IDX file of unsigned bytes: two zero bytes, the type code, the number of dimensions, each dimension as a big-endian
/// 32-bit number, then the data.
/// </summary>
internal sealed class IdxReader : IDisposable
{
    private const byte UnsignedByte = 0x08;
    private const int FirstBuffer = 1 << 20;

    private readonly string _path;
    private readonly Stream _stream;
    private readonly bool _compressed;
    private int _headerLength;

    public IdxReader(string path)
    {
        _path = path;
        FileStream file = InputFile.Open(path);
        try
        {
            Span<byte> start = stackalloc byte[2];
            _compressed = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start is [0x1F, 0x8B];
            file.Position = 0;
        }
        catch
        {
            file.Dispose();
            throw;
        }

        _stream = _compressed ? new GzipStream(file) : file;
    }

    /// <summary>Reads and checks the header.</summary>
    public int[] ReadShape(int minimumDimensions, int maximumDimensions)
    {
        Span<byte> magic = stackalloc byte[4];
        ReadHeader(magic, "the magic number");
        if (magic[0] != 0 || magic[1] != 0)
        {
            throw Invalid($"expected two zero bytes at offset 0, found 0x{magic[0]:X2} 0x{magic[1]:X2}");
        }

        if (magic[2] != UnsignedByte)
        {
            throw Invalid($"expected the type code 0x{UnsignedByte:X2} (unsigned bytes) at offset 2, found 0x{magic[2]:X2}");
        }

        int dimensions = magic[3];
        if (dimensions < minimumDimensions || dimensions > maximumDimensions)
        {
            string expected = minimumDimensions == maximumDimensions ? $"{minimumDimensions}" : $"at least {minimumDimensions}";
            throw Invalid($"expected {expected} dimension(s) at offset 3, found {dimensions}");
        }

        Span<byte> sizes = stackalloc byte[sizeof(uint) * dimensions];
        ReadHeader(sizes, "the dimensions");
        return Dimensions(sizes);
    }

    /// <summary>Reads the data, and checks that there are neither fewer nor more.</summary>
    public byte[] ReadData(int[] shape)
    {
        int expected = 1;
        foreach (int dimension in shape)
        {
            expected *= dimension;
        }

        // A plain file tells its length before anything is allocated. A compressed one does not: it has to deliver what it declares.
        if (!_compressed)
        {
            RequireLength(shape, expected, _stream.Length - _headerLength);
        }

        byte[] data = GC.AllocateUninitializedArray<byte>(_compressed ? Math.Min(expected, FirstBuffer) : expected);
        int found = Read(data);
        while (found == data.Length && found < expected)
        {
            Array.Resize(ref data, (int)Math.Min(expected, 2L * found));
            found += Read(data.AsSpan(found));
        }

        RequireLength(shape, expected, found);
        if (Read(stackalloc byte[1]) != 0)
        {
            throw Invalid(
                $"the dimensions {ShapeText.Of(shape)} declare {expected} bytes of data from offset {_headerLength} on, but more follow");
        }

        return data;
    }

    public void Dispose() => _stream.Dispose();

    private int[] Dimensions(ReadOnlySpan<byte> sizes)
    {
        int[] shape = new int[sizes.Length / sizeof(uint)];
        long elements = 1;
        for (int dimension = 0; dimension < shape.Length; dimension++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(sizes[(dimension * sizeof(uint))..]);
            elements *= size;
            if (size == 0 || elements > Array.MaxLength)
            {
                throw Invalid(
                    $"dimension {dimension} at offset {4 + (dimension * sizeof(uint))} is {size}: expected at least 1, and not more than "
                    + $"{Array.MaxLength} elements in all");
            }

            shape[dimension] = (int)size;
        }

        return shape;
    }

    private void RequireLength(int[] shape, int expected, long found)
    {
        if (found != expected)
        {
            throw Invalid(
                $"the dimensions {ShapeText.Of(shape)} declare {expected} bytes of data from offset {_headerLength} on, "
                + $"but there are {found}");
        }
    }

    private void ReadHeader(Span<byte> destination, string field)
    {
        int found = Read(destination);
        if (found < destination.Length)
        {
            throw Invalid(
                $"{field} at offset {_headerLength} should take {destination.Length} bytes, but the file ends after {found} of them");
        }

        _headerLength += destination.Length;
    }

    private int Read(Span<byte> destination)
    {
        try
        {
            return _stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException(
                $"'{_path}' is not a readable IDX file: its gzip compression is corrupt or cut off. {exception.Message}",
                exception);
        }
    }

    private InvalidDataException Invalid(string what) => new($"'{_path}' is not a readable IDX file: {what}.");
}
