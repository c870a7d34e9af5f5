using System.Diagnostics.Metrics;
using System.Reflection;
using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

/// <summary>What leaves through <see cref="System.Diagnostics.Metrics"/>, heard by a listener as an OpenTelemetry exporter is one.</summary>
public sealed class TrainingMeterTests
{
    private static readonly EpochRecord Record = new(
        Epoch: 2,
        Loss: 0.5f,
        Accuracy: 0.75f,
        ValidationLoss: 0.625f,
        ValidationAccuracy: 0.5f,
        Seconds: 1.5,
        SamplesPerSecond: 2000,
        LearningRate: 0.25f)
    {
        Metrics = new Dictionary<string, double> { ["f1"] = 0.875, ["roc_auc"] = double.NaN },
    };

    [Fact]
    public void Steps_and_their_rows_are_counted()
    {
        using var heard = new Listener("Counted");

        TrainingMeter.Step(Info("Counted"), rows: 32);
        TrainingMeter.Step(Info("Counted"), rows: 17);

        heard.Measurements.ShouldBe(
            [
                "graphgen.training.steps {step} 1",
                "graphgen.training.rows {row} 32",
                "graphgen.training.steps {step} 1",
                "graphgen.training.rows {row} 17",
            ]);
    }

    [Fact]
    public void An_epoch_reports_everything_that_was_measured_with_its_unit()
    {
        using var heard = new Listener("Measured");

        TrainingMeter.Epoch(Info("Measured"), Record);

        heard.Measurements.ShouldBe(
            [
                "graphgen.training.epochs {epoch} 1",
                "graphgen.training.epoch.duration s 1.5",
                "graphgen.training.throughput {row}/s 2000",
                "graphgen.training.loss  0.5",
                "graphgen.training.accuracy 1 0.75",
                "graphgen.training.learning_rate 1 0.25",
                "graphgen.validation.loss  0.625",
                "graphgen.validation.accuracy 1 0.5",
                "graphgen.validation.metric  0.875 graphgen.metric=f1",
            ]);
    }

    [Fact]
    public void What_a_fit_does_not_measure_is_left_out()
    {
        using var heard = new Listener("Regression");

        TrainingMeter.Epoch(Info("Regression"), new EpochRecord(1, 4, float.NaN, null, null, 1, 100, 0.5f));

        heard.Measurements.ShouldNotContain(measurement => measurement.Contains("accuracy") || measurement.Contains("validation"));
        heard.Measurements.ShouldContain("graphgen.training.loss  4");
    }

    [Fact]
    public void Rehearsals_are_not_counted()
    {
        using var heard = new Listener(nameof(RehearsedNetwork));
        var data = new Dataset([0f, 1, 2, 3], inputSize: 1, targets: [1f, 3, 5, 7], targetSize: 1);
        var network = new RehearsedNetwork(seed: 1);

        network.Fit(data, new FitOptions { DryRun = true });
        network.Fit(data, new FitOptions { OverfitOneBatch = true, Epochs = 200, LearningRate = 0.1f });
        heard.Measurements.ShouldBeEmpty();

        network.Fit(data, new FitOptions { Epochs = 3 });
        heard.Measurements.Count(measurement => measurement == "graphgen.training.epochs {epoch} 1").ShouldBe(3);
    }

    [Fact]
    public void The_meter_names_the_version_of_the_library_and_explains_each_instrument()
    {
        string version = typeof(NetworkInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        using var heard = new Listener("Described");

        TrainingMeter.Step(Info("Described"), rows: 1);
        TrainingMeter.Epoch(Info("Described"), Record);

        heard.Instruments.Count.ShouldBe(11);
        heard.Instruments.ShouldAllBe(instrument => version.StartsWith(instrument.Meter.Version!) && instrument.Description!.EndsWith('.'));
    }

    [Fact]
    public void A_step_allocates_nothing_whether_anybody_listens_or_not()
    {
        NetworkInfo info = Info("Quiet");
        AllocatedBytes.Of(1000, () => TrainingMeter.Step(info, rows: 32)).ShouldBe(0);
        using var heard = new Listener("Another");

        AllocatedBytes.Of(1000, () => TrainingMeter.Step(info, rows: 32)).ShouldBe(0);
    }

    private static NetworkInfo Info(string name) =>
        new(name, inputSize: 1, outputSize: 3, LossFunction.SoftmaxCrossEntropy, "Sgd", [], 0, 0, new MemoryInfo(0, 0, 0, 0, 0, 0));

    /// <summary>Hears what one network reports: other tests may train at the same time.</summary>
    private sealed class Listener : IDisposable
    {
        private readonly string _network;
        private readonly MeterListener _listener = new();

        public Listener(string network)
        {
            _network = network;
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "GraphGen")
                {
                    lock (Instruments)
                    {
                        Instruments.Add(instrument);
                    }

                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public List<string> Measurements { get; } = [];

        public List<Instrument> Instruments { get; } = [];

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags[0].Key != "graphgen.network" || !_network.Equals(tags[0].Value))
            {
                return;
            }

            string others = string.Concat(tags[1..].ToArray().Select(tag => $" {tag.Key}={tag.Value}"));
            Measurements.Add(FormattableString.Invariant($"{instrument.Name} {instrument.Unit} {value}{others}"));
        }
    }
}

[Input(1)]
[Dense(1)]
[MeanSquaredError]
[Sgd]
internal sealed partial class RehearsedNetwork;
