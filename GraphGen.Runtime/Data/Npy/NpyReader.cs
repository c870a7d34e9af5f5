using System.Buffers.Binary;
using System.Text;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Reads one array in NumPy's format, versions 1.0 to 3.0, as the documentation of <c>numpy.lib.format</c> describes it: a magic number, the
/// version, the length of the header, the header, and the elements.
/// </summary>
/// <param name="stream">The bytes, from the first one on.</param>
/// <param name="length">How many bytes there are.</param>
/// <param name="file">The file, for messages.</param>
internal sealed class NpyReader(Stream stream, long length, string file)
{
    private const int LongestHeader = 1 << 20;

    /// <summary>Where the elements begin, once the header was read.</summary>
    public int DataStart { get; private set; }

    /// <summary>Reads the header, and checks that there are as many elements as it declares.</summary>
    /// <exception cref="InvalidDataException">It is none, or there are not.</exception>
    public NpyHeader ReadHeader()
    {
        Span<byte> start = stackalloc byte[8];
        ReadField(start, "the magic number and the version");
        if (start.StartsWith("PK"u8))
        {
            throw NpyFile.Invalid(file, "it is an archive of several arrays (.npz): pass the name of one, too, or have numpy.save write that one");
        }

        if (!start.StartsWith(NpyHeader.Magic))
        {
            throw NpyFile.Invalid(file, $"expected the bytes {Convert.ToHexString(NpyHeader.Magic)} at offset 0, found {Convert.ToHexString(start[..6])}");
        }

        byte version = start[6];
        if (version is < 1 or > 3)
        {
            throw NpyFile.Invalid(file, $"expected version 1, 2 or 3 of the format at offset 6, found {version}");
        }

        Span<byte> size = stackalloc byte[version == 1 ? sizeof(ushort) : sizeof(uint)];
        ReadField(size, "the length of the header");
        uint headerLength = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (headerLength > LongestHeader)
        {
            throw NpyFile.Invalid(file, $"expected a header of at most {LongestHeader} bytes at offset 8, found {headerLength}");
        }

        int textStart = DataStart;
        byte[] text = new byte[headerLength];
        ReadField(text, "the header");
        NpyHeader header = new NpyHeaderParser((version == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(text), file, textStart).Parse();
        RequireLength(header);
        return header;
    }

    /// <summary>Reads the whole array.</summary>
    /// <exception cref="InvalidDataException">It is none, truncated, too long, or larger than an array here can be.</exception>
    public NpyArray ReadArray()
    {
        NpyHeader header = ReadHeader();
        long elements = NpyShape.ElementsOf(header.Shape);
        if (elements > Array.MaxLength || header.Shape.Any(size => size > int.MaxValue))
        {
            throw NpyFile.Invalid(
                file,
                $"its shape {ShapeText.Of<long>(header.Shape)} has more elements than the {Array.MaxLength} that an array holds; "
                + "map it by NpyFile.MapDataset instead");
        }

        int[] shape = Array.ConvertAll(header.Shape, size => (int)size);
        Array values = ReadElements(header, (int)elements);
        return new NpyArray(header.Element, header.IsFortranOrder ? header.Element.ToRowMajor(values, shape) : values, shape);
    }

    private Array ReadElements(NpyHeader header, int count)
    {
        try
        {
            return header.Element.Read(stream, count, header.IsNative);
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException(NpyFile.Invalid(file, $"it ends before its {count} elements do").Message, exception);
        }
    }

    private void RequireLength(NpyHeader header)
    {
        long elements = NpyShape.ElementsOf(header.Shape);
        long found = length - DataStart;
        if (elements < 0 || found % header.Element.Size != 0 || found / header.Element.Size != elements)
        {
            throw NpyFile.Invalid(
                file,
                Invariant($"its shape {ShapeText.Of<long>(header.Shape)} declares {(elements < 0 ? "too many" : Invariant($"{elements}"))} elements of ")
                + Invariant($"{header.Element.Size} byte(s) from offset {DataStart} on, but {found} bytes are there"));
        }
    }

    private void ReadField(Span<byte> destination, string field)
    {
        int found = stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        if (found < destination.Length)
        {
            throw NpyFile.Invalid(file, $"{field} at offset {DataStart} should take {destination.Length} bytes, but the file ends after {found} of them");
        }

        DataStart += destination.Length;
    }
}
