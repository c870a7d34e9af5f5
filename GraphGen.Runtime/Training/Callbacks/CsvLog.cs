namespace GraphGen;

/// <summary>
/// Keeps a CSV file up to date after each epoch, with the columns of <see cref="History.SaveCsv"/>. The file is replaced at once each time, so that whoever
/// reads it meanwhile sees whole lines; a resumed fit writes the epochs before, too.
/// </summary>
public sealed class CsvLog : IEpochCallback
{
    private readonly string _path;

    /// <summary>A log in a file.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public CsvLog(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
    }

    /// <inheritdoc/>
    public void OnFitBegin(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        run.ReserveFile(_path);
    }

    /// <inheritdoc/>
    public void OnEpochEnd(TrainingRun run, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (!run.IsDryRun)
        {
            AtomicFile.WriteText(_path, HistoryText.Csv(run.History), isLasting: false);
        }
    }
}
