using GraphGen.Execution;
using GraphGen.Tests.Data;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.ModelZoo;

/// <summary>A model is loaded only when it is, to the byte, what was published, and the network what was trained.</summary>
public sealed class DamagedModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DamagedModelTests() => Zoo.Save(Published.Train(), Models, Published.Card);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_bit_that_has_changed_in_the_weights_is_noticed_wherever_it_is()
    {
        string path = Published.WeightsPath(Models);
        byte[] whole = File.ReadAllBytes(path);
        for (int index = 0; index < whole.Length; index += 7)
        {
            byte[] changed = [.. whole];
            changed[index] ^= (byte)(1 << (index % 8));
            File.WriteAllBytes(path, changed);

            var refused = Should.Throw<ZooException>(Load);

            refused.Place.ShouldBe(path);
            refused.Message.ShouldContain($"'{path}' is not the file that the card describes: its SHA-256 is {Published.Hash(changed)}, but that of what was published is {Published.Hash(whole)}");
        }
    }

    [Fact]
    public void Weights_that_are_cut_or_longer_are_noticed()
    {
        string path = Published.WeightsPath(Models);
        byte[] whole = File.ReadAllBytes(path);
        foreach (int length in new[] { 0, 1, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(path, whole[..length]);
            Should.Throw<ZooException>(Load).Message.ShouldContain($"it has {length} bytes, but {whole.Length} were published");
        }

        File.WriteAllBytes(path, [.. whole, 0]);
        Should.Throw<ZooException>(Load).Place.ShouldBe(path);
    }

    [Fact]
    public void Missing_weights_are_named()
    {
        string path = Published.WeightsPath(Models);
        File.Delete(path);

        Should.Throw<ZooException>(Load).Message.ShouldBe($"There is no '{path}', which the card of 'weather' names. Copy the whole folder of the model again.");
    }

    [Fact]
    public void A_folder_without_a_card_is_no_model()
    {
        File.Delete(Published.CardPath(Models));

        var refused = Should.Throw<ZooException>(Load);

        refused.Place.ShouldBe(Published.CardPath(Models));
        refused.Message.ShouldContain("without its card this is no model");
    }

    [Fact]
    public void An_unknown_name_leads_to_the_nearest_of_those_that_there_are() =>
        Should.Throw<ZooException>(() => Zoo.Load<Weather>("wether", Models)).Message
            .ShouldBe($"'{Models}': There is no model 'wether': did you mean 'weather'? There are: weather.");

    [Theory]
    [InlineData("../models/weather")]
    [InlineData("./weather")]
    [InlineData("weather/")]
    [InlineData("weather/../weather")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("Weather")]
    [InlineData("weather\0")]
    public void A_name_is_never_looked_up_as_a_path(string name) => Should.Throw<ZooException>(() => Zoo.Load<Weather>(name, Models)).Message.ShouldContain($"There is no model '{name}'");

    [Fact]
    public void A_path_that_is_rooted_leads_nowhere() =>
        Should.Throw<ZooException>(() => Zoo.Load<Weather>(Path.Combine(Models, Published.Name), Models)).Message.ShouldContain("There are: weather.");

    [Fact]
    public void A_missing_or_empty_folder_is_named()
    {
        string none = _folder.PathOf("none");
        Should.Throw<ZooException>(() => Zoo.Load<Weather>(Published.Name, none)).Place.ShouldBe(none);
        Should.Throw<ZooException>(() => Zoo.List(none)).Message.ShouldContain($"There is no folder '{none}'");

        Directory.CreateDirectory(none);
        Should.Throw<ZooException>(() => Zoo.Load<Weather>(Published.Name, none)).Message.ShouldContain("There are none. A model is a folder in it");
    }

    [Fact]
    public void Missing_arguments_are_refused_as_such()
    {
        Should.Throw<ArgumentException>(() => Zoo.Load<Weather>("", Models));
        Should.Throw<ArgumentException>(() => Zoo.Load<Weather>(Published.Name, ""));
        Should.Throw<ArgumentException>(() => Zoo.List(""));
        Should.Throw<ArgumentOutOfRangeException>(() => Zoo.Load<Weather>(Published.Name, Models, threads: 0));
    }

    [Fact]
    public void A_network_of_other_shapes_is_told_layer_by_layer()
    {
        var mismatch = Should.Throw<CheckpointMismatchException>(() => Zoo.Load<WiderWeather>(Published.Name, Models));

        mismatch.Differences.Count.ShouldBe(3);
        mismatch.Differences[0].ShouldStartWith("hidden: weight has the shape [4, 5] in the file, but [4, 6] is needed");
        mismatch.Message.ShouldContain("Declare WiderWeather as the model was: ZooCard.Declaration");
    }

    [Fact]
    public void A_network_that_only_computes_something_else_is_told_too() =>
        Should.Throw<CheckpointMismatchException>(() => Zoo.Load<RectifiedWeather>(Published.Name, Models))
            .Differences.ShouldBe(["hidden: it is Dense(5, Tanh) in the file, but Dense(5, Relu) in the network."]);

    [Fact]
    public void Where_the_weights_say_nothing_of_their_layers_the_card_does()
    {
        string path = _folder.PathOf("foreign.safetensors");
        TensorFile.Write(path, CheckpointFile.ValuesOf(Published.Train().Parameters), metadata: null);
        Published.ReplaceWeights(Models, File.ReadAllBytes(path));

        Load();

        Should.Throw<ZooException>(() => Zoo.Load<RectifiedWeather>(Published.Name, Models)).Message
            .ShouldContain($"'fingerprint' is {Weather.Info.Fingerprint}, but that of RectifiedWeather is {RectifiedWeather.Info.Fingerprint}");
    }

    [Fact]
    public void Weights_that_were_published_unsound_are_refused()
    {
        Published.ReplaceWeights(Models, "no safetensors at all"u8.ToArray());

        Should.Throw<InvalidDataException>(Load).Message.ShouldContain(Published.WeightsPath(Models));
    }

    private string Models => _folder.PathOf("models");

    private void Load() => Zoo.Load<Weather>(Published.Name, Models);
}
