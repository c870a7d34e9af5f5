using GraphGen.Reporting.TensorBoard;

namespace GraphGen.Reporting;

/// <summary>
/// Writes what a fit measures for <see href="https://www.tensorflow.org/tensorboard">TensorBoard</see>: <c>Callbacks = [new TensorBoardLog("logs/run1")]</c>, then
/// <c>tensorboard --logdir logs</c>. Steps are epochs.
/// </summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>tags</term><description>what they show</description></listheader>
/// <item><term><c>loss/train</c>, <c>loss/validation</c>, <c>accuracy/train</c>, <c>accuracy/validation</c></term>
/// <description>one below the other under "Scalars", in one chart under "Custom Scalars"</description></item>
/// <item><term><c>metrics/...</c></term><description>each of <see cref="FitOptions.Metrics"/>, on the validation data</description></item>
/// <item><term><c>training/learning_rate</c>, <c>training/samples_per_second</c>, <c>training/epoch_seconds</c></term><description>how it went</description></item>
/// <item><term><c>dense1/outputs</c>, <c>/gradients</c>, <c>/weights</c>, <c>/weight_gradients</c></term>
/// <description>histograms of each layer, with the callback <see cref="Histograms"/></description></item>
/// <item><term><c>hyperparameters</c></term><description>under "Text": settings, network, declaration</description></item>
/// </list>
/// Each fit adds a file to the folder, and TensorBoard shows the last: so use a folder for each run. A resumed fit goes on in the folder of the fit that it
/// resumes, and what that one had logged after the checkpoint no longer counts. After each epoch all is in the file; where that fails, the fit goes on,
/// each epoch tries again, and only at the end it is an exception. A dry run removes its file again.
/// </remarks>
public sealed class TensorBoardLog : IEpochCallback
{
    private readonly string _folder;
    private readonly TimeProvider _clock;
    private EventFile? _file;
    private int _statistics;
    private bool _hasBegun;

    /// <summary>A log in a folder.</summary>
    /// <param name="folder">The folder of this run, such as <c>logs/run1</c>; it is made when the fit begins.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public TensorBoardLog(string folder)
        : this(folder, TimeProvider.System)
    {
    }

    /// <summary>A log whose times a test knows.</summary>
    internal TensorBoardLog(string folder, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        (_folder, _clock) = (folder, clock);
    }

    /// <inheritdoc/>
    /// <exception cref="OutputFileException">The folder cannot be written.</exception>
    public void Check(TrainingRun run) => EventFile.Probe(_folder);

    /// <inheritdoc/>
    /// <exception cref="OutputFileException">The folder cannot be written.</exception>
    public void OnFitBegin(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        (_statistics, _hasBegun) = (0, false);
        _file?.Dispose();
        _file = new EventFile(_folder, _clock);
        _file.Write();
    }

    /// <inheritdoc/>
    public void OnEpochBegin(TrainingRun run) => BeginOnce(run);

    /// <inheritdoc/>
    public void OnEpochEnd(TrainingRun run, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(record);
        BeginOnce(run);
        if (_file is { } file)
        {
            file.Add(new Event { Step = record.Epoch, Summary = Summaries.Of(record) });
            AddStatistics(run, file);
            WriteIfPossible(file);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public void OnFitEnd(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        EventFile? file = _file;
        _file = null;
        if (run.IsDryRun || !_hasBegun)
        {
            file?.Discard();
        }
        else if (file is not null)
        {
            using (file)
            {
                AddStatistics(run, file);
                file.Write();
            }
        }
    }

    /// <summary>
    /// Not when the fit begins: another callback may still refuse to. A fit that resumes in the middle of an epoch does not tell of its beginning.
    /// </summary>
    private void BeginOnce(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (_file is null || _hasBegun)
        {
            return;
        }

        _hasBegun = true;

        // Every file begins like this, or TensorBoard takes the second such event for the first, which removes nothing.
        long step = run.IsResumed ? run.Epoch : 0;
        _file.Add(new Event { Step = step, SessionLog = new SessionLog { Status = SessionLog.Types.SessionStatus.Start } });
        _file.Add(new Event { Step = step, Summary = Summaries.Text("hyperparameters", Hyperparameters.Markdown(run)) });
        _file.Add(new Event { Step = step, Summary = Summaries.Charts() });
        WriteIfPossible(_file);
    }

    private static void WriteIfPossible(EventFile file)
    {
        try
        {
            file.Write();
        }
        catch (OutputFileException)
        {
            // The disk may be full for a while: no reason to end a training. The next epoch tries again.
        }
    }

    /// <summary>Those that came since the last call: where <see cref="Histograms"/> stands behind this in the list, they are an epoch old.</summary>
    private void AddStatistics(TrainingRun run, EventFile file)
    {
        for (; _statistics < run.Statistics.Count; _statistics++)
        {
            EpochStatistics statistics = run.Statistics[_statistics];
            file.Add(new Event { Step = statistics.Epoch, Summary = Summaries.Of(statistics.Network) });
        }
    }
}
