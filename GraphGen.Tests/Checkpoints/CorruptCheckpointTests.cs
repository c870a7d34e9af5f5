using System.IO.Compression;
using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.Parameters;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Checkpoints;

public sealed class CorruptCheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeNetwork _network = new(("a", [2, 3]), ("b", [3]));
    private readonly byte[] _sound;
    private readonly int[] _values;

    public CorruptCheckpointTests()
    {
        string path = _folder.PathOf("sound");
        CheckpointFile.Save(path, _network, metadata: new Dictionary<string, string> { ["epoch"] = "3" });
        _sound = File.ReadAllBytes(path);
        _network.Parameters["a"].CopyFrom([1, 2, 3, 4, 5, 6]);
        _values = SafetensorsFile.Bits(_network.Parameters);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_truncation_is_reported_and_changes_nothing()
    {
        for (int length = 0; length < _sound.Length; length++)
        {
            Load(_sound.AsSpan(0, length)).ShouldBeOfType<InvalidDataException>($"{length} of {_sound.Length} bytes");
        }
    }

    [Fact]
    public void A_longer_file_is_reported() => Load([.. _sound, 0]).ShouldBeOfType<InvalidDataException>();

    [Fact]
    public void A_corrupt_byte_causes_documented_exceptions_only_and_changes_nothing_on_failure()
    {
        int dataStart = _sound.Length - ((6 + 3) * sizeof(float));
        var random = new Random(7);
        for (int offset = 0; offset < dataStart; offset++)
        {
            foreach (int flip in new[] { 1 << random.Next(8), 0x80, random.Next(1, 256) })
            {
                byte[] corrupt = [.. _sound];
                corrupt[offset] ^= (byte)flip;
                Exception? failure = Load(corrupt);
                (failure is null or InvalidDataException or CheckpointMismatchException).ShouldBeTrue($"{flip:X} at {offset}: {failure}");
                if (failure is null)
                {
                    // Only the metadata's text may change unnoticed: the values are still those of the file.
                    SafetensorsFile.Bits(_network.Parameters).ShouldAllBe(bits => bits == 0);
                    _network.Parameters["a"].CopyFrom([1, 2, 3, 4, 5, 6]);
                }
            }
        }
    }

    [Fact]
    public void Random_bytes_cause_documented_exceptions_only()
    {
        var random = new Random(8);
        for (int trial = 0; trial < 300; trial++)
        {
            byte[] noise = new byte[random.Next(64)];
            random.NextBytes(noise);
            noise.AsSpan(Math.Min(1, noise.Length), Math.Max(0, Math.Min(7, noise.Length - 1))).Clear();
            Load(noise).ShouldBeOfType<InvalidDataException>();
        }
    }

    [Fact]
    public void Files_of_other_kinds_are_reported()
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = archive.CreateEntry("data.pkl").Open();
            entry.Write(_sound);
        }

        Load([])!.Message.ShouldContain("it has 0 bytes, but the length of the header alone takes 8");
        Load("1,2,3 and other text"u8)!.Message.ShouldContain("length of the header at offset 0");
        Load(zip.ToArray())!.Message.ShouldContain("length of the header at offset 0");
        Load([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1])!
            .Message.ShouldContain("is 18446744073709551615, but at most 1 bytes are possible");
        Load([0, 0, 0, 0, 0, 0, 0, 0])!.Message.ShouldContain("does not begin with '{'");
    }

    [Theory]
    [InlineData("""[1]""", "does not begin with '{'")]
    [InlineData(""" {}""", "does not begin with '{'")]
    [InlineData("""{"a":}""", "not valid JSON")]
    [InlineData("""{} {}""", "not valid JSON")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}""", "not valid Unicode")]
    [InlineData("""{"a":1}""", "the entry of 'a' is no object")]
    [InlineData("""{"a":{"shape":[9],"data_offsets":[0,36]}}""", "no text 'dtype'")]
    [InlineData("""{"a":{"dtype":32,"shape":[9],"data_offsets":[0,36]}}""", "no text 'dtype'")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,36]}}""", "no list 'shape'")]
    [InlineData("""{"a":{"dtype":"F32","shape":9,"data_offsets":[0,36]}}""", "no list 'shape'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9]}}""", "no list 'data_offsets'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9.5],"data_offsets":[0,36]}}""", "item 0 of 'shape' of 'a'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1,-9],"data_offsets":[0,36]}}""", "item 1 of 'shape' of 'a'")]
    [InlineData("""{"a":{"dtype":"F32","shape":["9"],"data_offsets":[0,36]}}""", "item 0 of 'shape' of 'a'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9],"data_offsets":[0]}}""", "are not a begin and an end")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9],"data_offsets":[36,0]}}""", "are not a begin and an end")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9],"data_offsets":[0,99999999999999999999]}}""", "item 1 of 'data_offsets' of 'a'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[8],"data_offsets":[0,36]}}""", "[8] of F32, which does not take the 36 bytes given")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", "does not take the 0 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[8],"data_offsets":[4,36]}}""", "'a' begins at byte 4 of the data, but")]
    [InlineData("""{"a":{"dtype":"F32","shape":[8],"data_offsets":[0,32]}}""", "take 32 bytes from offset 63 on, but 36 are there")]
    [InlineData("""{"a":{"dtype":"F32","shape":[10],"data_offsets":[0,40]}}""", "take 40 bytes")]
    [InlineData("""{"a":{"dtype":"U8","shape":[],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[],"data_offsets":[0,1]}}""", "at byte 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":[],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[],"data_offsets":[1,2]}}""", "'a' twice")]
    [InlineData("""{"__metadata__":3}""", "'__metadata__' is no object")]
    [InlineData("""{"__metadata__":{"x":3}}""", "'x' in '__metadata__' is no text")]
    [InlineData("""{"__metadata__":{"x":"","x":""}}""", "'__metadata__' names 'x' twice")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", "names '__metadata__' twice")]
    public void A_header_that_breaks_the_format_is_reported_with_its_fault(string header, string fault) =>
        Load(SafetensorsFile.Of(header, new byte[36])).ShouldBeOfType<InvalidDataException>().Message.ShouldContain(fault);

    private Exception? Load(ReadOnlySpan<byte> content)
    {
        string path = _folder.Write("checkpoint", content);
        int changes = _network.Changes;
        Exception? failure = Record.Exception(() => CheckpointFile.Load(path, _network));
        if (failure is not null)
        {
            failure.Message.ShouldContain(path);
            SafetensorsFile.Bits(_network.Parameters).ShouldBe(_values);
            _network.Changes.ShouldBe(changes);
        }

        return failure;
    }
}
