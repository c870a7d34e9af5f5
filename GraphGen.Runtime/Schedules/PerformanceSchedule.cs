using static System.FormattableString;

namespace GraphGen;

/// <summary>See <see cref="LearningRateSchedule.Performance"/>.</summary>
internal sealed class PerformanceSchedule(double rate, double factor, int patience, double threshold, int cooldown, double minimum)
    : LearningRateSchedule(ScheduleUnit.Epoch)
{
    private readonly double _rate = ScheduleGuard.Rate(rate, nameof(rate));

    /// <summary>What a reduction multiplies the rate by.</summary>
    public double Factor { get; } = ScheduleGuard.Share(factor, factor is > 0 and < 1, "(0, 1)", nameof(factor));

    /// <summary>Epochs without a better loss that are let pass.</summary>
    public int Patience { get; } = ScheduleGuard.NotNegative(patience, nameof(patience));

    /// <summary>By which share of the best loss a better one is below it.</summary>
    public double Threshold { get; } = ScheduleGuard.Share(threshold, threshold is >= 0 and < 1, "[0, 1)", nameof(threshold));

    /// <summary>Epochs after a reduction that do not count.</summary>
    public int Cooldown { get; } = ScheduleGuard.NotNegative(cooldown, nameof(cooldown));

    /// <summary>The lowest rate.</summary>
    public double Minimum { get; } = ScheduleGuard.Minimum(minimum, rate, nameof(minimum));

    /// <summary>The rate before the loss has stalled for the first time.</summary>
    internal override double RateAt(long time, long length, double target) => _rate;

    internal override PlateauWatch NewWatch() => new(this, _rate);

    private protected override string Describe() => Invariant(
        $"Performance({_rate}, factor {Factor}, patience {Patience}, threshold {Threshold}, cooldown {Cooldown}, minimum {Minimum})");

    private protected override void RequireUnit(ScheduleUnit unit)
    {
        if (unit != ScheduleUnit.Epoch)
        {
            throw new InvalidOperationException($"{this} goes by the loss of an epoch, so it changes the rate per epoch only: leave PerBatch() out.");
        }
    }
}
