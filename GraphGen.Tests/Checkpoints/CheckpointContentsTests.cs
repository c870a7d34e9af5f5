using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.Parameters;
using Culture = GraphGen.Tests.Training.Culture;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Checkpoints;

public sealed class CheckpointContentsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public CheckpointContentsTests() => _path = _folder.PathOf("network.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_checkpoint_is_listed_as_an_aligned_table_in_every_culture()
    {
        using var culture = new Culture();
        var metadata = new Dictionary<string, string> { ["note"] = "two\nlines", ["long"] = new string('x', 1200) };
        CheckpointFile.Save(_path, new FakeNetwork(("dense1.weight", [30, 20]), ("dense1.bias", [20])), metadata: metadata);

        CheckpointContents contents = Checkpoint.List(_path);

        contents.ToString().ShouldBe(string.Join('\n', [
            "Tensor         Type  Shape     Bytes",
            "------------------------------------",
            "dense1.weight  F32   [30, 20]  2,400",
            "dense1.bias    F32   [20]         80",
            "------------------------------------",
            "2 tensors                      2,480",
            "",
            $"Metadata         Text",
            $"---------------------{new string('-', 100 + "... (1,200 characters)".Length - "Text".Length)}",
            $"graphgen.crc32c  {contents.Metadata["graphgen.crc32c"]}",
            $"long             {new string('x', 100)}... (1,200 characters)",
            $"note             two, lines",
            "",
        ]));
        contents.Tensors.Select(tensor => tensor.ToString()).ShouldBe(["dense1.weight F32 [30, 20]", "dense1.bias F32 [20]"]);
        contents.Bytes.ShouldBe(2480);
        contents.Metadata["note"].ShouldBe("two\nlines");
    }

    [Fact]
    public void Files_of_other_tools_are_listed_in_the_order_of_their_data_whatever_their_types()
    {
        const string Header =
            """{"b":{"dtype":"BF16","shape":[2,3],"data_offsets":[8,20]},"a":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"none":{"dtype":"F8_E4M3","shape":[0],"data_offsets":[8,8]}}""";
        File.WriteAllBytes(_path, SafetensorsFile.Of(Header, new byte[20]));

        CheckpointContents contents = Checkpoint.List(_path);

        contents.Tensors.Select(tensor => (tensor.ToString(), tensor.Bytes)).ShouldBe([("a I64 []", 8), ("none F8_E4M3 [0]", 0), ("b BF16 [2, 3]", 12)]);
        contents.Metadata.ShouldBeEmpty();
        contents.Fingerprint.ShouldBeNull();
        contents.ToString().ShouldNotContain("Metadata");
    }

    [Fact]
    public void The_numbers_are_not_read()
    {
        CheckpointFile.Save(_path, new FakeNetwork(("a", [4])));
        byte[] bytes = File.ReadAllBytes(_path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(_path, bytes);

        Checkpoint.List(_path).Tensors.Count.ShouldBe(1);
        Should.Throw<InvalidDataException>(() => CheckpointFile.Load(_path, new FakeNetwork(("a", [4]))));
    }

    [Fact]
    public void What_is_no_checkpoint_is_refused()
    {
        Should.Throw<FileNotFoundException>(() => Checkpoint.List(_path));
        File.WriteAllText(_path, "no checkpoint");
        Should.Throw<InvalidDataException>(() => Checkpoint.List(_path)).Message.ShouldContain(_path);
    }
}
