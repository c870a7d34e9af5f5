using System.IO.Compression;
using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

public sealed class GzipStreamTests : IDisposable
{
    private const int Header = 10;

    // An empty deflate block, the last one: by fixed codes, and stored.
    private static readonly byte[] EmptyFixed = [0x03, 0x00];
    private static readonly byte[] EmptyStored = [0x01, 0x00, 0x00, 0xFF, 0xFF];

    private static readonly byte[] Content = RandomBytes(new CounterRandom(seed: 8, stream: 0), 20_000);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public void Content_is_what_was_compressed(CompressionLevel level) => Decompress(Compress(Content, level)).ShouldBe(Content);

    [Fact]
    public void Members_follow_each_other_and_zeros_fill_up() =>
        Decompress([.. Compress(Content), .. Empty(EmptyFixed), .. Compress([1, 2, 3]), .. new byte[100]]).ShouldBe([.. Content, 1, 2, 3]);

    [Fact]
    public void Empty_members_may_stand_anywhere()
    {
        foreach (byte[] block in new[] { EmptyFixed, EmptyStored })
        {
            Decompress(Empty(block)).ShouldBeEmpty();
            Decompress([.. Empty(block), .. Empty(block), .. Compress([7]), .. Empty(block), .. new byte[3]]).ShouldBe([7]);
        }
    }

    [Fact]
    public void Any_members_one_behind_the_other_are_what_the_framework_reads()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            byte[] file = [.. RandomMembers(new CounterRandom(seed, stream: 1)).SelectMany(member => member)];

            Decompress(file).ShouldBe(ByFramework(file), $"seed {seed}");
        }
    }

    [Fact]
    public async Task Wherever_a_file_of_several_members_is_cut_off_it_is_refused_or_ends_with_a_member()
    {
        // A reader that never comes to an end would hang the test: it is given up instead.
        await Task.Run(CutOffEverywhere).WaitAsync(TimeSpan.FromMinutes(1));

        void CutOffEverywhere()
        {
            byte[][] members = [Empty(EmptyStored), Compress([1, 2, 3]), Empty(EmptyFixed), Compress(Content[..300]), Empty(EmptyStored)];
            byte[] file = [.. members.SelectMany(member => member)];
            int[] ends = [.. members.Select((_, index) => members.Take(index + 1).Sum(member => member.Length))];
            for (int length = 1; length < file.Length; length++)
            {
                if (ends.Contains(length))
                {
                    Decompress(file[..length]).ShouldBe(ByFramework(file[..length]), $"{length} bytes");
                }
                else
                {
                    Should.Throw<InvalidDataException>(() => Decompress(file[..length]), $"{length} bytes");
                }
            }
        }
    }

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

    private static byte[] CompressByFixedCodes(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, new ZLibCompressionOptions { CompressionStrategy = ZLibCompressionStrategy.Fixed }))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }

    private static byte[] Empty(byte[] block) => [.. Compress([0])[..Header], .. block, .. new byte[8]];

    private static IEnumerable<byte[]> RandomMembers(CounterRandom random)
    {
        for (int member = random.NextInt(6); member >= 0; member--)
        {
            byte[] content = RandomContent(ref random);
            yield return random.NextInt(5) switch
            {
                0 => Empty(EmptyFixed),
                1 => Empty(EmptyStored),
                2 => Compress(content, CompressionLevel.NoCompression),
                3 => CompressByFixedCodes(content),
                _ => Compress(content),
            };
        }
    }

    // Zeros, noise, and a gzip file in a gzip file: what looks like the end of a member and is none.
    private static byte[] RandomContent(ref CounterRandom random)
    {
        int length = 1 + random.NextInt(random.NextInt(2) == 0 ? 20 : 5000);
        return random.NextInt(3) switch
        {
            0 => new byte[length],
            1 => RandomBytes(random, length),
            _ => [.. Empty(EmptyFixed), .. Compress(new byte[length]), .. Empty(EmptyStored)],
        };
    }

    private static byte[] RandomBytes(CounterRandom random, int length)
    {
        byte[] bytes = new byte[length];
        for (int place = 0; place < length; place++)
        {
            bytes[place] = (byte)random.NextInt(256);
        }

        return bytes;
    }

    private static byte[] ByFramework(byte[] compressed)
    {
        using var stream = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private byte[] Decompress(byte[] compressed)
    {
        using var stream = new GzipStream(File.OpenRead(_folder.Write("compressed", compressed)));
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
