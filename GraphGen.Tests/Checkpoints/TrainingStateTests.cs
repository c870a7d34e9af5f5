using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphGen.Execution;
using GraphGen.Tests.Data;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Checkpoints;

public sealed class TrainingStateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TrainedNetwork _network = new TrainedNetwork(slots: 2, hasAverages: true).Fill(1);
    private readonly string _path;

    public TrainingStateTests() => _path = _folder.PathOf("state.safetensors");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(0, true)]
    [InlineData(2, true)]
    public void Parameters_and_state_come_back_bit_by_bit(int slots, bool hasAverages)
    {
        TrainedNetwork saved = new TrainedNetwork(slots, hasAverages).Fill(2);
        TrainedNetwork loaded = new TrainedNetwork(slots, hasAverages).Fill(3);

        CheckpointFile.Save(_path, saved, trainingState: true);
        CheckpointFile.Load(_path, loaded, trainingState: true);

        loaded.Bits(withGradients: false).ShouldBe(saved.Bits(withGradients: false));
    }

    [Fact]
    public void An_unfinished_accumulation_keeps_its_gradients()
    {
        _network.Memory.Accumulated = 3;
        _network.Memory.HasGradients = true;
        TrainedNetwork loaded = new TrainedNetwork(slots: 2, hasAverages: true).Fill(2);

        CheckpointFile.Save(_path, _network, trainingState: true);
        CheckpointFile.Load(_path, loaded, trainingState: true);

        loaded.Bits(withGradients: true).ShouldBe(_network.Bits(withGradients: true));
    }

    [Fact]
    public void A_finished_accumulation_ends_one_of_the_network_that_loads()
    {
        TrainedNetwork loaded = new TrainedNetwork(slots: 2, hasAverages: true).Fill(2);
        loaded.Memory.Accumulated = 1;
        loaded.Memory.HasGradients = true;

        CheckpointFile.Save(_path, _network, trainingState: true);
        CheckpointFile.Load(_path, loaded, trainingState: true);

        loaded.Memory.Accumulated.ShouldBe(0);
        loaded.Memory.HasGradients.ShouldBeFalse();
        loaded.Memory.Gradients.Span.ToArray().ShouldAllBe(gradient => gradient == 0);
    }

    [Theory]
    [InlineData(uint.MaxValue, double.Epsilon, ulong.MaxValue)]
    [InlineData(0u, 1.0, 0ul)]
    [InlineData(7u, 0.1 + 0.2, 1ul << 63)]
    public void Numbers_come_back_at_the_ends_of_their_ranges(uint step, double momentumProduct, ulong seed)
    {
        (_network.Memory.Step, _network.Memory.MomentumProduct, _network.Memory.Seed) = (step, momentumProduct, seed);
        var loaded = new TrainedNetwork(slots: 2, hasAverages: true);

        CheckpointFile.Save(_path, _network, trainingState: true);
        CheckpointFile.Load(_path, loaded, trainingState: true);

        loaded.Bits(withGradients: false).ShouldBe(_network.Bits(withGradients: false));
    }

    [Fact]
    public void Text_such_as_a_schedules_state_comes_back_with_the_state()
    {
        CheckpointFile.Save(_path, _network, trainingState: true, metadata: new Dictionary<string, string> { ["schedule"] = "best=0.25" });

        IReadOnlyDictionary<string, string> metadata = Checkpoint.ReadMetadata(_path);

        metadata["schedule"].ShouldBe("best=0.25");
        metadata["graphgen.optimizer"].ShouldBe("Adam");
    }

    [Fact]
    public void Parameters_are_loaded_alone_from_a_file_with_state_and_the_optimizer_starts_afresh()
    {
        _network.Memory.Accumulated = 1;
        var plain = new TrainedNetwork(slots: 0, hasAverages: false, optimizer: "Sgd");
        TrainedNetwork trained = new TrainedNetwork(slots: 1, hasAverages: false, optimizer: "Nag(momentum: 0.9)").Fill(2);

        CheckpointFile.Save(_path, _network, trainingState: true);
        CheckpointFile.Load(_path, plain);
        CheckpointFile.Load(_path, trained);

        SafetensorsFile.Bits(plain.Parameters).ShouldBe(SafetensorsFile.Bits(_network.Parameters));
        SafetensorsFile.Bits(trained.Parameters).ShouldBe(SafetensorsFile.Bits(_network.Parameters));
        trained.Memory.Step.ShouldBe(0u);
        trained.Memory.Slot1.Span.ToArray().ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void A_file_without_state_says_what_to_do()
    {
        CheckpointFile.Save(_path, _network);

        ShouldChangeNothing<InvalidDataException>(_network).Message.ShouldContain(
            "holds no training state ('graphgen.step' is missing from its metadata): load its parameters alone, or save it together with the state.");
    }

    [Fact]
    public void All_differences_of_the_state_are_told_at_once()
    {
        TrainedNetwork other = new TrainedNetwork(slots: 1, hasAverages: true).Fill(2);
        CheckpointFile.Save(_path, other, trainingState: true);
        ShouldChangeNothing<CheckpointMismatchException>(_network).Differences.ShouldBe(
        [
            "optimizer.slot2.dense1: weight [3, 20] is missing from the file.",
            "optimizer.slot2.dense2: weight [4, 2] is missing from the file; bias [2] is missing from the file.",
        ]);

        CheckpointFile.Save(_path, _network, trainingState: true);
        ShouldChangeNothing<CheckpointMismatchException>(other).Differences.ShouldBe(
        [
            "optimizer.slot2.dense1: weight [3, 20] is in the file, but not in the network.",
            "optimizer.slot2.dense2: weight [4, 2] is in the file, but not in the network; bias [2] is in the file, but not in the network.",
        ]);
    }

    [Fact]
    public void The_state_of_another_optimizer_is_refused_and_other_hyperparameters_are_not()
    {
        CheckpointFile.Save(_path, _network, trainingState: true);

        var same = new TrainedNetwork(slots: 2, hasAverages: true, optimizer: "Adam(beta1: 0.8)");
        CheckpointFile.Load(_path, same, trainingState: true);
        same.Bits(withGradients: false).ShouldBe(_network.Bits(withGradients: false));

        ShouldChangeNothing<CheckpointMismatchException>(new TrainedNetwork(slots: 2, hasAverages: true, optimizer: "Nadam(beta1: 0.9)").Fill(2))
            .Differences.ShouldBe(["graphgen.optimizer is Adam in the file, but Nadam in the network."]);
    }

    [Theory]
    [InlineData("graphgen.step", "-1")]
    [InlineData("graphgen.step", "4294967296")]
    [InlineData("graphgen.step", "many")]
    [InlineData("graphgen.momentum_product", "NaN")]
    [InlineData("graphgen.momentum_product", "1.5")]
    [InlineData("graphgen.accumulated", "-1")]
    [InlineData("graphgen.accumulated", "1.5")]
    [InlineData("graphgen.seed", "18446744073709551616")]
    [InlineData("graphgen.seed", null)]
    [InlineData("graphgen.momentum_product", null)]
    [InlineData("graphgen.accumulated", null)]
    [InlineData("graphgen.optimizer", null)]
    public void A_damaged_number_is_named(string key, string? text)
    {
        CheckpointFile.Save(_path, _network, trainingState: true);
        Dictionary<string, string> metadata = new(Checkpoint.ReadMetadata(_path));
        metadata.Remove(key);
        if (text is not null)
        {
            metadata[key] = text;
        }

        TensorFile.Write(_path, CheckpointFile.ValuesOf(_network.Parameters), metadata);

        string message = ShouldChangeNothing<InvalidDataException>(_network).Message;
        message.ShouldContain($"The training state of '{_path}' is damaged: '{key}' is {(text is null ? "missing" : $"'{text}'")}");
    }

    [Fact]
    public void Every_truncation_is_reported_and_changes_nothing()
    {
        CheckpointFile.Save(_path, _network, trainingState: true);
        byte[] whole = File.ReadAllBytes(_path);
        TrainedNetwork other = new TrainedNetwork(slots: 2, hasAverages: true).Fill(2);
        for (int length = 0; length < whole.Length; length += 31)
        {
            File.WriteAllBytes(_path, whole.AsSpan(0, length));
            ShouldChangeNothing<InvalidDataException>(other);
        }
    }

    [Fact]
    public void Reserved_keys_are_refused_before_anything_is_written()
    {
        foreach (string key in new[] { "graphgen.optimizer", "graphgen.step", "graphgen.momentum_product", "graphgen.accumulated", "graphgen.seed" })
        {
            var metadata = new Dictionary<string, string> { [key] = "1" };
            Should.Throw<ArgumentException>(() => CheckpointFile.Save(_path, _network, trainingState: true, metadata: metadata))
                .Message.ShouldContain($"'{key}' is reserved");
        }

        Directory.EnumerateFileSystemEntries(_folder.FullName).ShouldBeEmpty();
    }

    /// <summary>Reads the file as the format's page says, with nothing of the product.</summary>
    [Fact]
    public void Other_tools_find_the_state_as_tensors_of_the_parameters_shapes()
    {
        CheckpointFile.Save(_path, _network, trainingState: true);

        byte[] file = File.ReadAllBytes(_path);
        int length = (int)BitConverter.ToUInt64(file);
        using JsonDocument header = JsonDocument.Parse(Encoding.UTF8.GetString(file, 8, length));
        string[] names = [.. header.RootElement.EnumerateObject().Select(entry => entry.Name)];
        names.Length.ShouldBe(1 + 4 + (3 * 3));
        JsonElement entry = header.RootElement.GetProperty("optimizer.slot1.dense2.weight");
        entry.GetProperty("dtype").GetString().ShouldBe("F32");
        entry.GetProperty("shape").EnumerateArray().Select(dimension => dimension.GetInt32()).ShouldBe([4, 2]);
        int begin = entry.GetProperty("data_offsets")[0].GetInt32();
        float[] expected = new float[8];
        _network.Parameters["dense2.weight"].CopyStateTo(_network.Memory.Slot1, expected);
        for (int i = 0; i < expected.Length; i++)
        {
            BitConverter.ToSingle(file, 8 + length + begin + (i * sizeof(float))).ShouldBe(expected[i]);
        }
    }

    [Fact]
    public void State_does_not_depend_on_the_culture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CheckpointFile.Save(_path, _network, trainingState: true);
        byte[] expected = File.ReadAllBytes(_path);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            CheckpointFile.Save(_path, _network, trainingState: true);
            CheckpointFile.Load(_path, _network, trainingState: true);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        File.ReadAllBytes(_path).ShouldBe(expected);
    }

    private TException ShouldChangeNothing<TException>(TrainedNetwork network)
        where TException : Exception
    {
        long[] before = network.Bits(withGradients: true);
        TException failure = Should.Throw<TException>(() => CheckpointFile.Load(_path, network, trainingState: true));
        network.Bits(withGradients: true).ShouldBe(before);
        return failure;
    }
}
