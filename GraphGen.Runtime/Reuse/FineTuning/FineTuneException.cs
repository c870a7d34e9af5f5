using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// A stage of fine-tuning failed after it had begun. Why is in the <see cref="Exception.InnerException"/>, such as a <see cref="TrainingDivergedException"/>; which
/// stages had finished before, and with what histories, in <see cref="Finished"/>. The parameters are what the inner exception says.
/// </summary>
public sealed class FineTuneException : Exception
{
    internal FineTuneException(int stage, FineTuneStage failed, IEnumerable<FinishedStage> finished, Exception cause)
        : base(Invariant($"Stage {stage} ({failed}) failed: {cause.Message}"), cause)
    {
        Stage = stage;
        Finished = new FineTuneResult(finished);
    }

    /// <summary>The stage that failed, counted from 1.</summary>
    public int Stage { get; }

    /// <summary>The stages before it.</summary>
    public FineTuneResult Finished { get; }
}
