using System.Buffers.Binary;
using System.IO.Compression;

namespace GraphGen;

/// <summary>
/// Decompresses a gzip file (RFC 1952), member after member. The framework's stream takes the end of a file that was cut off for the end of its content;
/// here each member has to end with its checksum and its length.
/// </summary>
/// <param name="file">The file, at its beginning; closed with this.</param>
internal sealed class GzipStream(FileStream file) : ReadOnlyStream
{
    private const int HeaderLength = 10;
    private const int TrailerLength = 8;
    private const byte Deflate = 8;

    // The flags of a header: what follows it before the content.
    private const int HasChecksum = 2;
    private const int HasExtra = 4;
    private const int HasName = 8;
    private const int HasComment = 16;

    private ChunkStream? _compressed;
    private DeflateStream? _content;
    private Crc32 _checksum;
    private uint _length;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty && (_content is not null || BeginMember()))
        {
            int count = _content!.Read(buffer);
            if (count > 0)
            {
                _checksum.Append(buffer[..count]);
                _length += (uint)count;
                return count;
            }

            EndMember();
        }

        return 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content?.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    // Archivers fill up with zeros, which are no further member.
    private bool BeginMember()
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        int found = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (!header[..found].ContainsAnyExcept((byte)0))
        {
            return false;
        }

        if (found < HeaderLength || !header.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, Deflate]))
        {
            throw new InvalidDataException("A member of a gzip file does not begin as one.");
        }

        SkipOptionalFields(header[3]);
        _compressed = new ChunkStream(file);
        _content = new DeflateStream(_compressed, CompressionMode.Decompress);
        _checksum = default;
        _length = 0;
        return true;
    }

    private void SkipOptionalFields(byte flags)
    {
        if ((flags & HasExtra) != 0)
        {
            int length = ReadByteOrThrow();
            length |= ReadByteOrThrow() << 8;
            Skip(length);
        }

        if ((flags & HasName) != 0)
        {
            SkipText();
        }

        if ((flags & HasComment) != 0)
        {
            SkipText();
        }

        if ((flags & HasChecksum) != 0)
        {
            Skip(sizeof(ushort));
        }
    }

    // How much of its last piece the decompressor has used it does not tell, but a byte at least, and what must stand behind is known. Only an empty
    // member has a trailer that may stand elsewhere by chance, and it ends where bytes are read singly. A file that is cut off has no last piece.
    private void EndMember()
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[sizeof(uint)..], _length);
        Span<byte> end = stackalloc byte[ChunkStream.ChunkLength + TrailerLength];
        end = end[..(_compressed!.LastLength - 1 + TrailerLength)];
        file.Position = _compressed.LastStart + 1;
        int found = file.ReadAtLeast(end, end.Length, throwOnEndOfStream: false);
        int place = end[..found].IndexOf(trailer);
        if (place < 0)
        {
            throw new InvalidDataException("A member of a gzip file does not end with its checksum and length.");
        }

        file.Position = _compressed.LastStart + 1 + place + TrailerLength;
        _content!.Dispose();
        _content = null;
    }

    private void SkipText()
    {
        while (ReadByteOrThrow() != 0)
        {
        }
    }

    private void Skip(int count)
    {
        for (int skipped = 0; skipped < count; skipped++)
        {
            ReadByteOrThrow();
        }
    }

    private int ReadByteOrThrow() =>
        file.ReadByte() is var value and >= 0 ? value : throw new InvalidDataException("The header of a gzip file is cut off.");
}
