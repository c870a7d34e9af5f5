using System.IO.Compression;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

public sealed class GzipStreamTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 20_000).Select(place => (byte)(place * place % 251))];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public void Content_is_what_was_compressed(CompressionLevel level) => Decompress(Compress(Content, level)).ShouldBe(Content);

    [Fact]
    public void Members_follow_each_other_and_zeros_fill_up() =>
        Decompress([.. Compress(Content), .. Compress([]), .. Compress([1, 2, 3]), .. new byte[100]]).ShouldBe([.. Content, 1, 2, 3]);

    [Fact]
    public void A_header_may_hold_extra_fields_name_comment_and_checksum()
    {
        byte[] compressed = Compress(Content);
        byte[] header = [.. compressed[..3], 2 + 4 + 8 + 16, .. compressed[4..10], 2, 0, 7, 7, .. "name\0remark\0"u8, 1, 2];

        Decompress([.. header, .. compressed[10..]]).ShouldBe(Content);
        for (int length = 3; length < header.Length; length++)
        {
            Should.Throw<InvalidDataException>(() => Decompress(header[..length]));
        }
    }

    [Fact]
    public void A_file_that_was_cut_off_is_refused_wherever()
    {
        byte[] compressed = Compress(Content);
        for (int length = 1; length < compressed.Length; length += length < compressed.Length - 20 ? 13 : 1)
        {
            Should.Throw<InvalidDataException>(() => Decompress(compressed[..length]), $"{length} bytes");
        }
    }

    [Fact]
    public void A_changed_bit_is_found()
    {
        byte[] compressed = Compress(Content);
        for (int place = 10; place < compressed.Length; place += 7)
        {
            compressed[place] ^= 4;
            Should.Throw<InvalidDataException>(() => Decompress(compressed), $"byte {place}");
            compressed[place] ^= 4;
        }
    }

    [Fact]
    public void What_follows_and_is_no_member_is_refused() => Should.Throw<InvalidDataException>(() => Decompress([.. Compress(Content), 1, 2, 3]));

    private static byte[] Compress(byte[] content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, level))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }

    private byte[] Decompress(byte[] compressed)
    {
        using var stream = new GzipStream(File.OpenRead(_folder.Write("compressed", compressed)));
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
