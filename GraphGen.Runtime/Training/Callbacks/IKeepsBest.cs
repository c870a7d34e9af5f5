namespace GraphGen.Execution;

/// <summary>A callback that keeps the network of an epoch that has passed: its copy is written to checkpoints, too.</summary>
internal interface IKeepsBest : IResumableCallback
{
    /// <summary>The network then; null before there is one.</summary>
    TrainingSnapshot? Best { get; }

    /// <summary>Goes back to it, where there is one, when the fit has ended.</summary>
    void RestoreBest();
}
