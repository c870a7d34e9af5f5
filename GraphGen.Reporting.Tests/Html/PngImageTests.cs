using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using GraphGen.Reporting.Html;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>Pictures against a reader written apart from the specification; the browser reads them, too.</summary>
public sealed class PngImageTests
{
    [Fact]
    public void Sizes_that_make_no_picture_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PngImage.Encode([1], 0, 1, 1).ToArray()).ParamName.ShouldBe("width");
        Should.Throw<ArgumentOutOfRangeException>(() => PngImage.Encode([1], 1, 0, 1).ToArray()).ParamName.ShouldBe("height");
        Should.Throw<ArgumentOutOfRangeException>(() => PngImage.Encode([1, 2], 1, 1, 2).ToArray()).ParamName.ShouldBe("channels");
        Should.Throw<ArgumentException>(() => PngImage.Encode([1], 2, 1, 1).ToArray()).Message.ShouldContain("1 values for 2 x 1 pixels of 1");
    }

    [Theory]
    [InlineData(8, 8, 1)]
    [InlineData(1, 1, 3)]
    [InlineData(31, 17, 3)]
    public void A_picture_is_read_back_as_it_was(int width, int height, int channels)
    {
        byte[] pixels = new byte[width * height * channels];
        new Random(3).NextBytes(pixels);
        (int Width, int Height, int Channels, byte[] Pixels) read = Read(PngImage.Encode(pixels, width, height, channels).ToArray());
        (read.Width, read.Height, read.Channels).ShouldBe((width, height, channels));
        read.Pixels.ShouldBe(pixels);
    }

    [Fact]
    public void Images_of_the_usual_ranges_keep_their_brightness_and_others_take_all_of_it()
    {
        Encode([0, 0.5f, 1, 0.25f]).ShouldBe([0, 128, 255, 64]);
        Encode([0, 128, 200, 1]).ShouldBe([0, 128, 200, 1]);
        Encode([-2, 0, 2, 1]).ShouldBe([0, 128, 255, 191]);
        Encode([7, 7, 7, 7]).ShouldBe([7, 7, 7, 7]);

        static byte[] Encode(float[] image)
        {
            var thumbnail = new Thumbnail(new ImageShape(2, 2, 1), new Dataset(image, 4, [0]), [new Mistake(0, 0, 1, 1, 0)]);
            return Read(thumbnail.Encode(image).ToArray()).Pixels;
        }
    }

    [Fact]
    public void Large_images_are_shrunk_by_means()
    {
        const int Width = 200, Height = 100;
        float[] image = new float[Width * Height * 3];
        for (int index = 0; index < image.Length; index++)
        {
            // Each square of three pixels a side has one value; the channels differ.
            int pixel = index / 3;
            image[index] = (pixel % Width / 3 % 2 == 0 ? 0.2f : 0.6f) + (index % 3 * 0.2f);
        }

        var thumbnail = new Thumbnail(new ImageShape(Width, Height, 3), new Dataset(image, image.Length, [0]), [new Mistake(0, 0, 1, 1, 0)]);
        (int width, int height, int channels, byte[] pixels) = Read(thumbnail.Encode(image).ToArray());
        (width, height, channels).ShouldBe((66, 33, 3));
        pixels[..6].ShouldBe([51, 102, 153, 153, 204, 255]);
    }

    private static (int Width, int Height, int Channels, byte[] Pixels) Read(byte[] file)
    {
        file[..8].ShouldBe([137, 80, 78, 71, 13, 10, 26, 10]);
        var chunks = new Dictionary<string, byte[]>();
        for (int start = 8; start < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(start));
            Span<byte> content = file.AsSpan(start + 4, length + 4);
            BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(start + 8 + length)).ShouldBe(BitwiseCrc(content));
            chunks.Add(Encoding.ASCII.GetString(content[..4]), content[4..].ToArray());
            start += 12 + length;
        }

        chunks.Keys.ShouldBe(["IHDR", "IDAT", "IEND"]);
        byte[] header = chunks["IHDR"];
        int width = BinaryPrimitives.ReadInt32BigEndian(header), height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4));
        header[8].ShouldBe((byte)8);
        int channels = header[9] == 0 ? 1 : 3;

        using var rows = new MemoryStream();
        using (var stream = new ZLibStream(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress))
        {
            stream.CopyTo(rows);
        }

        byte[][] lines = [.. rows.ToArray().Chunk((width * channels) + 1)];
        lines.Length.ShouldBe(height);
        lines.ShouldAllBe(line => line[0] == 0);
        return (width, height, channels, [.. lines.SelectMany(line => line[1..])]);
    }

    private static uint BitwiseCrc(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                uint mixed = crc ^ (uint)(value >> bit);
                crc = (crc >> 1) ^ ((mixed & 1) * 0xEDB88320u);
            }
        }

        return ~crc;
    }
}
