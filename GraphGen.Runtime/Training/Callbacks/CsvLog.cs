namespace GraphGen;

/// <summary>
/// Keeps a CSV file up to date after each epoch, with the columns of <see cref="History.SaveCsv"/>. The file is replaced at once each time, so that whoever
/// reads it meanwhile sees whole lines; a resumed fit writes the epochs before, too.
/// </summary>
public sealed class CsvLog : IEpochCallback
{
    private readonly string _path;
    private bool _isBehind;

    /// <summary>A log in a file.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public CsvLog(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
    }

    /// <summary>The file.</summary>
    public override string ToString() => $"CsvLog {{ {_path} }}";

    /// <inheritdoc/>
    public void Check(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        run.ReserveFile(_path);
    }

    /// <inheritdoc/>
    public void OnFitBegin(TrainingRun run) => _isBehind = false;

    /// <inheritdoc/>
    public void OnEpochEnd(TrainingRun run, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.IsDryRun)
        {
            return;
        }

        try
        {
            Write(run);
            _isBehind = false;
        }
        catch (OutputFileException)
        {
            // The disk may be full for a while: no reason to end a training. The next epoch tries again.
            _isBehind = true;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="OutputFileException">The last epochs are missing from the file, and it still cannot be written.</exception>
    public void OnFitEnd(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (_isBehind)
        {
            Write(run);
        }
    }

    private void Write(TrainingRun run) => AtomicFile.WriteText(_path, HistoryText.Csv(run.History), isLasting: false);
}
