using System.Globalization;
using System.Text;
using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.Parameters;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Checkpoints;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeNetwork _network = Network(seed: 1);
    private readonly string _path;

    public CheckpointTests() => _path = _folder.PathOf("digits.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_saved_is_loaded_bit_by_bit()
    {
        _network.Parameters["dense1.bias"].CopyFrom([float.NaN, -0f, float.Epsilon, float.MaxValue]);
        FakeNetwork other = Network(seed: 2);

        CheckpointFile.Save(_path, _network);
        CheckpointFile.Load(_path, other);

        Values(other).ShouldBe(Values(_network));
    }

    [Fact]
    public void Loading_tells_the_network_once()
    {
        CheckpointFile.Save(_path, _network);
        int before = _network.Changes;

        CheckpointFile.Load(_path, _network);

        _network.Changes.ShouldBe(before + 1);
    }

    [Fact]
    public void The_file_is_what_the_format_says()
    {
        var network = new FakeNetwork(("a", [1, 2]), ("b", [1]));
        network.Parameters["a"].CopyFrom([1f, -2f]);
        network.Parameters["b"].CopyFrom([0.5f]);

        CheckpointFile.Save(_path, network, metadata: new Dictionary<string, string> { ["epoch"] = "7" });

        const string Header =
            """{"__metadata__":{"epoch":"7","graphgen.crc32c":"86739cf2"},"a":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},"b":"""
            + """{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""";
        int length = (Header.Length + 7) / 8 * 8;
        byte[] expected =
        [
            (byte)length, 0, 0, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(Header.PadRight(length)),
            0x00, 0x00, 0x80, 0x3F, 0x00, 0x00, 0x00, 0xC0, 0x00, 0x00, 0x00, 0x3F,
        ];
        File.ReadAllBytes(_path).ShouldBe(expected);
    }

    [Fact]
    public void A_file_of_another_tool_with_its_own_order_is_read()
    {
        var network = new FakeNetwork(("a", [1, 2]), ("b", [1]));
        File.WriteAllBytes(
            _path,
            SafetensorsFile.Of(
                """
                { "b": {"shape":[1], "data_offsets":[0,4], "dtype":"F32", "extra":null},
                  "\u0061":{"dtype":"F32","data_offsets":[4,12],"shape":[1,2]} }

                """,
                [0, 0, 0, 0x3F, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0]));

        CheckpointFile.Load(_path, network);

        Values(network).ShouldBe(Array.ConvertAll([1f, -2f, 0.5f], BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Metadata_come_back_whatever_their_text()
    {
        var metadata = new Dictionary<string, string> { ["note"] = "\"größer\"\n\0 ≤ 𝄞", [""] = "" };
        CheckpointFile.Save(_path, _network, metadata: metadata);

        Checkpoint.ReadMetadata(_path).ShouldBe(metadata, ignoreOrder: true);
        CheckpointFile.Load(_path, _network);
    }

    [Fact]
    public void A_bit_that_has_changed_is_noticed_wherever_it_is()
    {
        CheckpointFile.Save(_path, _network);
        byte[] whole = File.ReadAllBytes(_path);
        int dataStart = 8 + (int)BitConverter.ToUInt64(whole);
        int[] before = Values(_network);
        for (int index = dataStart; index < whole.Length; index++)
        {
            byte[] changed = [.. whole];
            changed[index] ^= (byte)(1 << (index % 8));
            File.WriteAllBytes(_path, changed);

            Should.Throw<InvalidDataException>(() => CheckpointFile.Load(_path, _network)).Message.ShouldContain("is damaged: the checksum of its data is");
        }

        Values(_network).ShouldBe(before);
    }

    [Fact]
    public void No_metadata_come_back_as_none()
    {
        CheckpointFile.Save(_path, _network);
        Checkpoint.ReadMetadata(_path).ShouldBeEmpty();
    }

    [Fact]
    public void Metadata_without_a_value_are_refused_before_anything_is_written()
    {
        var metadata = new Dictionary<string, string> { ["epoch"] = null! };

        Should.Throw<ArgumentException>(() => CheckpointFile.Save(_path, _network, metadata: metadata))
            .Message.ShouldContain("'epoch'");
        Directory.EnumerateFileSystemEntries(_folder.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void An_existing_file_is_replaced_as_a_whole_while_a_reader_keeps_the_old_one()
    {
        CheckpointFile.Save(_path, _network);
        byte[] old = File.ReadAllBytes(_path);
        using var reader = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        CheckpointFile.Save(_path, Network(seed: 2));

        byte[] seen = new byte[old.Length];
        reader.ReadExactly(seen);
        seen.ShouldBe(old);
        File.ReadAllBytes(_path).ShouldNotBe(old);
        Directory.EnumerateFiles(_folder.FullName).ShouldBe([_path]);
    }

    [Fact]
    public void A_save_that_fails_leaves_neither_a_new_nor_a_temporary_file()
    {
        Directory.CreateDirectory(_path);

        Exception failure = Should.Throw<Exception>(() => CheckpointFile.Save(_path, _network));

        (failure is IOException or UnauthorizedAccessException).ShouldBeTrue(failure.ToString());
        Directory.EnumerateFileSystemEntries(_folder.FullName).ShouldBe([_path]);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_reported()
    {
        string file = _folder.Write("file", [1]);

        foreach (string folder in new[] { _folder.PathOf("missing"), file })
        {
            Should.Throw<OutputFileException>(() => CheckpointFile.Save(Path.Combine(folder, "digits.safetensors"), _network))
                .Message.ShouldContain($"there is no folder '{folder}'");
        }
    }

    [Fact]
    public void A_missing_file_is_reported_as_missing()
    {
        Should.Throw<FileNotFoundException>(() => CheckpointFile.Load(_path, _network)).Message.ShouldContain(_path);
        Should.Throw<FileNotFoundException>(() => Checkpoint.ReadMetadata(_path));
    }

    [Fact]
    public void All_differences_are_told_at_once_and_nothing_changes()
    {
        CheckpointFile.Save(_path, new FakeNetwork(("dense1.weight", [3, 5]), ("dense1.bias", [4]), ("dense3.weight", [2, 2])));
        int[] before = Values(_network);

        var exception = Should.Throw<CheckpointMismatchException>(() => CheckpointFile.Load(_path, _network));

        exception.Differences.ShouldBe(
        [
            "dense1: weight has the shape [3, 5] in the file, but [3, 4] is needed.",
            "dense2: weight [4, 2] is missing from the file.",
            "dense3: weight [2, 2] is in the file, but not in the network.",
        ]);
        exception.Differences.ShouldAllBe(difference => exception.Message.Contains(difference));
        exception.Message.ShouldContain(_path);
        Values(_network).ShouldBe(before);
    }

    [Fact]
    public void Another_element_type_is_a_difference()
    {
        var network = new FakeNetwork(("a", [2]));
        File.WriteAllBytes(_path, SafetensorsFile.Of("""{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}""", new byte[4]));

        Should.Throw<CheckpointMismatchException>(() => CheckpointFile.Load(_path, network))
            .Differences.ShouldBe(["a has the type F16 in the file, but F32 is needed."]);
    }

    [Fact]
    public void Files_do_not_depend_on_the_culture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CheckpointFile.Save(_path, _network);
        byte[] expected = File.ReadAllBytes(_path);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            CheckpointFile.Save(_path, _network);
            CheckpointFile.Load(_path, _network);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        File.ReadAllBytes(_path).ShouldBe(expected);
    }

    private static FakeNetwork Network(int seed)
    {
        var network = new FakeNetwork(("dense1.weight", [3, 4]), ("dense1.bias", [4]), ("dense2.weight", [4, 2]));
        var random = new Random(seed);
        foreach (Parameter parameter in network.Parameters)
        {
            parameter.CopyFrom([.. Enumerable.Range(0, parameter.Length).Select(_ => random.NextSingle())]);
        }

        return network;
    }

    private static int[] Values(FakeNetwork network) => SafetensorsFile.Bits(network.Parameters);
}
