using GraphGen.Tests.Data;
using GraphGen.Tests.EndToEnd;
using GraphGen.Tests.Training;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.ModelZoo;

/// <summary>What is published is what is loaded, and is there as a whole or not at all.</summary>
public sealed class PublishingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Weather _network = Published.Train();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_network_comes_back_bit_by_bit_with_the_scaling_of_its_data()
    {
        Zoo.Save(_network, Models, Published.Card);

        Weather loaded = Zoo.Load<Weather>(Published.Name, Models, threads: 2);

        loaded.Parameters.Values().HasBitsOf(_network.Parameters.Values()).ShouldBeTrue();
        loaded.InputScaling!.ToText().ShouldBe(_network.InputScaling!.ToText());
        loaded.Threads.ShouldBe(2);
        Dataset rows = Published.Rows.Standardize().Data;
        loaded.Evaluate(rows).Loss.ShouldBe(_network.Evaluate(rows).Loss);
    }

    [Fact]
    public void A_card_comes_back_as_it_was_written_whatever_the_culture()
    {
        ZooCard written, read;
        using (new Culture())
        {
            written = Zoo.Save(_network, Models, Published.Card);
            read = Zoo.List(Models).Single();
        }

        (read with { Metrics = [] }).ShouldBe(written with { Metrics = [] });
        read.Metrics.ShouldBe(Published.Card.Metrics);
        read.Data.ShouldBe(Published.Card.Data);
        read.Declaration.ShouldBe("[Input(4)]\npublic partial class Weather;");
        read.Training.Seed.ShouldBe(ulong.MaxValue);
        read.Network.ShouldBe("Weather");
        read.Fingerprint.ShouldBe(Weather.Info.Fingerprint);
        read.ParameterCount.ShouldBe(Weather.Info.ParameterCount);
        Version.Parse(read.Training.Version).ShouldBeGreaterThan(new Version(0, 1));
        byte[] weights = File.ReadAllBytes(Published.WeightsPath(Models));
        read.Weights.ShouldBe(new ZooWeights(Path.GetFileName(Published.WeightsPath(Models)), weights.Length, Published.Hash(weights)));
    }

    [Fact]
    public void A_card_reads_as_a_table()
    {
        ZooCard card = Published.Card with { License = "MIT\u001b[2J\nlicences  weights: all yours" };
        string[] lines = Zoo.Save(_network, Models, card).ToString().Split('\n');

        lines[0].ShouldBe("weather: Tells tomorrow's weather.");
        lines[1].ShouldBe("  accuracy  0.875 on the training rows");
        lines.ShouldContain("  data      Sines, 24 rows: made by \"sin\" <of> squares");
        lines.ShouldContain("  licences  weights: MIT [2J licences  weights: all yours; data: CC0");
        lines.ShouldContain($"  network   Weather, {Weather.Info.ParameterCount} parameters, fingerprint {Weather.Info.Fingerprint}");
    }

    [Theory]
    [InlineData("\u2028", "a line separator")]
    [InlineData("\u2029", "a paragraph separator")]
    [InlineData("\u0085", "a next line of C1")]
    [InlineData("\u202E", "a right-to-left override")]
    [InlineData("\u2066", "a left-to-right isolate")]
    [InlineData("\uFEFF", "a byte-order mark")]
    [InlineData("\U000E0041", "a tag, which is a surrogate pair")]
    public void Nothing_on_a_card_breaks_or_turns_a_line(string sign, string what)
    {
        var metric = new ZooMetric($"accu{sign}racy", 0.5, $"the{sign}test rows");
        string text = (Published.Card with { Task = $"One{sign}two 😀.", License = $"MIT{sign}all yours", Metrics = [metric] }).ToString();

        metric.ToString().ShouldBe("accu racy 0.5 on the test rows", what);
        text.ShouldNotContain(sign, Case.Sensitive, what);
        text.ShouldStartWith("weather: One two 😀.\n  accu racy  0.5 on the test rows\n");
        text.ShouldContain("  licences   weights: MIT all yours; data: CC0\n");
    }

    [Fact]
    public void Weights_are_published_without_the_state_of_their_training()
    {
        Zoo.Save(_network, Models, Published.Card);

        CheckpointContents contents = Checkpoint.List(Published.WeightsPath(Models));

        contents.Tensors.Select(tensor => tensor.Name).ShouldBe(_network.Parameters.Select(parameter => parameter.Name));
        contents.Metadata.Keys.ShouldNotContain("graphgen.step");
    }

    [Fact]
    public void The_same_network_is_published_as_the_same_bytes()
    {
        Zoo.Save(_network, Models, Published.Card);
        Zoo.Save(Published.Train(), _folder.PathOf("again"), Published.Card);

        foreach (string path in Directory.GetFiles(Models, "*", SearchOption.AllDirectories))
        {
            File.ReadAllBytes(path).ShouldBe(File.ReadAllBytes(Path.Combine(_folder.PathOf("again"), Path.GetRelativePath(Models, path))));
        }
    }

    [Fact]
    public void A_model_is_replaced_by_one_of_the_same_layers_and_nothing_is_left_of_it()
    {
        Zoo.Save(_network, Models, Published.Card);
        Weather other = Published.Train(seed: 2);

        ZooCard card = Zoo.Save(other, Models, Published.Card with { Task = "Tells it better." });

        Zoo.Load<Weather>(Published.Name, Models).Parameters.Values().HasBitsOf(other.Parameters.Values()).ShouldBeTrue();
        Zoo.List(Models).Single().Task.ShouldBe("Tells it better.");
        Files.ShouldBe(["card.json", card.Weights!.File], ignoreOrder: true);
    }

    [Fact]
    public void Weights_that_a_killed_publisher_left_without_a_card_go_with_the_next_one()
    {
        Zoo.Save(Published.Train(seed: 2), Models, Published.Card);
        string orphan = Published.WeightsPath(Models);
        File.Delete(Published.CardPath(Models));

        ZooCard card = Zoo.Save(_network, Models, Published.Card);

        File.Exists(orphan).ShouldBeFalse();
        Files.ShouldBe(["card.json", card.Weights!.File], ignoreOrder: true);
    }

    [Fact]
    public void What_a_publisher_left_that_was_killed_while_it_wrote_goes_too()
    {
        const int NoProcess = int.MaxValue;
        ZooCard card = Zoo.Save(_network, Models, Published.Card);
        File.WriteAllText(PathOf($".card.json.{NoProcess}.1.tmp"), "half of the weights");
        File.WriteAllText(PathOf(".publishing"), "");

        Zoo.Save(_network, Models, Published.Card);

        Files.ShouldBe(["card.json", card.Weights!.File], ignoreOrder: true);
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("weights.safetensors")]
    [InlineData("weights-0123456789abcde.safetensors")]
    [InlineData("weights-0123456789abcdef0.safetensors")]
    [InlineData("weights-0123456789abcdeg.safetensors")]
    [InlineData("weights-0123456789ABCDEF.safetensors")]
    [InlineData("weights-0123456789abcdef.safetensors.old")]
    [InlineData("my-weights-0123456789abcdef.safetensors")]
    public void Files_that_were_not_made_here_stay_even_where_the_old_card_names_them(string name)
    {
        ZooCard card = Zoo.Save(_network, Models, Published.Card);
        File.Move(Published.WeightsPath(Models), PathOf(name));
        Published.EditCard(Models, card.Weights!.File, name);
        byte[] content = File.ReadAllBytes(PathOf(name));
        Zoo.List(Models).Single().Weights!.File.ShouldBe(name);

        card = Zoo.Save(Published.Train(seed: 2), Models, Published.Card);

        File.ReadAllBytes(PathOf(name)).ShouldBe(content);
        Files.ShouldBe(["card.json", name, card.Weights!.File], ignoreOrder: true);
    }

    [Fact]
    public void A_card_that_names_itself_for_its_weights_is_no_model_to_replace()
    {
        ZooCard card = Zoo.Save(_network, Models, Published.Card);
        Published.EditCard(Models, card.Weights!.File, "card.json");
        byte[] content = File.ReadAllBytes(Published.CardPath(Models));

        Should.Throw<ZooException>(() => Zoo.Save(Published.Train(seed: 2), Models, Published.Card)).Message.ShouldContain("'weights.file' is 'card.json'");

        File.ReadAllBytes(Published.CardPath(Models)).ShouldBe(content);
    }

    [Fact]
    public void Of_two_publishers_at_once_the_second_is_refused_and_takes_nothing_from_the_first()
    {
        ZooCard card = Zoo.Save(_network, Models, Published.Card);
        using (new FileStream(PathOf(".publishing"), FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            var refused = Should.Throw<OutputFileException>(() => Zoo.Save(Published.Train(seed: 2), Models, Published.Card));

            refused.Problem.ShouldBe(OutputFileProblem.InUse);
            Zoo.Load<Weather>(Published.Name, Models).Parameters.Values().HasBitsOf(_network.Parameters.Values()).ShouldBeTrue();
        }

        File.Delete(PathOf(".publishing"));
        Files.ShouldBe(["card.json", card.Weights!.File], ignoreOrder: true);
    }

    [Fact]
    public void Weights_are_not_held_in_memory_as_a_whole()
    {
        var network = new LargeWeather();
        ZooCard card = Published.Card with { Name = "large" };

        long allocated = AllocatedBytes.Of(1, () => Zoo.Save(network, Models, card));

        allocated.ShouldBeLessThan(Zoo.List(Models).Single().Weights!.Bytes / 2);
    }

    [Fact]
    public void Until_the_new_card_is_there_the_old_model_is()
    {
        Zoo.Save(_network, Models, Published.Card);
        Zoo.Save(Published.Train(seed: 2), _folder.PathOf("new"), Published.Card);
        string weights = Published.WeightsPath(_folder.PathOf("new"));

        File.Copy(weights, Path.Combine(Models, Published.Name, Path.GetFileName(weights)));

        Zoo.Load<Weather>(Published.Name, Models).Parameters.Values().HasBitsOf(_network.Parameters.Values()).ShouldBeTrue();
    }

    [Fact]
    public void Whoever_loads_while_a_model_is_replaced_gets_the_new_one()
    {
        Zoo.Save(_network, Models, Published.Card);
        Weather other = Published.Train(seed: 2);
        var source = new ReplacedModel(Models, () => Zoo.Save(other, Models, Published.Card));

        Weather loaded = ModelLoader.Load<Weather>(source, Published.Name, threads: 1);

        loaded.Parameters.Values().HasBitsOf(other.Parameters.Values()).ShouldBeTrue();
    }

    [Fact]
    public void Weights_without_a_card_are_no_model_yet()
    {
        Zoo.Save(_network, Models, Published.Card);
        File.Delete(Published.CardPath(Models));

        Zoo.List(Models).ShouldBeEmpty();
        Zoo.Save(_network, Models, Published.Card);
        Zoo.List(Models).Count.ShouldBe(1);
    }

    [Fact]
    public void A_model_of_other_layers_is_never_overwritten()
    {
        Zoo.Save(_network, Models, Published.Card);
        byte[] card = File.ReadAllBytes(Published.CardPath(Models)), weights = File.ReadAllBytes(Published.WeightsPath(Models));

        var refused = Should.Throw<ZooException>(() => Zoo.Save(new RectifiedWeather(), Models, Published.Card));

        refused.Place.ShouldBe(Path.Combine(Models, Published.Name));
        refused.Message.ShouldContain($"Weather with the fingerprint {Weather.Info.Fingerprint}, where RectifiedWeather has {RectifiedWeather.Info.Fingerprint}");
        File.ReadAllBytes(Published.CardPath(Models)).ShouldBe(card);
        File.ReadAllBytes(Published.WeightsPath(Models)).ShouldBe(weights);
    }

    [Fact]
    public void What_cannot_be_told_to_be_a_model_is_not_overwritten_either()
    {
        Zoo.Save(_network, Models, Published.Card);
        File.WriteAllText(Published.CardPath(Models), "{}");

        Should.Throw<ZooException>(() => Zoo.Save(_network, Models, Published.Card)).Message.ShouldContain("is no sound card");

        File.ReadAllText(Published.CardPath(Models)).ShouldBe("{}");
    }

    [Fact]
    public void Where_nothing_can_be_written_nothing_changes()
    {
        string file = _folder.Write("file", "text"u8);
        Should.Throw<OutputFileException>(() => Zoo.Save(_network, file, Published.Card));

        Directory.CreateDirectory(Published.CardPath(Models));
        Should.Throw<OutputFileException>(() => Zoo.Save(_network, Models, Published.Card));

        Directory.GetFiles(Models, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void Models_are_listed_by_name_and_other_folders_passed_over()
    {
        Directory.CreateDirectory(Path.Combine(Models, "notes"));
        Zoo.List(Models).ShouldBeEmpty();
        foreach (string name in new[] { "weather-2", "a", "weather" })
        {
            Zoo.Save(_network, Models, Published.Card with { Name = name });
        }

        Zoo.List(Models).Select(card => card.Name).ShouldBe(["a", "weather", "weather-2"]);
    }

    private string Models => _folder.PathOf("models");

    private IEnumerable<string?> Files => Directory.GetFiles(Path.Combine(Models, Published.Name)).Select(Path.GetFileName);

    private string PathOf(string file) => Path.Combine(Models, Published.Name, file);

    /// <summary>A folder of models in which one is replaced as soon as its card has been opened.</summary>
    private sealed class ReplacedModel(string folder, Action replace) : ModelSource
    {
        private readonly ModelFolder _models = new(folder);

        private bool _isReplaced;

        public override string Place => _models.Place;

        protected override string Remedy => "";

        public override string PlaceOf(string name, string file) => _models.PlaceOf(name, file);

        public override Stream? Open(string name, string file)
        {
            Stream? opened = _models.Open(name, file);
            if (!_isReplaced)
            {
                _isReplaced = true;
                replace();
            }

            return opened;
        }

        protected override bool Has(string name, string file) => true;

        protected override IEnumerable<string> Parts() => [Published.Name];
    }
}
