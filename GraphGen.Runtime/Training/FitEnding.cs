namespace GraphGen;

/// <summary>How a fit ended.</summary>
public enum FitEnding
{
    /// <summary>All epochs were run.</summary>
    Completed,

    /// <summary>A callback called <see cref="TrainingRun.Stop"/>, as <see cref="EarlyStopping"/> does.</summary>
    Stopped,

    /// <summary>The fit's <see cref="FitOptions.CancellationToken"/> was canceled.</summary>
    Canceled,

    /// <summary>An exception ended it. Only callbacks see this, in <see cref="ITrainingCallback.OnFitEnd"/>.</summary>
    Failed,
}
