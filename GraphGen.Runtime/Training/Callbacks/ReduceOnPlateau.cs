using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Lowers the learning rate where a figure no longer gets better, whatever the schedule: it multiplies <see cref="TrainingRun.RateFactor"/>. For the loss alone,
/// <see cref="LearningRateSchedule.Performance"/> does the same as a schedule (lecture notes, learning-rate schedules). Every property checks its value at once.
/// </summary>
public sealed class ReduceOnPlateau : IEpochCallback, IResumableCallback
{
    private PlateauState _state = PlateauState.Initial;

    /// <summary>What is watched after each epoch; default <see cref="MonitoredValue.ValidationLoss"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public MonitoredValue Monitor
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Monitor));
    } = MonitoredValue.ValidationLoss;

    /// <summary>What a reduction multiplies the rate by, in (0, 1); default 0.5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside (0, 1) or NaN.</exception>
    public double Factor
    {
        get;
        init => field = ScheduleGuard.Share(value, value is > 0 and < 1, "(0, 1)", nameof(Factor));
    } = 0.5;

    /// <summary>Epochs without a better value that are let pass, at least 0; default 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Patience
    {
        get;
        init => field = ScheduleGuard.NotNegative(value, nameof(Patience));
    } = 5;

    /// <summary>By which share of the best value a better one must differ from it, in [0, 1); default 0.0001.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside [0, 1) or NaN.</exception>
    public double Threshold
    {
        get;
        init => field = ScheduleGuard.Share(value, value is >= 0 and < 1, "[0, 1)", nameof(Threshold));
    } = 1e-4;

    /// <summary>Epochs after a reduction that do not count, at least 0; default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Cooldown
    {
        get;
        init => field = ScheduleGuard.NotNegative(value, nameof(Cooldown));
    }

    /// <summary>A reduction never brings the rate below this: finite, at least 0; default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public double MinimumRate
    {
        get;
        init => field = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MinimumRate), Invariant($"MinimumRate is {value}: set it to a finite number from 0 on."));
    }

    /// <summary>The settings as text, the same in every culture.</summary>
    public override string ToString() => Invariant(
        $"ReduceOnPlateau {{ Monitor = {Monitor}, Factor = {Factor}, Patience = {Patience}, Threshold = {Threshold}, Cooldown = {Cooldown}, MinimumRate = {MinimumRate} }}");

    /// <inheritdoc/>
    string IResumableCallback.State => _state.ToString();

    /// <inheritdoc/>
    public void Check(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        Monitor.Check(run, nameof(ReduceOnPlateau));
    }

    /// <inheritdoc/>
    public void OnFitBegin(TrainingRun run) => _state = PlateauState.Initial;

    /// <inheritdoc/>
    public void OnEpochEnd(TrainingRun run, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(record);
        int before = _state.Reductions;
        _state = _state.After(Monitor.CostOf(record), Threshold, Patience, Cooldown);
        if (_state.Reductions > before)
        {
            // A rate that is lower already, or 0 for the time being, is no reason to raise the factor.
            double least = run.LearningRate > 0 ? Math.Min(1, MinimumRate / run.LearningRate) : 0;
            run.RateFactor *= (float)Math.Max(Factor, least);
        }
    }

    /// <inheritdoc/>
    void IResumableCallback.Restore(string state) => _state = PlateauState.TryParse(state, out PlateauState plateau)
        ? plateau
        : throw new FormatException($"'{state}' is no state of {nameof(ReduceOnPlateau)}.");
}
