using System.IO.Compression;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

public sealed class IdxFileTests : IDisposable
{
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 51, 255, 102, 153, 204];
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 7, 255];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Images_come_scaled_with_their_shape(bool compressed)
    {
        IdxImages images = IdxFile.ReadImages(Write(Images, compressed));

        images.Shape.ToArray().ShouldBe([2, 1, 3]);
        images.Count.ShouldBe(2);
        images.ImageSize.ShouldBe(3);
        images.Values.ShouldBe([0f, 0.2f, 1f, 0.4f, 0.6f, 0.8f]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Labels_come_as_numbers(bool compressed) => IdxFile.ReadLabels(Write(Labels, compressed)).ShouldBe([7, 255]);

    [Fact]
    public void Images_and_labels_make_a_data_set()
    {
        Dataset data = IdxFile.ReadDataset(_folder.Write("images", Gzip(Images)), _folder.Write("labels", Labels));

        data.Count.ShouldBe(2);
        data.InputSize.ShouldBe(3);
        data.Labels.ToArray().ShouldBe([7, 255]);
    }

    [Fact]
    public void Data_beyond_the_first_buffer_are_read_from_a_compressed_file()
    {
        byte[] data = new byte[8 + 2_500_000];
        new Random(1).NextBytes(data);
        ((byte[])[0, 0, 8, 1, 0, 0x26, 0x25, 0xA0]).CopyTo(data, 0);

        IdxFile.ReadLabels(Write(data, compressed: true)).ShouldBe(data.Skip(8).Select(value => (int)value));
    }

    [Fact]
    public void As_many_labels_as_images_are_needed()
    {
        string images = _folder.Write("images", Images);
        string labels = _folder.Write("labels", [0, 0, 8, 1, 0, 0, 0, 3, 7, 8, 9]);

        string message = Should.Throw<InvalidDataException>(() => IdxFile.ReadDataset(images, labels)).Message;

        message.ShouldBe($"'{images}' has 2 images, but '{labels}' has 3 labels.");
    }

    [Theory]
    [InlineData(0, 1, "expected two zero bytes at offset 0, found 0x01 0x00")]
    [InlineData(2, 0x0D, "expected the type code 0x08 (unsigned bytes) at offset 2, found 0x0D")]
    [InlineData(3, 1, "expected at least 2 dimension(s) at offset 3, found 1")]
    [InlineData(3, 4, "[2, 1, 3, 3407718] declare 20446308 bytes")]
    [InlineData(7, 0, "dimension 0 at offset 4 is 0: expected at least 1")]
    [InlineData(4, 0xFF, "dimension 0 at offset 4 is 4278190082")]
    [InlineData(12, 0x7F, "dimension 2 at offset 12 is 2130706435")]
    public void A_wrong_header_is_reported_with_its_offset(int offset, byte value, string expected)
    {
        byte[] content = [.. Images];
        content[offset] = value;

        foreach (bool compressed in new[] { false, true })
        {
            string path = Write(content, compressed);
            string message = Should.Throw<InvalidDataException>(() => IdxFile.ReadImages(path)).Message;
            message.ShouldStartWith($"'{path}' is not a readable IDX file: ");
            message.ShouldContain(expected);
        }
    }

    [Fact]
    public void Images_are_no_labels() =>
        Should.Throw<InvalidDataException>(() => IdxFile.ReadLabels(Write(Images, compressed: false)))
            .Message.ShouldContain("expected 1 dimension(s) at offset 3, found 3");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_truncation_is_reported(bool compressed)
    {
        for (int length = 0; length < Images.Length; length++)
        {
            string path = Write(Images.AsSpan(0, length), compressed);
            Should.Throw<InvalidDataException>(() => IdxFile.ReadImages(path)).Message.ShouldContain(path);
        }
    }

    [Fact]
    public void A_compressed_file_that_was_cut_off_is_reported()
    {
        byte[] compressed = Gzip(Images);
        for (int length = 0; length < compressed.Length; length++)
        {
            string path = _folder.Write("images", compressed.AsSpan(0, length));
            Should.Throw<InvalidDataException>(() => IdxFile.ReadImages(path), $"{length} of {compressed.Length} bytes")
                .Message.ShouldContain(path);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Data_that_go_on_are_reported(bool compressed) =>
        Should.Throw<InvalidDataException>(() => IdxFile.ReadImages(Write([.. Images, 0], compressed)))
            .Message.ShouldContain("[2, 1, 3] declare 6 bytes");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_huge_declared_size_is_not_allocated(bool compressed)
    {
        string path = Write([0, 0, 8, 2, 0, 0, 0x40, 0, 0, 1, 0, 0, 1, 2, 3], compressed);

        long before = GC.GetTotalAllocatedBytes(precise: true);
        Should.Throw<InvalidDataException>(() => IdxFile.ReadImages(path)).Message.ShouldContain("declare 1073741824 bytes");
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(100_000_000);
    }

    [Fact]
    public void A_corrupt_compression_is_reported()
    {
        byte[] content = Gzip(Images);
        content[12] ^= 0xFF;
        string path = _folder.Write("images", content);

        Should.Throw<InvalidDataException>(() => IdxFile.ReadImages(path)).Message.ShouldContain(path);
    }

    [Fact]
    public void A_missing_file_is_reported_as_missing() =>
        Should.Throw<FileNotFoundException>(() => IdxFile.ReadImages(_folder.PathOf("none")));

    private string Write(ReadOnlySpan<byte> content, bool compressed) => _folder.Write("data", compressed ? Gzip(content) : content);

    private static byte[] Gzip(ReadOnlySpan<byte> content)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }
}
