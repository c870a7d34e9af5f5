using GraphGen.Reporting.Live;
using Spectre.Console;

namespace GraphGen.Reporting;

/// <summary>
/// Shows a fit while it runs: <c>Callbacks = [new LiveView()]</c>. On an interactive terminal a bar with the remaining time, the figures of the moment and the
/// last epochs, the best one marked, drawn over and over in place; where the output is redirected, the terminal cannot move its cursor, or in continuous
/// integration, a plain line for each epoch without control characters. Both end with a summary.
/// </summary>
/// <remarks>
/// It draws at most ten times a second, on the thread of the fit, and spends at most a hundredth of the time on it, a single slow picture aside; between
/// two pictures a batch costs a look at the clock. There is no thread of its own and the cursor stays visible, so however a fit ends, there is nothing to
/// put right. Where the terminal goes away, the fit goes on unseen. Widths from 40 columns on are made use of.
/// <see href="https://no-color.org">NO_COLOR</see> is respected. What else is written meanwhile should go through <see cref="AnsiConsole"/>, which puts it
/// above the picture.
/// </remarks>
public sealed class LiveView : IEpochCallback, IBatchCallback
{
    private readonly IAnsiConsole? _console;
    private readonly TimeProvider _clock;
    private FitSummary? _summary;
    private IFitView? _view;
    private FrameClock? _frames;
    private bool _hasBegun;

    /// <summary>A view on a console.</summary>
    /// <param name="console">The console; null for <see cref="AnsiConsole.Console"/>.</param>
    public LiveView(IAnsiConsole? console = null)
        : this(console, TimeProvider.System)
    {
    }

    /// <summary>A view that draws by a clock of the test's own.</summary>
    internal LiveView(IAnsiConsole? console, TimeProvider clock) => (_console, _clock) = (console, clock);

    /// <inheritdoc/>
    public void OnFitBegin(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        (_summary, _view, _frames, _hasBegun) = (new FitSummary(run), null, null, false);
    }

    /// <inheritdoc/>
    public void OnEpochBegin(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);

        BeginOnce(run);
    }

    /// <inheritdoc/>
    public void OnBatchEnd(TrainingRun run)
    {
        BeginOnce(run);
        if (_frames?.IsDue == true)
        {
            Draw(run);
        }
    }

    /// <inheritdoc/>
    public void OnEpochEnd(TrainingRun run, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(record);
        Show(() => _view?.Add(record));
        if (_frames?.IsDue == true)
        {
            Draw(run);
        }
    }

    /// <inheritdoc/>
    public void OnFitEnd(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Ending != FitEnding.Failed)
        {
            // Without an epoch, such as where a fit is resumed that had ended.
            BeginOnce(run);
        }

        Show(() => _view?.End(run));
        (_summary, _view, _frames) = (null, null, null);
    }

    private void Begin(TrainingRun run)
    {
        IAnsiConsole console = _console ?? AnsiConsole.Console;
        bool isInteractive = Terminal.IsInteractive(console) && (_console is not null || !Terminal.IsContinuousIntegration);
        _view = isInteractive ? PictureView.TryOpen(console, run, _summary!, new Pace(run, _clock)) : null;
        if (_view is not null)
        {
            _frames = new FrameClock(_clock);
        }
        else
        {
            _view = new LineView(console, _summary!);
            _view.Draw(run);
        }
    }

    private void Draw(TrainingRun run) => Show(() =>
    {
        _frames!.Begin();
        _view!.Draw(run);
        _frames.End();
    });

    /// <summary>
    /// Not when the fit begins: another callback may still refuse to, and an exception needs no picture. A fit that resumes in the middle of an epoch does not tell
    /// of its beginning.
    /// </summary>
    private void BeginOnce(TrainingRun run)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            ShowBeginning(run);
        }
    }

    // A method of its own: the delegate would be allocated for every batch.
    private void ShowBeginning(TrainingRun run) => Show(() => Begin(run));

    /// <summary>A terminal that is gone is no reason to lose a training.</summary>
    private void Show(Action action)
    {
        try
        {
            action();
        }
        catch (IOException)
        {
            _view?.Abandon();
            (_view, _frames) = (null, null);
        }
    }
}
