using System.Text.Json.Nodes;
using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.EndToEnd;
using GraphGen.Tests.Training;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Training.ScriptedLosses;

namespace GraphGen.Tests.Checkpoints;

/// <summary>What a fit finds in its checkpoint is checked before anything changes, and what is wrong comes with a way out.</summary>
public sealed class StoredFitTests : IDisposable
{
    private const string Key = "graphgen.fit";

    private readonly TemporaryFolder _folder = new();
    private readonly Dataset _data = new(RandomData.Floats(40, seed: 5), 4, RandomData.Floats(10, seed: 6), 1);
    private readonly string _path;

    public StoredFitTests() => _path = _folder.PathOf("progress.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Another_rate_or_schedule_is_a_difference()
    {
        FitOptions options = Options with { Epochs = 2, Schedule = LearningRateSchedule.Exponential(0.1, 0.5) };
        Trainer.Fit(Network(), LineData.Seven, options with { Callbacks = [new Checkpoint(_path)] });
        TinyNetwork network = Network();

        Refused(LearningRateSchedule.Exponential(0.2, 0.5));
        Refused(LearningRateSchedule.Performance(0.1));
        Refused(LearningRateSchedule.Constant(0.1));

        network.Memory.Step.ShouldBe(0u);

        void Refused(LearningRateSchedule other) => Should
            .Throw<CheckpointMismatchException>(() => Trainer.Fit(network, LineData.Seven, options with { Schedule = other }, _path))
            .Differences.ShouldBe([$"The fit had another schedule: {options.Schedule}, and now {other}."]);
    }

    [Fact]
    public void The_way_out_for_another_network_can_be_taken()
    {
        new Curve(seed: 1).Fit(_data, new FitOptions { Callbacks = [new Checkpoint(_path)] });
        var network = new NarrowerCurve(seed: 1);

        Should.Throw<CheckpointMismatchException>(() => network.Fit(_data, new FitOptions(), _path)).Message.ShouldContain("Load(path, partial: true)");
        Should.Throw<CheckpointMismatchException>(() => network.Load(_path, trainingState: true)).Message.ShouldContain("Load(path, partial: true)");

        network.Load(_path, partial: true).CopiedParameters.ShouldBe(["dense1.weight", "dense1.bias"]);
        network.Fit(_data).Epochs.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("seed", "null")]
    [InlineData("rate_multipliers", "{\"dense1\": -1}")]
    [InlineData("rate_multipliers", "{\"dense9\": 1}")]
    [InlineData("rate_multipliers", "1")]
    [InlineData("schedule", "null")]
    [InlineData("schedule_state", "null")]
    [InlineData("schedule_state", "\"many\"")]
    [InlineData("callbacks", """{"Checkpoint":null}""")]
    [InlineData("rows", "1.5")]
    [InlineData("epoch", "0")]
    [InlineData("batch", "2")]
    [InlineData("epoch_rows", "-1")]
    [InlineData("rate_factor", "-1")]
    [InlineData("rate_factor", "1e99")]
    [InlineData("resting_layers", """["dense9"]""")]
    [InlineData("epochs", "[]")]
    [InlineData("callbacks", """{"Checkpoint":"many"}""")]
    [InlineData("callbacks", """{"a":"","a":""}""")]
    [InlineData("stop_reason", "1")]
    public void A_damaged_part_is_reported_and_nothing_changes(string name, string value)
    {
        new Curve(seed: 1).Fit(_data, new FitOptions { Callbacks = [new Checkpoint(_path)] });
        string text = Checkpoint.ReadMetadata(_path)[Key];
        string old = $"\"{name}\":{JsonNode.Parse(text)![name]?.ToJsonString() ?? "null"}";
        string damaged = text.Replace(old, $"\"{name}\":{value}", StringComparison.Ordinal);
        damaged.ShouldNotBe(text);
        CheckpointFile.SaveTraining(_path, new Curve(seed: 1), new Dictionary<string, string> { [Key] = damaged }, []);
        var network = new Curve(seed: 2);
        float[] before = network.Parameters.Values();

        Exception failure = Should.Throw<Exception>(() => network.Fit(_data, new FitOptions { Epochs = 2, Callbacks = [new Checkpoint(_path)] }, _path));

        (failure is InvalidDataException or CheckpointMismatchException).ShouldBeTrue(failure.ToString());
        failure.Message.ShouldContain(_path);
        network.Parameters.Values().HasBitsOf(before).ShouldBeTrue();
    }

    [Theory]
    [InlineData("graphgen.fit", true)]
    [InlineData("graphgen.fit", false)]
    [InlineData("graphgen.step", false)]
    [InlineData("graphgen.mine", false)]
    public void Text_of_ones_own_cannot_be_taken_for_a_fit(string key, bool trainingState)
    {
        var metadata = new Dictionary<string, string> { [key] = "1" };

        Should.Throw<ArgumentException>(() => new Curve(seed: 1).Save(_path, trainingState, metadata)).Message.ShouldContain($"'{key}' is reserved");

        File.Exists(_path).ShouldBeFalse();
    }
}
