using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Ends a fit when the validation data say that it no longer learns what generalises, and goes back to the parameters that were best
/// (lecture notes, regularisation; Prechelt, "Early stopping - but when?", 1998). Needs <see cref="FitOptions.Validation"/>. A
/// fit that goes on from <see cref="FitOptions.FirstEpoch"/> starts it afresh, with its whole patience and no best epoch. Every property
/// checks its value at once.
/// </summary>
public sealed record EarlyStopping
{
    /// <summary>What is watched after each epoch; default the validation loss.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration.</exception>
    public EarlyStoppingMonitor Monitor
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Monitor), value, "Monitor must be ValidationLoss or ValidationAccuracy.");
    }

    /// <summary>How many epochs in a row may bring nothing better: the last of them ends the fit. At least 1; default 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Patience
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(Patience), Invariant($"Patience is {value}. The fit needs an epoch to become better in: set it to 1 or more."));
    } = 10;

    /// <summary>By how much an epoch must be better than the best one to count as better: finite, at least 0; default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public double MinimumDelta
    {
        get;
        init => field = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(MinimumDelta), Invariant($"MinimumDelta is {value}. Set it to a finite number, at least 0."));
    }

    /// <summary>
    /// Whether the fit leaves the network as it was after the best epoch, optimizer included, also where all epochs were run; otherwise
    /// as it is after the last. Default true.
    /// </summary>
    public bool RestoreBest { get; init; } = true;

    /// <summary>The settings as text, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"EarlyStopping {{ Monitor = {Monitor}, Patience = {Patience}, MinimumDelta = {MinimumDelta}, RestoreBest = {RestoreBest} }}");
}
