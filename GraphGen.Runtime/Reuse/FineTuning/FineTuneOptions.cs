using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// How to fine-tune a network whose lower layers were trained elsewhere. Without anything said: the head alone until it fits, then the top two layers at a tenth of the
/// rate (lecture notes, reusing trained layers; Chollet, "Transfer learning and fine-tuning", keras.io/guides/transfer_learning).
/// </summary>
public sealed record FineTuneOptions
{
    /// <summary>The stages in their order, at least one. Copied.</summary>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    public IReadOnlyList<FineTuneStage> Stages
    {
        get;
        init
        {
            FineTuneStage[] stages = Guard.AllPresent(value, nameof(Stages));
            field = stages.Length > 0
                ? Array.AsReadOnly(stages)
                : throw Guard.Invalid(nameof(Stages), $"There is no stage", $"give at least one, such as FineTuneStage.Top(1)");
        }
    } = [FineTuneStage.Top(1), FineTuneStage.Top(2) with { RateFactor = 0.1f }];

    /// <summary>
    /// Whether the layers stay trainable or resting, and keep their rate multipliers, as in the last stage; otherwise, and where the fine-tuning fails, they are again what
    /// they were before it. Default false.
    /// </summary>
    public bool KeepLastStage { get; init; }

    /// <summary>Trains the head, and then one layer more in each stage, from the top down (gradual unfreezing; Howard and Ruder, 2018).</summary>
    /// <param name="layers">How many layers with weights the last stage trains, the output among them, at least 1.</param>
    /// <param name="rateFactor">What the rates are multiplied by after the first stage: finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static FineTuneOptions LayerByLayer(int layers, float rateFactor = 0.1f)
    {
        ScheduleGuard.AtLeastOne(layers, nameof(layers));
        ScheduleGuard.Positive(rateFactor, nameof(rateFactor));
        return new FineTuneOptions
        {
            Stages = [FineTuneStage.Top(1), .. Enumerable.Range(2, layers - 1).Select(top => FineTuneStage.Top(top) with { RateFactor = rateFactor })],
        };
    }

    /// <summary>The stages, the same in every culture.</summary>
    public override string ToString() => $"FineTuneOptions {{ Stages = [{string.Join("; ", Stages)}], KeepLastStage = {KeepLastStage} }}";
}
