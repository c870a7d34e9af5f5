using Spectre.Console;

namespace GraphGen.Reporting.Live;

/// <summary>A fit as a picture that is drawn over and over in the same place of a terminal.</summary>
internal sealed class PictureView : IFitView
{
    private static readonly TimeSpan ReturnPatience = TimeSpan.FromSeconds(1);

    private readonly IAnsiConsole _console;
    private readonly FitPicture _fit;
    private readonly Picture _picture;
    private readonly TaskCompletionSource<bool> _end = new();
    private readonly Task<bool> _exclusive;

    private PictureView(IAnsiConsole console, FitSummary summary, Pace pace)
    {
        _console = console;
        _fit = new FitPicture(console, summary, pace);
        _picture = new Picture(console);

        // A console lends itself for as long as a delegate takes. This one takes until the end, on no thread.
        _exclusive = console.ExclusivityMode.RunAsync(() => _end.Task);
    }

    /// <summary>Draws the first picture; null where the console is busy with one of somebody else.</summary>
    public static PictureView? TryOpen(IAnsiConsole console, TrainingRun run, FitSummary summary, Pace pace)
    {
        var view = new PictureView(console, summary, pace);
        if (view._exclusive.Exception is not null)
        {
            // Looked at, not only asked for, or the runtime would report an exception that nobody saw.
            return null;
        }

        console.Pipeline.Attach(view._picture);
        try
        {
            view.Draw(run);
            return view;
        }
        catch
        {
            view.Abandon();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Draw(TrainingRun run) => _picture.Draw(_fit.Draw(run));

    /// <inheritdoc/>
    public void Add(EpochRecord record)
    {
    }

    /// <inheritdoc/>
    public void End(TrainingRun run)
    {
        try
        {
            _picture.Erase();
        }
        finally
        {
            Abandon();
        }

        _console.Write(_fit.DrawEnd(run));
    }

    /// <inheritdoc/>
    public void Abandon()
    {
        _console.Pipeline.Detach(_picture);
        _end.TrySetResult(true);

        // At once, or in a moment by another thread, where this one may not be interrupted by continuations.
        _exclusive.Wait(ReturnPatience);
    }
}
