using System.Diagnostics.Metrics;
using System.Reflection;

namespace GraphGen.Execution;

/// <summary>
/// What fits tell whoever listens to the meter <c>GraphGen</c>, such as an OpenTelemetry exporter or <c>dotnet-counters</c>. Names and units follow
/// <see href="https://opentelemetry.io/docs/specs/semconv/general/metrics/">OpenTelemetry's conventions</see>; every measurement names the network's class in
/// the tag <c>graphgen.network</c>. Without a listener there is nothing but the question whether there is one. Dry runs and checks of one
/// mini-batch (<see cref="FitOptions.DryRun"/>, <see cref="FitOptions.OverfitOneBatch"/>) are no training, and tell nothing.
/// </summary>
internal static class TrainingMeter
{
    private const string NetworkTag = "graphgen.network";
    private const string MetricTag = "graphgen.metric";

    private static readonly Meter Meter = new("GraphGen", Version());

    private static readonly Counter<long> Steps =
        Meter.CreateCounter<long>("graphgen.training.steps", "{step}", "Mini-batches that were trained on.");

    private static readonly Counter<long> Rows =
        Meter.CreateCounter<long>("graphgen.training.rows", "{row}", "Rows that were trained on.");

    private static readonly Counter<long> Epochs =
        Meter.CreateCounter<long>("graphgen.training.epochs", "{epoch}", "Epochs that were completed.");

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("graphgen.training.epoch.duration", "s", "Duration of an epoch's training, without its validation.");

    private static readonly Histogram<double> Throughput =
        Meter.CreateHistogram<double>("graphgen.training.throughput", "{row}/s", "Training rows per second in an epoch.");

    private static readonly Gauge<double> Loss =
        Meter.CreateGauge<double>("graphgen.training.loss", description: "Mean loss of the last epoch's mini-batches before their steps.");

    private static readonly Gauge<double> Accuracy =
        Meter.CreateGauge<double>("graphgen.training.accuracy", "1", "Share of right predictions in the last epoch, before each step.");

    private static readonly Gauge<double> LearningRate =
        Meter.CreateGauge<double>("graphgen.training.learning_rate", "1", "Learning rate of the last epoch's last step.");

    private static readonly Gauge<double> ValidationLoss =
        Meter.CreateGauge<double>("graphgen.validation.loss", description: "Loss on the validation data after the last epoch.");

    private static readonly Gauge<double> ValidationAccuracy =
        Meter.CreateGauge<double>("graphgen.validation.accuracy", "1", "Share of right predictions on the validation data after the last epoch.");

    private static readonly Gauge<double> ValidationMetric =
        Meter.CreateGauge<double>("graphgen.validation.metric", description: "A metric on the validation data after the last epoch.");

    /// <summary>Counts a training step. Allocates nothing.</summary>
    /// <param name="info">The network.</param>
    /// <param name="rows">The rows of the step's mini-batch.</param>
    public static void Step(NetworkInfo info, int rows)
    {
        if (Steps.Enabled || Rows.Enabled)
        {
            var network = NetworkOf(info);
            Steps.Add(1, network);
            Rows.Add(rows, network);
        }
    }

    /// <summary>Reports an epoch. What the fit does not measure, such as the accuracy of a regression, is left out.</summary>
    /// <param name="info">The network.</param>
    /// <param name="record">What the epoch brought.</param>
    public static void Epoch(NetworkInfo info, EpochRecord record)
    {
        var network = NetworkOf(info);
        Epochs.Add(1, network);
        Duration.Record(record.Seconds, network);
        Throughput.Record(record.SamplesPerSecond, network);
        Loss.Record(record.Loss, network);
        Record(Accuracy, record.Accuracy, network);
        LearningRate.Record(record.LearningRate, network);
        Record(ValidationLoss, record.ValidationLoss, network);
        Record(ValidationAccuracy, record.ValidationAccuracy, network);
        if (ValidationMetric.Enabled)
        {
            foreach ((string name, double value) in record.Metrics)
            {
                if (!double.IsNaN(value))
                {
                    ValidationMetric.Record(value, network, new(MetricTag, name));
                }
            }
        }
    }

    private static void Record(Gauge<double> gauge, float? value, KeyValuePair<string, object?> network)
    {
        if (value is { } measured && !float.IsNaN(measured))
        {
            gauge.Record(measured, network);
        }
    }

    private static KeyValuePair<string, object?> NetworkOf(NetworkInfo info) => new(NetworkTag, info.Name);

    private static string Version() =>
        typeof(TrainingMeter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
