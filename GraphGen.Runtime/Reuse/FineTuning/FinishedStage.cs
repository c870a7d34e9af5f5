namespace GraphGen;

/// <summary>One stage of fine-tuning that was run.</summary>
/// <param name="Stage">What was wanted.</param>
/// <param name="TrainedLayers">The names of the layers that were trained, from the input to the output.</param>
/// <param name="History">The record of its epochs.</param>
public sealed record FinishedStage(FineTuneStage Stage, IReadOnlyList<string> TrainedLayers, History History)
{
    /// <summary>The layers, and how the stage ended, in one line.</summary>
    public override string ToString() => $"{string.Join(", ", TrainedLayers)}: {History}";
}
