using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// One stage of fine-tuning: which layers are trained while all others rest, for how long and how fast. Every property checks its value at once; what
/// depends on the network is checked before the first step. Change parts of one by <c>FineTuneStage.Top(2) with { Epochs = 5 }</c>.
/// </summary>
public sealed record FineTuneStage
{
    private FineTuneStage()
    {
    }

    /// <summary>How many layers with weights of their own are trained, counted from the output; null where <see cref="Pattern"/> says which.</summary>
    public int? Layers { get; private init; }

    /// <summary>Which layers are trained, as a regular expression that matches their whole names; null where <see cref="Layers"/> says how many.</summary>
    public string? Pattern { get; private init; }

    /// <summary>Passes through the training data, at least 1; null (the default) for what the <see cref="FitOptions"/> say.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Epochs
    {
        get;
        init => field = value is { } epochs ? ScheduleGuard.AtLeastOne(epochs, nameof(Epochs)) : null;
    }

    /// <summary>What every learning rate of the stage is multiplied by, that of a schedule, too: finite and above 0; default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is 0, negative, infinite or NaN.</exception>
    public float RateFactor
    {
        get;
        init => field = (float)ScheduleGuard.Positive(value, nameof(RateFactor));
    } = 1;

    /// <summary>
    /// What the rate of a layer with weights is multiplied by from one to the next below it, so that lower layers change less (discriminative fine-tuning; Howard and Ruder,
    /// "Universal Language Model Fine-tuning", 2018, who take 1 / 2.6): finite and above 0; default 1. Multiplies <see cref="Layer.RateMultiplier"/>; the
    /// output has the factor 1, and layers between two with weights have that of the one below them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is 0, negative, infinite or NaN.</exception>
    public float LayerRateFactor
    {
        get;
        init => field = (float)ScheduleGuard.Positive(value, nameof(LayerRateFactor));
    } = 1;

    /// <summary>
    /// What the stage tells what it does, such as an <see cref="EarlyStopping"/> of its own; null (the default) for the callbacks of the <see cref="FitOptions"/>, which
    /// then begin anew in each stage. Copied.
    /// </summary>
    /// <exception cref="ArgumentException">A callback is null.</exception>
    public IReadOnlyList<ITrainingCallback>? Callbacks
    {
        get;
        init => field = value is null ? null : Array.AsReadOnly(Guard.AllPresent(value, nameof(Callbacks)));
    }

    /// <summary>
    /// A stage that trains the top layers and whatever stands above the lowest of them: batch normalisation, learned slopes and the biases of tied layers, too.
    /// </summary>
    /// <param name="layers">How many layers with weights of their own, the output among them, at least 1. One that is tied to another has none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="layers"/> is below 1.</exception>
    public static FineTuneStage Top(int layers) => new() { Layers = ScheduleGuard.AtLeastOne(layers, nameof(layers)) };

    /// <summary>A stage that trains the layers of some names and no others.</summary>
    /// <param name="pattern">A regular expression that matches the whole names, such as <c>hidden[34]|output</c>.</param>
    /// <exception cref="ArgumentException">The expression is empty or none.</exception>
    public static FineTuneStage Matching(string pattern)
    {
        _ = new LayerPattern(pattern, nameof(pattern));
        return new() { Pattern = pattern };
    }

    /// <summary>The stage in words, the same in every culture.</summary>
    public override string ToString()
    {
        string layers = Pattern is null ? $"top {Layers}" : $"'{Pattern}'";
        return Invariant($"{layers}, epochs {(Epochs is { } epochs ? Invariant($"{epochs}") : "as the fit's")}, rate x {RateFactor}")
            + (LayerRateFactor == 1 ? "" : Invariant($", x {LayerRateFactor} from layer to layer"));
    }
}
