using System.Collections.ObjectModel;

namespace GraphGen;

/// <summary>The record of a fit, epoch by epoch.</summary>
public sealed class History
{
    private readonly List<EpochRecord> _epochs = [];
    private readonly List<float> _loss = [];
    private readonly List<float> _accuracy = [];
    private readonly List<float> _validationLoss = [];
    private readonly List<float> _validationAccuracy = [];

    internal History()
    {
        Epochs = _epochs.AsReadOnly();
        Loss = _loss.AsReadOnly();
        Accuracy = _accuracy.AsReadOnly();
        ValidationLoss = _validationLoss.AsReadOnly();
        ValidationAccuracy = _validationAccuracy.AsReadOnly();
    }

    /// <summary>The epochs in their order; of a resumed fit those before, too.</summary>
    public IReadOnlyList<EpochRecord> Epochs { get; }

    /// <summary>The training loss of each epoch.</summary>
    public IReadOnlyList<float> Loss { get; }

    /// <summary>The training accuracy of each epoch, measured before each step and with dropout; NaN for a regression.</summary>
    public IReadOnlyList<float> Accuracy { get; }

    /// <summary>The validation loss after each epoch; empty where the fit had no validation data.</summary>
    public IReadOnlyList<float> ValidationLoss { get; }

    /// <summary>The validation accuracy after each epoch; empty where the fit had no validation data, NaN for a regression.</summary>
    public IReadOnlyList<float> ValidationAccuracy { get; }

    /// <summary>How the fit ended; <see cref="FitEnding.Completed"/> while it runs.</summary>
    public FitEnding Ending { get; internal set; }

    /// <summary>Why the fit ended before its last epoch, in words; null where it did not.</summary>
    public string? EndingReason { get; internal set; }

    /// <summary>
    /// The epoch, counted from 1, that was best by what <see cref="EarlyStopping"/> goes by: the network is as it was after it, if that was
    /// asked for. Null for a fit without early stopping.
    /// </summary>
    public int? BestEpoch { get; internal set; }

    /// <summary>The values of one of <see cref="FitOptions.Metrics"/>, one for each epoch.</summary>
    /// <param name="metric">The metric's name, such as <c>top5_accuracy</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such metric: the message lists those that there are.</exception>
    public IReadOnlyList<double> this[string metric]
    {
        get
        {
            double[] values = new double[_epochs.Count];
            for (int index = 0; index < values.Length; index++)
            {
                if (!_epochs[index].Metrics.TryGetValue(metric, out values[index]))
                {
                    IEnumerable<string> names = _epochs[index].Metrics.Keys;
                    throw new KeyNotFoundException(
                        names.Any() ? KnownNames.Missing("metric", metric, names) : $"There is no metric '{metric}'. The fit had no Metrics.");
                }
            }

            return new ReadOnlyCollection<double>(values);
        }
    }

    /// <summary>
    /// Writes a line for each epoch: epoch, loss, accuracy, validation loss and accuracy, learning rate, seconds, samples per second, then the metrics as
    /// <c>validation_top5_accuracy</c> and the like.
    /// Numbers are written the same in every culture, fields that a fit does not have are left out.
    /// </summary>
    /// <param name="path">The file, replaced at once if it exists.</param>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public void SaveCsv(string path) => AtomicFile.WriteText(path, HistoryText.Csv(this));

    /// <summary>Writes the same as <see cref="SaveCsv"/> as JSON, with how the fit ended.</summary>
    /// <param name="path">The file, replaced at once if it exists.</param>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public void SaveJson(string path) => AtomicFile.Write(path, file => HistoryText.WriteJson(this, file));

    /// <summary>The last epoch and how the fit ended, in one line.</summary>
    public override string ToString() => _epochs.Count == 0
        ? $"no epoch, {Ending}"
        : $"{_epochs[^1]}, {Ending}{(EndingReason is null ? "" : $": {EndingReason}")}";

    /// <summary>Adds what an epoch brought.</summary>
    internal void Add(EpochRecord epoch)
    {
        _epochs.Add(epoch);
        _loss.Add(epoch.Loss);
        _accuracy.Add(epoch.Accuracy);
        if (epoch.ValidationLoss is { } loss)
        {
            _validationLoss.Add(loss);
            _validationAccuracy.Add(epoch.ValidationAccuracy ?? float.NaN);
        }
    }
}
