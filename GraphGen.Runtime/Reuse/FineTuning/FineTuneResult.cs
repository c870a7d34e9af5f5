using static System.FormattableString;

namespace GraphGen;

/// <summary>What fine-tuning brought, stage by stage.</summary>
public sealed class FineTuneResult
{
    internal FineTuneResult(IEnumerable<FinishedStage> stages) => Stages = Array.AsReadOnly(stages.ToArray());

    /// <summary>The stages that were run, in their order; fewer than were wanted where a cancellation token was canceled.</summary>
    public IReadOnlyList<FinishedStage> Stages { get; }

    /// <summary>A line for each stage.</summary>
    public override string ToString() => string.Join('\n', Stages.Select((stage, index) => Invariant($"stage {index + 1}: {stage}")));
}
