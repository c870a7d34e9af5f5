using System.Globalization;
using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Writes files during a fit, from which <c>Fit(..., resumeFrom: file)</c> goes on to the same bits: parameters, optimizer, schedule, epoch and place in it,
/// history, the states of the callbacks. There are no other random states: order, dropout and augmentation follow from seed and step. A file appears
/// at once, so that a process killed at any moment leaves a whole one. <c>Load</c> reads the parameters alone from them.
/// </summary>
public sealed class Checkpoint : IEpochCallback, IBatchCallback, IResumableCallback
{
    private const string EpochPlace = "{epoch}";

    private readonly string _path;
    private readonly List<string> _kept = [];
    private readonly Action _writing;
    private readonly Action _written;
    private double _bestCost = double.PositiveInfinity;
    private int _pathEpoch;
    private string _currentPath = "";

    /// <summary>Writes to one file, or to one for each epoch.</summary>
    /// <param name="path">
    /// The file, by custom named <c>*.safetensors</c>: replaced each time, or with <c>{epoch}</c> in its name a new one for each epoch. Its folder must exist.
    /// </param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public Checkpoint(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        (_writing, _written) = (NoteNew, DeleteOld);
    }

    /// <summary>Writes after every so many epochs, at least 1; default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Every
    {
        get;
        init => field = ScheduleGuard.AtLeastOne(value, nameof(Every));
    } = 1;

    /// <summary>
    /// Writes after every so many mini-batches, too, counted from the start of the fit, at least 1; null (the default) for only between epochs. For fits whose
    /// epochs are long.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? EveryBatches
    {
        get;
        init => field = value is { } batches ? ScheduleGuard.AtLeastOne(batches, nameof(EveryBatches)) : null;
    }

    /// <summary>
    /// Whether to write only after epochs that are better by <see cref="Monitor"/> than all before, and not where the fit is stopped or canceled; default false.
    /// </summary>
    public bool BestOnly { get; init; }

    /// <summary>What <see cref="BestOnly"/> goes by; default <see cref="MonitoredValue.ValidationLoss"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public MonitoredValue Monitor
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Monitor));
    } = MonitoredValue.ValidationLoss;

    /// <summary>
    /// Of the files with <c>{epoch}</c> in their name, keep so many, the last ones, at least 1; null (the default) for all. Files of other fits stay.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Keep
    {
        get;
        init => field = value is { } files ? ScheduleGuard.AtLeastOne(files, nameof(Keep)) : null;
    }

    /// <inheritdoc/>
    string IResumableCallback.State =>
        string.Join('\n', _kept.Prepend(_bestCost.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>
    /// Lists what is in a checkpoint, or in any safetensors file, without reading the numbers: names, types, shapes and bytes of all tensors, and the metadata.
    /// <c>Console.WriteLine</c> shows it as a table.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no safetensors file, truncated or corrupt; the message says where.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static CheckpointContents List(string path) => CheckpointContents.Read(path);

    /// <summary>Reads the text that was saved with a checkpoint, without its parameters.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The metadata; empty when there are none. Among them is the network's <c>graphgen.architecture</c>; a training state has numbers among them, such as <c>graphgen.step</c>.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no safetensors file, truncated or corrupt; the message says where.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path) => CheckpointFile.ReadMetadata(path);

    /// <summary>The settings as text, the same in every culture.</summary>
    public override string ToString()
    {
        string when = BestOnly ? $"BestOnly, Monitor = {Monitor}" : Invariant($"Every = {Every}");
        return $"Checkpoint {{ {_path}, {when}{Optional(nameof(EveryBatches), EveryBatches)}{Optional(nameof(Keep), Keep)} }}";

        static string Optional(string name, int? value) => value is null ? "" : Invariant($", {name} = {value}");
    }

    /// <inheritdoc/>
    public void Check(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (BestOnly)
        {
            Monitor.Check(run, nameof(Checkpoint));
        }

        if (Keep is not null && !_path.Contains(EpochPlace, StringComparison.Ordinal))
        {
            throw Guard.Invalid(
                nameof(FitOptions.Callbacks),
                $"Checkpoint is to keep {Keep} files, but '{_path}' names a single one, which is replaced each time",
                $"put {{epoch}} into its name, or leave Keep out");
        }

        run.ReserveFile(PathOf(run.Epoch));
    }

    /// <inheritdoc/>
    public void OnFitBegin(TrainingRun run)
    {
        _bestCost = double.PositiveInfinity;
        _pathEpoch = 0;
        _kept.Clear();
    }

    /// <inheritdoc/>
    public void OnEpochBegin(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (!BestOnly)
        {
            Save(run, isDue: false);
        }
    }

    /// <inheritdoc/>
    public void OnEpochEnd(TrainingRun run, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(record);
        if (BestOnly)
        {
            double cost = Monitor.CostOf(record);
            if (cost < _bestCost)
            {
                _bestCost = cost;
                Save(run, isDue: true);
            }
        }
        else
        {
            Save(run, record.Epoch % Every == 0 || record.Epoch == run.Epochs);
        }
    }

    /// <inheritdoc/>
    public void OnBatchEnd(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (!BestOnly)
        {
            Save(run, EveryBatches is { } batches && run.Step % batches == 0);
        }
    }

    /// <inheritdoc/>
    void IResumableCallback.Restore(string state)
    {
        string[] lines = state.Split('\n');
        _bestCost = double.TryParse(lines[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double cost)
            ? cost
            : throw new FormatException($"'{lines[0]}' is no state of {nameof(Checkpoint)}.");
        _kept.AddRange(lines.Skip(1));
    }

    /// <summary>Asks for a file: now, or, where none is due, in case that a callback after this one stops the fit.</summary>
    private void Save(TrainingRun run, bool isDue)
    {
        if (_pathEpoch != run.Epoch)
        {
            _pathEpoch = run.Epoch;
            _currentPath = PathOf(run.Epoch);
        }

        run.Save(new WantedCheckpoint(_currentPath, _writing, _written, IsOnlyForStops: !isDue));
    }

    private void NoteNew()
    {
        _kept.Remove(_currentPath);
        _kept.Add(_currentPath);
    }

    /// <summary>To be called when the newest file is complete. An old one that cannot be deleted, because somebody reads it, is tried again later.</summary>
    private void DeleteOld()
    {
        for (int index = 0; _kept.Count > (Keep ?? int.MaxValue) && index < _kept.Count - 1;)
        {
            try
            {
                File.Delete(_kept[index]);
                _kept.RemoveAt(index);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                index++;
            }
        }
    }

    private string PathOf(int epoch) => _path.Replace(EpochPlace, epoch.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
