using GraphGen.Execution;

namespace GraphGen;

/// <summary>A figure of each epoch that a callback goes by, and which way it gets better.</summary>
public sealed class MonitoredValue
{
    private readonly Func<EpochRecord, double> _value;
    private readonly Metric? _metric;

    private MonitoredValue(string name, bool isHigherBetter, bool needsValidation, Func<EpochRecord, double> value, Metric? metric = null)
    {
        Name = name;
        IsHigherBetter = isHigherBetter;
        NeedsValidation = needsValidation;
        _value = value;
        _metric = metric;
    }

    /// <summary>The training loss of the epoch; the lower, the better.</summary>
    public static MonitoredValue Loss { get; } = new("loss", isHigherBetter: false, needsValidation: false, record => record.Loss);

    /// <summary>The training accuracy of the epoch; the higher, the better. Not for regressions.</summary>
    public static MonitoredValue Accuracy { get; } = new("accuracy", isHigherBetter: true, needsValidation: false, record => record.Accuracy);

    /// <summary>The loss on the validation data; the lower, the better.</summary>
    public static MonitoredValue ValidationLoss { get; } =
        new("validation_loss", isHigherBetter: false, needsValidation: true, record => record.ValidationLoss!.Value);

    /// <summary>The accuracy on the validation data; the higher, the better. Not for regressions.</summary>
    public static MonitoredValue ValidationAccuracy { get; } =
        new("validation_accuracy", isHigherBetter: true, needsValidation: true, record => record.ValidationAccuracy!.Value);

    /// <summary>The name, as in the columns of <see cref="History.SaveCsv"/>; of a metric its own.</summary>
    public string Name { get; }

    /// <summary>Whether more is better.</summary>
    public bool IsHigherBetter { get; }

    private bool NeedsValidation { get; }

    /// <summary>A metric on the validation data, which must be among <see cref="FitOptions.Metrics"/>.</summary>
    /// <param name="metric">The metric.</param>
    public static MonitoredValue Of(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new(metric.Name, metric.IsHigherBetter, needsValidation: true, record => record.Metrics[metric.Name], metric);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The value of an epoch as a cost: the lower, the better, whatever the figure.</summary>
    internal double CostOf(EpochRecord record) => IsHigherBetter ? -_value(record) : _value(record);

    /// <summary>Checks that a fit measures this figure.</summary>
    /// <param name="run">The fit.</param>
    /// <param name="callback">Who asks, for the message.</param>
    /// <exception cref="ArgumentException">It does not.</exception>
    internal void Check(TrainingRun run, string callback)
    {
        NetworkInfo info = run.Network.Info;
        if (NeedsValidation && run.Validation is null)
        {
            throw Guard.Invalid(
                nameof(FitOptions.Callbacks),
                $"{callback} goes by {Name}, but there are no validation data",
                $"set Validation or ValidationFraction, or let it go by MonitoredValue.Loss");
        }

        bool isAccuracy = ReferenceEquals(this, Accuracy) || ReferenceEquals(this, ValidationAccuracy);
        if (isAccuracy && info.Loss is not (LossFunction.SoftmaxCrossEntropy or LossFunction.BinaryCrossEntropy))
        {
            throw Guard.Invalid(
                nameof(FitOptions.Callbacks),
                $"{callback} goes by {Name}, but {info.Name} is a regression, whose predictions have no accuracy",
                $"let it go by MonitoredValue.ValidationLoss");
        }

        if (_metric is { } metric && !run.Options.Metrics.Any(measured => measured.Name == metric.Name))
        {
            throw Guard.Invalid(
                nameof(FitOptions.Callbacks), $"{callback} goes by {Name}, which is not among the metrics of the fit", $"add it to Metrics");
        }
    }
}
