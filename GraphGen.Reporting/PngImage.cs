using System.Buffers.Binary;
using System.IO.Compression;

namespace GraphGen.Reporting;

/// <summary>
/// Writes pictures as PNG (W3C, Portable Network Graphics, third edition): eight bits a channel, grey or colours, rows without a filter, which suits small
/// pictures with flat areas.
/// </summary>
public static class PngImage
{
    private const int Grey = 0;
    private const int Colours = 2;

    /// <summary>A picture as the bytes of a PNG file.</summary>
    /// <param name="pixels"><c>[height, width, channels]</c>, row-major.</param>
    /// <param name="width">Pixels from left to right, at least 1.</param>
    /// <param name="height">Pixels from top to bottom, at least 1.</param>
    /// <param name="channels">1 for grey, 3 for red, green and blue.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or <paramref name="channels"/> is neither 1 nor 3.</exception>
    /// <exception cref="ArgumentException">There are not as many pixels as the sizes say.</exception>
    public static ReadOnlySpan<byte> Encode(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (channels is not (1 or 3))
        {
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "A picture is grey or has colours: pass 1 or 3 channels.");
        }

        if (pixels.Length != (long)width * height * channels)
        {
            throw new ArgumentException($"There are {pixels.Length} values for {width} x {height} pixels of {channels}: pass one for each channel of each pixel.", nameof(pixels));
        }

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = (byte)(channels == 1 ? Grey : Colours);
        header[10..].Clear(); // deflate, the one set of filters, not interlaced
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compress(pixels, width * channels));
        WriteChunk(file, "IEND"u8, []);
        return file.GetBuffer().AsSpan(0, (int)file.Length);
    }

    private static ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> pixels, int rowSize)
    {
        using var compressed = new MemoryStream();
        using (var stream = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int start = 0; start < pixels.Length; start += rowSize)
            {
                stream.WriteByte(0); // the filter of the row: none
                stream.Write(pixels.Slice(start, rowSize));
            }
        }

        return compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        var crc = new Crc32();
        crc.Append(type);
        crc.Append(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, crc.Value);
        file.Write(number);
    }
}
