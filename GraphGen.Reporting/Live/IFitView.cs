namespace GraphGen.Reporting.Live;

/// <summary>One of the two ways in which <see cref="LiveView"/> shows a fit.</summary>
internal interface IFitView
{
    /// <summary>Shows how far the fit has come.</summary>
    void Draw(TrainingRun run);

    /// <summary>Takes in an epoch that has ended.</summary>
    void Add(EpochRecord record);

    /// <summary>Shows how the fit ended, and gives the terminal back.</summary>
    void End(TrainingRun run);

    /// <summary>Gives up a terminal that can no longer be written to.</summary>
    void Abandon();
}
