namespace GraphGen;

/// <summary>
/// The check of <see cref="FitOptions.OverfitOneBatch"/> failed: the network did not learn a single mini-batch by heart, so something is wrong with it, with the data
/// or with the learning rate. The network is what it was before.
/// </summary>
public sealed class OverfitException : InvalidOperationException
{
    internal OverfitException(string message, History history, float lossBefore, float lossAfter)
        : base(message)
    {
        History = history;
        LossBefore = lossBefore;
        LossAfter = lossAfter;
    }

    /// <summary>The losses on the way.</summary>
    public History History { get; }

    /// <summary>The loss of the rows before the steps, in inference mode.</summary>
    public float LossBefore { get; }

    /// <summary>The loss of the rows after the steps, in inference mode.</summary>
    public float LossAfter { get; }
}
